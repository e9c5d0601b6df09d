package org.inferscope.compute.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * How large a processor's caches are, in bytes. Immutable, any thread.
 *
 * @param l2 second level, for each core
 * @param l3 third level, shared by all
 * @param assumed whether the system does not tell, and these are what most processors have at least
 */
public record CacheSizes(long l2, long l3, boolean assumed) {
  private static final Path LINUX = Path.of("/sys/devices/system/cpu/cpu0/cache");
  private static final long USUAL_L2 = 1L << 20;
  private static final long USUAL_L3 = 16L << 20;

  /** This machine's: as Linux tells them, elsewhere 1 MiB and 16 MiB. */
  public static CacheSizes ofThisMachine() {
    return read(LINUX);
  }

  /** From a folder with a folder for each cache that holds its level, type and size. */
  static CacheSizes read(Path folder) {
    OptionalLong l2 = size(folder, "2");
    OptionalLong l3 = size(folder, "3");
    return l2.isPresent() && l3.isPresent()
        ? new CacheSizes(l2.getAsLong(), l3.getAsLong(), false)
        : new CacheSizes(USUAL_L2, USUAL_L3, true);
  }

  private static OptionalLong size(Path folder, String level) {
    try (Stream<Path> caches = Files.list(folder)) {
      List<Path> all = caches.toList();
      for (Path cache : all) {
        if (line(cache, "level").equals(level) && !line(cache, "type").equals("Instruction")) {
          return bytes(line(cache, "size"));
        }
      }
    } catch (IOException e) {
      // Another system, or a machine that does not tell.
    }
    return OptionalLong.empty();
  }

  private static String line(Path cache, String name) throws IOException {
    Path file = cache.resolve(name);
    return Files.isRegularFile(file) ? Files.readString(file).strip() : "";
  }

  /** As in {@code 2048K}. */
  private static OptionalLong bytes(String text) {
    if (!text.matches("[1-9]\\d{0,9}[KMG]?")) {
      return OptionalLong.empty();
    }
    long number = Long.parseLong(text.replaceAll("\\D", ""));
    return OptionalLong.of(
        switch (text.charAt(text.length() - 1)) {
          case 'K' -> number << 10;
          case 'M' -> number << 20;
          case 'G' -> number << 30;
          default -> number;
        });
  }
}
