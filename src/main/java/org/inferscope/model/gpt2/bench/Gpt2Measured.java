package org.inferscope.model.gpt2.bench;

import org.inferscope.compute.bench.Timing;
import org.inferscope.model.gpt2.Gpt2Config;

/**
 * What measuring a case showed. Immutable, any thread.
 *
 * @param measured the case
 * @param config the model's sizes
 * @param timing of one run
 */
public record Gpt2Measured(Gpt2Case measured, Gpt2Config config, Timing timing) {
  private static final double PER_MS_TO_GIGA = 1e-6;

  /** Floating-point operations a second in GFLOP/s, by the median. */
  public double gflops() {
    return measured.flops(config) / timing.medianMs() * PER_MS_TO_GIGA;
  }

  /** Bytes read a second in GB/s, by the median; see {@link Gpt2Case#bytes}. */
  public double gbps() {
    return measured.bytes(config) / timing.medianMs() * PER_MS_TO_GIGA;
  }

  /** Tokens a second, by the median. */
  public double tokensPerSecond() {
    return measured.tokens() * 1e3 / timing.medianMs();
  }
}
