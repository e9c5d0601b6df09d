package org.inferscope.compute.bench;

import java.time.Duration;
import java.util.Locale;

/** What measuring a network gave. */
public sealed interface MlpResult {

  /** What was measured. */
  MlpCase measured();

  /** How the inputs went through the network. */
  enum Phase {
    /** One after the other, each a row of matrix times vector products. */
    SINGLE,
    /** All as one batch. */
    BATCH,
    /** In one batch of some size; a point of the curve. */
    CURVE;

    /** As files have it: {@code single}, {@code batch}, {@code curve}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What to measure.
   *
   * @param dims the network
   * @param phase how the inputs go through
   * @param inputs how many inputs one run takes; for a point of the curve the batch size
   */
  record MlpCase(MlpDims dims, Phase phase, int inputs) {

    /** How many inputs go through at once. */
    public int batch() {
      return phase == Phase.SINGLE ? 1 : inputs;
    }

    /** Operations of one run, see {@link MlpDims#flops}. */
    public double flops() {
      return dims.flops() * inputs;
    }
  }

  /**
   * It was measured.
   *
   * @param timing of all inputs together
   */
  record Measured(MlpCase measured, Timing timing) implements MlpResult {

    /** Milliseconds an input, from the median. */
    public double msPerInput() {
      return timing.medianMs() / measured.inputs();
    }

    /** Operations a second in units of 10⁹, from the median. */
    public double gflops() {
      return measured.flops() / timing.medianMs() / 1e6;
    }
  }

  /**
   * It was not tried, since a single run would have gone beyond the time limit.
   *
   * @param estimate how long one run would take, from a few inputs
   */
  record TooSlow(MlpCase measured, Duration estimate) implements MlpResult {}
}
