package org.inferscope.compute.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.inferscope.compute.StreamKernels;
import org.junit.jupiter.api.Test;

/** The kernels themselves run in a process that has the module; here there is none. */
class VectorModuleTest {
  @Test
  void withoutTheModuleThereAreNoKernels() {
    assertThat(VectorModule.kernels()).isEmpty();
  }

  @Test
  void withTheModuleTheKernelsComputeWhatTheySay() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                VectorModule.NAME,
                "-cp",
                place(VectorModule.class) + File.pathSeparator + place(Check.class),
                Check.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(out.strip()).isEqualTo("read 256.0, triad 7.0 0.0, multiply-add true, flops true");
  }

  /** The folder or archive a class was loaded from. */
  private static String place(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()))
        .toString();
  }

  /** Runs every kernel once and prints what it gave. */
  static final class Check {
    public static void main(String[] args) {
      StreamKernels kernels = VectorModule.kernels().orElseThrow();
      float[] a = new float[300];
      float[] b = new float[300];
      float[] c = new float[300];
      Arrays.fill(b, 3);
      Arrays.fill(c, 8);
      kernels.triad(a, b, c, 4, 256);
      float[] ones = new float[300];
      Arrays.fill(ones, 2, 258, 1);
      int flops = kernels.flopsInRound();
      // Each sum starts at 0.999 and gains 0.000999 a round; two operations for each of them.
      double expected = flops / 2.0 * (0.999 + 1000 * 0.999e-3);
      boolean near = Math.abs(kernels.multiplyAdd(1000) - expected) < 1e-2 * expected;
      System.out.printf(
          "read %s, triad %s %s, multiply-add %s, flops %s%n",
          kernels.read(ones, 2, 256), a[259], a[260], near, flops >= 24);
    }
  }
}
