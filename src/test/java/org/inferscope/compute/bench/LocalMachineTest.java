package org.inferscope.compute.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.StreamKernels;
import org.inferscope.compute.bench.Ceiling.Kind;
import org.junit.jupiter.api.Test;

/** With loops that do nothing, by a clock that goes on 1 ms at each look. */
class LocalMachineTest {
  private static final Instant DATE = Instant.parse("2026-01-02T03:04:05Z");
  private static final double A_RUN = 1e-3;

  private final FakeMatmul gemm = new FakeMatmul("gemm");
  private final List<String> heard = new ArrayList<>();
  private Optional<Long> l3 = Optional.of(1L << 16);
  private int flops = 8;
  private long now;

  private MachineCeilings run(Runnable checkpoint) {
    WorkingSets sets = new WorkingSets(Optional.of(1L << 14), l3, 1L << 18, List.of("A note."));
    Plan plan = new Plan(5, Duration.ofMinutes(1), Duration.ZERO, Duration.ZERO);
    return new LocalMachine(
            "abacus", gemm, new Idle(), sets, 2, Clock.fixed(DATE, ZoneOffset.UTC), plan)
        .run(
            new Stopwatch(() -> now += 1_000_000, checkpoint),
            (fraction, message) -> heard.add(Math.round(8 * fraction) + " " + message));
  }

  private final class Idle implements StreamKernels {
    @Override
    public String name() {
      return "nothing";
    }

    @Override
    public float read(float[] x, int from, int count) {
      return 0;
    }

    @Override
    public void triad(float[] a, float[] b, float[] c, int from, int count) {}

    @Override
    public float multiplyAdd(int rounds) {
      return rounds;
    }

    @Override
    public int flopsInRound() {
      return flops;
    }
  }

  @Test
  void everyLimitIsMeasuredInTurnAndToldBefore() {
    MachineCeilings machine = run(() -> {});
    assertThat(machine.ceilings()).extracting(Ceiling::kind).containsExactly(Kind.values());
    assertThat(machine.device()).isEqualTo("abacus");
    assertThat(machine.date()).isEqualTo(DATE);
    assertThat(machine.notes()).containsExactly("A note.");
    assertThat(heard)
        .hasSize(8)
        .startsWith("0 Multiply-adds on registers", "1 Product of matrices")
        .endsWith("7 Memory, reading and writing");
  }

  @Test
  void ratesAreAmountsByTime() {
    MachineCeilings machine = run(() -> {});
    Ceiling product = machine.of(Kind.GEMM).orElseThrow();
    assertThat(product.value()).isCloseTo(2 * Math.pow(2048, 3) / A_RUN, within(1.0));
    assertThat(product.min()).isEqualTo(product.max()).isEqualTo(product.value());
    assertThat(product.how()).isEqualTo("2,048x2,048 matrices of float32, Fake gemm");
    Ceiling registers = machine.of(Kind.MULTIPLY_ADD).orElseThrow();
    assertThat(registers.value()).isCloseTo(20_000.0 * 8 * 2 / A_RUN, within(1.0));
    assertThat(registers.workingSet()).isZero();
    Ceiling l2 = machine.of(Kind.L2_READ).orElseThrow();
    assertThat(l2.workingSet()).isEqualTo(1 << 14);
    // Two threads go through 8 MiB each.
    assertThat(l2.value()).isCloseTo((16 << 20) / A_RUN, within(1.0));
    assertThat(l2.threads()).isEqualTo(2);
  }

  @Test
  void whatCannotBeMeasuredIsLeftOutWithANoteAndTheRestGoesOn() {
    flops = 0;
    l3 = Optional.empty();
    gemm.whenPrepared =
        size -> {
          throw new InferscopeException("The beads are lost.");
        };
    MachineCeilings machine = run(() -> {});
    assertThat(machine.ceilings())
        .extracting(Ceiling::kind)
        .containsExactly(Kind.L2_READ, Kind.L2_TRIAD, Kind.MEMORY_READ, Kind.MEMORY_TRIAD);
    assertThat(machine.notes())
        .containsExactly(
            "A note.",
            "Multiply-adds on registers was left out. Without Java's Vector API nothing can be kept"
                + " in vector registers.",
            "Product of matrices was left out. The beads are lost.");
  }

  @Test
  void isCancelledBetweenTwoSamples() {
    int[] looks = {0};
    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      if (++looks[0] == 12) {
                        throw new CancellationException();
                      }
                    }))
        .isInstanceOf(CancellationException.class);
    assertThat(heard).hasSizeLessThan(8);
    assertThat(gemm.open).isZero();
  }
}
