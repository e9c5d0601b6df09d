package org.inferscope.compute.cuda;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.inferscope.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for a report in a process of its own, and ends that process if it takes too long. */
public final class CudaProcess {
  private static final Logger LOG = LoggerFactory.getLogger(CudaProcess.class);

  /** More than a report of many cards, and less than a pipe holds. */
  private static final int LONGEST_ANSWER = 32_768;

  private static final Duration LAST_WAIT = Duration.ofSeconds(1);

  private CudaProcess() {}

  /**
   * Runs a command that prints a report's line; lines before it are left out.
   *
   * @param command the program and its arguments
   * @param limit how long it may take
   * @return its report, or one that says why there is none
   */
  public static CudaReport ask(List<String> command, Duration limit) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      try {
        process.getOutputStream().close();
        return answer(process, limit);
      } finally {
        end(process);
      }
    } catch (IOException e) {
      LOG.warn("The driver cannot be asked by {}", command, e);
      return CudaReport.failed(Texts.get("cuda.process.notStarted"));
    }
  }

  private static CudaReport answer(Process process, Duration limit) throws IOException {
    if (!waitFor(process, limit)) {
      LOG.warn("The driver has not answered in {}", limit);
      String seconds = Long.toString(Math.max(1, limit.toSeconds()));
      return CudaReport.failed(Texts.get("cuda.process.hangs", seconds));
    }
    String text =
        new String(process.getInputStream().readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
    Optional<CudaReport> report =
        text.lines().map(CudaReport::ofLine).flatMap(Optional::stream).reduce((a, b) -> b);
    if (report.isEmpty()) {
      LOG.warn("Ended with {} and no report: {}", process.exitValue(), text);
    }
    return report.orElseGet(
        () ->
            CudaReport.failed(
                Texts.get("cuda.process.died", Integer.toString(process.exitValue()))));
  }

  private static boolean waitFor(Process process, Duration limit) throws IOException {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** A process that waits in the driver may not end even so; then it is left to the system. */
  private static void end(Process process) throws IOException {
    process.destroyForcibly();
    if (!Thread.currentThread().isInterrupted() && !waitFor(process, LAST_WAIT)) {
      LOG.warn("Process {} hangs in the driver and cannot be ended", process.pid());
    }
  }
}
