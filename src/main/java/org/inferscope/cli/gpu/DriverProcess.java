package org.inferscope.cli.gpu;

import java.time.Duration;
import org.inferscope.app.finder.SmallJava;
import org.inferscope.compute.cuda.CudaProcess;
import org.inferscope.compute.cuda.CudaReport;

/** Asks the driver by way of this program's own hidden command, in a small Java. */
public final class DriverProcess {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final int MEGABYTES = 64;

  private DriverProcess() {}

  /** What the driver says; waits for it, but not for ever. */
  public static CudaReport ask() {
    return CudaProcess.ask(SmallJava.command(MEGABYTES, "gpu", "probe"), PATIENCE);
  }
}
