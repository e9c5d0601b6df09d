package org.inferscope.model.roofline.transformer;

import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.inferscope.model.hardware.Roof;
import org.inferscope.model.roofline.Formats;
import org.inferscope.model.roofline.MatmulShape;

/**
 * What the products of one layer come to.
 *
 * @param spec the model
 * @param work what it is given to do
 */
public record LayerTotals(TransformerSpec spec, Workload work) {

  /** The sizes of one of its products. */
  public MatmulShape shape(LayerMatmul matmul) {
    return matmul.shape(spec, work);
  }

  /** Operations of the layer. */
  public double flops() {
    return flops(matmul -> true);
  }

  /** Operations of the feed-forward block. */
  public double ffnFlops() {
    return flops(LayerMatmul::isFfn);
  }

  /** Operations of attention: all products but the feed-forward block's. */
  public double attentionFlops() {
    return flops(matmul -> !matmul.isFfn());
  }

  private double flops(Predicate<LayerMatmul> which) {
    return shapes(which).mapToDouble(MatmulShape::flops).sum();
  }

  /** Bytes that the layer's products move at least. */
  public double bytes(Formats formats) {
    return shapes(matmul -> true).mapToDouble(shape -> shape.bytes(formats)).sum();
  }

  /** Seconds that the layer's products take at the roof, one after the other. */
  public double seconds(Formats formats, Roof roof) {
    return shapes(matmul -> true)
        .mapToDouble(shape -> roof.seconds(shape.flops(), shape.bytes(formats)))
        .sum();
  }

  private Stream<MatmulShape> shapes(Predicate<LayerMatmul> which) {
    return Stream.of(LayerMatmul.values()).filter(which).map(this::shape);
  }

  /**
   * The context C from which attention takes more operations than the feed-forward block: with
   * products of equal M, {@code 2·D·D_qkv + 2·D² + 4·D·C = 2·(2 or 3)·D·F}. Empty where attention
   * takes more at any context.
   */
  public OptionalDouble crossover() {
    double d = spec.hidden();
    double ffn = (spec.gated() ? 3.0 : 2.0) * d * spec.ffn();
    double projections = d * (d + 2.0 * spec.kvWidth()) + d * d;
    double context = (ffn - projections) / (2 * d);
    return context > 0 ? OptionalDouble.of(context) : OptionalDouble.empty();
  }
}
