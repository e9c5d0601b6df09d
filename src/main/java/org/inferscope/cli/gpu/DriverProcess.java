package org.inferscope.cli.gpu;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.inferscope.compute.cuda.CudaProcess;
import org.inferscope.compute.cuda.CudaReport;

/** Asks the driver by way of this program's own hidden command, in a small Java. */
public final class DriverProcess {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final int NATIVE_ACCESS_IS_ASKED_FOR = 22;
  private static final String MAIN = "org.inferscope.Main";

  private DriverProcess() {}

  /** What the driver says; waits for it, but not for ever. */
  public static CudaReport ask() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx64m"));
    // Should the driver end the process, its memory need not be kept.
    command.add("-XX:-CreateCoredumpOnCrash");
    if (Runtime.version().feature() >= NATIVE_ACCESS_IS_ASKED_FOR) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN, "gpu", "probe"));
    return CudaProcess.ask(command, PATIENCE);
  }
}
