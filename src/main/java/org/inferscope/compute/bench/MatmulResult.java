package org.inferscope.compute.bench;

import java.time.Duration;

/** What measuring a product gave. */
public sealed interface MatmulResult {

  /** The sizes of the product. */
  MatmulSize size();

  /** It was measured. */
  record Measured(MatmulSize size, Timing timing) implements MatmulResult {

    /** Operations a second in units of 10⁹, from the median. */
    public double gflops() {
      return size.flops() / timing.medianMs() / 1e6;
    }

    /** Bytes a second in units of 10⁹, if each is moved just once, from the median. */
    public double gbps() {
      return size.bytes() / timing.medianMs() / 1e6;
    }
  }

  /**
   * It was not tried, since a single product would have gone beyond the time limit.
   *
   * @param estimate how long one product would take, from its first rows
   */
  record TooSlow(MatmulSize size, Duration estimate) implements MatmulResult {}

  /**
   * It could not be measured, or not to the end.
   *
   * @param sentence why, in the display language
   */
  record Failed(MatmulSize size, String sentence) implements MatmulResult {}
}
