package org.inferscope.io.bench;

import java.time.Instant;
import java.util.Optional;
import org.inferscope.compute.bench.MatmulResult;
import org.inferscope.compute.bench.MatmulSize;
import org.inferscope.model.roofline.MeasuredPoint;

/**
 * What measuring one product with one implementation gave. Immutable, any thread.
 *
 * @param impl the implementation's stable name
 * @param name its name on screen
 * @param device what it ran on, as the device calls itself
 * @param date when it was measured
 * @param result sizes, and the times or why there are none
 */
public record KeptResult(
    String impl, String name, String device, Instant date, MatmulResult result) {

  /** The sizes of the product. */
  public MatmulSize size() {
    return result.size();
  }

  /** The point that it makes under a roof; empty where there are no times. */
  public Optional<MeasuredPoint> point() {
    return result instanceof MatmulResult.Measured measured
        ? Optional.of(new MeasuredPoint(impl, name, device, measured))
        : Optional.empty();
  }

  /** Whether it is about the same product and implementation. */
  boolean isSamePlace(KeptResult other) {
    return impl.equals(other.impl) && size().equals(other.size());
  }
}
