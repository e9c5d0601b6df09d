package org.inferscope.cli.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.inferscope.support.TestClassPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine;

/** Listing devices with a driver that never answers. */
@Timeout(120)
class WorkerDevicesTest {
  private static final int LIMIT_SECONDS = 60;

  /** A program that lists devices as the app's does; one of its drivers hangs. */
  static final class Lister {
    private Lister() {}

    public static void main(String[] args) {
      WorkerDevices devices =
          new WorkerDevices().listing(Lister::hang).listing(() -> List.of("a card"));
      System.exit(
          new CommandLine(new WorkerCommand(devices, UnaryOperator.identity())).execute("--list"));
    }

    private static List<String> hang() {
      while (true) {
        LockSupport.park(); // as native code, which hears of nothing
      }
    }
  }

  @Test
  void aDriverThatHangsHidesNoOtherAndDoesNotOutliveTheParent() throws Exception {
    Process lister =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                TestClassPath.get(),
                Lister.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(lister.getInputStream(), StandardCharsets.UTF_8));
      assertThat(lines.readLine()).isEqualTo("a card");
      assertThat(lister.isAlive()).isTrue();
      lister.getOutputStream().close();
      assertThat(lister.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(lister.exitValue()).isZero();
    } finally {
      lister.destroyForcibly();
    }
  }
}
