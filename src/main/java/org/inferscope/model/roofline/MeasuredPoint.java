package org.inferscope.model.roofline;

import org.inferscope.compute.bench.MatmulResult;
import org.inferscope.tensor.DType;

/**
 * A product that was measured.
 *
 * @param impl the stable name of what computed it
 * @param implName its name on screen
 * @param device what it ran on, as the device calls itself
 * @param result sizes and times
 */
public record MeasuredPoint(
    String impl, String implName, String device, MatmulResult.Measured result) {
  /** What is measured: everything in float32. */
  public static final Formats FORMATS = Formats.of(DType.FP32);

  /** The product's sizes. */
  public MatmulShape shape() {
    return MatmulShape.of(result.size().m(), result.size().k(), result.size().n());
  }

  /** Operations a second, from the median. */
  public double rate() {
    return shape().flops() / (result.timing().medianMs() / 1e3);
  }
}
