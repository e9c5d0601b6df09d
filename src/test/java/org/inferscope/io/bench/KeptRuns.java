package org.inferscope.io.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.inferscope.compute.bench.MatmulResult;
import org.inferscope.compute.bench.MatmulSize;
import org.inferscope.compute.bench.Timing;

/** Made-up runs. */
final class KeptRuns {
  static final Instant DATE = Instant.parse("2026-11-27T16:58:41.120Z");

  private KeptRuns() {}

  /** One result of each kind, with numbers that no rounding survives. */
  static KeptRun of(Instant date) {
    return new KeptRun(
        date,
        "Test processor, 3 GHz",
        "Test VM 17",
        List.of(
            new KeptResult(
                "openblas",
                "OpenBLAS 0.3.31",
                "Test processor, 3 GHz",
                date.plusSeconds(1),
                new MatmulResult.Measured(
                    new MatmulSize(1, 768, 3072), Timing.of(0.1 + 0.2, 1 / 3.0, 0.07))),
            new KeptResult(
                "ijk",
                "Java, ijk",
                "Test processor, 3 GHz",
                date.plusSeconds(2),
                new MatmulResult.TooSlow(
                    new MatmulSize(2048, 2048, 2048), Duration.ofNanos(12_345_678_901L))),
            new KeptResult(
                "opencl",
                "OpenCL",
                "A card",
                date.plusSeconds(3),
                new MatmulResult.Failed(new MatmulSize(64, 64, 64), "The \"card\", is gone."))));
  }
}
