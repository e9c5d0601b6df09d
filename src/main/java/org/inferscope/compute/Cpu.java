package org.inferscope.compute;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the computer's own processor calls itself. */
public final class Cpu {
  private static final Path LINUX = Path.of("/proc/cpuinfo");

  private Cpu() {}

  /** The processor's model where the system tells it, otherwise its architecture. Any thread. */
  public static String name() {
    return name(LINUX, System.getenv("PROCESSOR_IDENTIFIER"), System.getProperty("os.arch", "CPU"));
  }

  /** As {@link #name()}, from given sources: Linux's file, Windows' variable, Java's property. */
  static String name(Path cpuInfo, @Nullable String windows, String architecture) {
    return model(cpuInfo)
        .or(() -> Optional.ofNullable(windows))
        .map(name -> name.strip().replaceAll("\\s+", " "))
        .filter(name -> !name.isEmpty())
        .orElse(architecture);
  }

  private static Optional<String> model(Path cpuInfo) {
    if (!Files.isReadable(cpuInfo)) {
      return Optional.empty();
    }
    try (BufferedReader lines = Files.newBufferedReader(cpuInfo)) {
      return lines
          .lines()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
