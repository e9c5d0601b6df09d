package org.inferscope.app.finder;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.inferscope.compute.exec.Daemons;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has a process list devices, and ends it if it takes too long. What it told until then counts. */
final class ListingProcess {
  private static final Logger LOG = LoggerFactory.getLogger(ListingProcess.class);
  private static final int MEGABYTES = 128;
  private static final Duration LAST_WAIT = Duration.ofSeconds(1);

  private ListingProcess() {}

  /** This program's own, in a small Java. */
  static List<String> command() {
    return SmallJava.command(MEGABYTES, "worker", "--list");
  }

  /**
   * Runs a command that prints devices.
   *
   * @param limit how long it may take
   */
  static List<ListedDevice> ask(List<String> command, Duration limit) {
    List<ListedDevice> devices = new CopyOnWriteArrayList<>();
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      try {
        Thread reader = Daemons.thread("inferscope-devices", () -> read(process, devices));
        reader.start();
        reader.join(limit.toMillis());
        if (process.isAlive() && !process.waitFor(LAST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
          LOG.warn("Not all drivers have answered in {}", limit);
        } else if (process.exitValue() != 0) {
          LOG.warn("Listing devices ended with {}", process.exitValue());
        }
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      LOG.warn("Devices cannot be listed by {}", command, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return List.copyOf(devices);
  }

  private static void read(Process process, List<ListedDevice> devices) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        ListedDevice.ofLine(line).ifPresent(devices::add);
      }
    } catch (IOException e) {
      LOG.debug("The listing of devices has ended", e);
    }
  }
}
