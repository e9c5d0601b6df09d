package org.inferscope.compute.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.inferscope.compute.StreamKernels;
import org.inferscope.compute.exec.Crew;
import org.junit.jupiter.api.Test;

/** The loops in plain Java, and the memory they go through. */
class StreamKernelsTest {
  private final StreamKernels plain = LocalMachine.plainKernels();

  @Test
  void theTriadComputesWhatItsNameSaysAndNothingAround() {
    float[] a = new float[600];
    float[] b = new float[600];
    float[] c = new float[600];
    Arrays.fill(b, 3);
    Arrays.fill(c, 8);
    plain.triad(a, b, c, 14, 512);
    for (int i = 0; i < a.length; i++) {
      assertThat(a[i]).isEqualTo(i >= 14 && i < 526 ? 7 : 0);
    }
  }

  @Test
  void readingGoesToTheEnd() {
    float[] x = new float[600];
    assertThat(plain.read(x, 14, 512)).isEqualTo(-1);
    x[14 + 511] = 1;
    assertThat(plain.read(x, 14, 512)).isEqualTo(255);
  }

  @Test
  void plainJavaHasNoRegistersOfItsOwn() {
    assertThat(plain.flopsInRound()).isZero();
    assertThatThrownBy(() -> plain.multiplyAdd(1))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void streamsMoveSoManyBytesAsTheySay() {
    Counting counting = new Counting(plain);
    try (Crew crew = new Crew("test", 2)) {
      Streams reading = new Streams(counting, crew, 1 << 20, false);
      counting.numbers = 0;
      reading.read();
      assertThat(reading.workingSet()).isEqualTo(1 << 20);
      assertThat(4.0 * counting.numbers).isEqualTo(reading.bytesMoved());
      Streams triad = new Streams(counting, crew, 1 << 20, true);
      counting.numbers = 0;
      triad.triad();
      assertThat(triad.workingSet()).isBetween(1_000_000L, 1L << 20);
      assertThat(3 * 4.0 * counting.numbers).isEqualTo(triad.bytesMoved());
    }
  }

  /** Counts the numbers gone through. */
  private static final class Counting implements StreamKernels {
    private final StreamKernels kernels;
    private long numbers;

    Counting(StreamKernels kernels) {
      this.kernels = kernels;
    }

    @Override
    public String name() {
      return kernels.name();
    }

    @Override
    public float read(float[] x, int from, int count) {
      count(count);
      return kernels.read(x, from, count);
    }

    @Override
    public void triad(float[] a, float[] b, float[] c, int from, int count) {
      count(count);
      kernels.triad(a, b, c, from, count);
    }

    private synchronized void count(int count) {
      numbers += count;
    }

    @Override
    public float multiplyAdd(int rounds) {
      return kernels.multiplyAdd(rounds);
    }

    @Override
    public int flopsInRound() {
      return kernels.flopsInRound();
    }
  }
}
