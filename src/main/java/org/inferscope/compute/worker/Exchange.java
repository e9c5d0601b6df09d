package org.inferscope.compute.worker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Memory that is shared with a worker of this machine: a file that both have mapped, in two halves,
 * so that one can be filled while the other is taken. Its name is needed only until the worker has
 * mapped it; the memory goes with the two processes.
 *
 * <p>The name carries the number of the process that made it. What a killed one has left behind is
 * deleted by the next.
 */
final class Exchange implements AutoCloseable {
  /** Numbers of a half. */
  static final int HALF = 1 << 21;

  /** How many halves there are. */
  static final int HALVES = 2;

  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
  private static final long BYTES = (long) HALVES * HALF * Float.BYTES;
  private static final String NAME = "inferscope-exchange-";
  private static final Pattern NAMES = Pattern.compile(NAME + "(\\d{1,18})-\\p{XDigit}+");
  private static final int ZEROS = 1 << 20;
  private static final AtomicBoolean WARNED = new AtomicBoolean();

  private final Path file;
  private final FloatBuffer numbers;

  private Exchange(Path file, FloatBuffer numbers) {
    this.file = file;
    this.numbers = numbers;
  }

  /** Where such files may lie, the best place first: one that is memory, then any. */
  static List<Path> folders() {
    return List.of(Path.of("/dev/shm"), Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** Makes one in the first of some folders that has room for it; empty if none has. */
  static Optional<Exchange> create(List<Path> folders) {
    for (Path folder : folders) {
      if (Files.isDirectory(folder) && Files.isWritable(folder)) {
        deleteStale(folder);
        try {
          return Optional.of(createIn(folder));
        } catch (IOException e) {
          LOG.debug("No room to share memory in {}", folder, e);
        }
      }
    }
    if (!WARNED.getAndSet(true)) {
      LOG.warn("No memory can be shared with workers; numbers are sent to them, more slowly");
    }
    return Optional.empty();
  }

  private static Exchange createIn(Path folder) throws IOException {
    String random = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    Path file = folder.resolve(NAME + ProcessHandle.current().pid() + "-" + random);
    boolean made = false;
    try (FileChannel channel = FileChannel.open(file, options(), attributes(folder))) {
      // Written, so that the room is there: touching a mapped page for which there is none is
      // fatal.
      ByteBuffer zeros = ByteBuffer.allocateDirect(ZEROS);
      for (long done = 0; done < BYTES; ) {
        done += channel.write(zeros.duplicate().limit((int) Math.min(ZEROS, BYTES - done)));
      }
      FloatBuffer numbers =
          channel.map(MapMode.READ_WRITE, 0, BYTES).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
      made = true;
      return new Exchange(file, numbers);
    } finally {
      if (!made) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static Set<OpenOption> options() {
    return Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /** For its owner alone, where files have owners; elsewhere the folder is the owner's. */
  private static FileAttribute<?>[] attributes(Path folder) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /** Deletes what processes that are no more have left behind. */
  private static void deleteStale(Path folder) {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, NAME + "*")) {
      for (Path each : left) {
        Matcher name = NAMES.matcher(each.getFileName().toString());
        if (name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
          Files.deleteIfExists(each);
        }
      }
    } catch (IOException e) {
      LOG.debug("{} cannot be tidied", folder, e);
    }
  }

  /** The file, for the worker to map. */
  Path file() {
    return file;
  }

  /** How much it is. */
  long bytes() {
    return BYTES;
  }

  /** Where a half begins, in bytes. */
  static long offset(int half) {
    return (long) half * HALF * Float.BYTES;
  }

  /** Puts some of a buffer's numbers into a half; the buffer's position is left alone. */
  void fill(int half, FloatBuffer source, int from, int count) {
    numbers.put(half * HALF, source, from, count);
  }

  /** Gets numbers from a half. */
  void take(int half, float[] target, int at, int count) {
    numbers.get(half * HALF, target, at, count);
  }

  /**
   * Gives up the name; the memory stays. Where the system keeps it, the next process sees to it.
   */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.debug("{} is still in use", file, e);
    }
  }
}
