package org.inferscope.io.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFilesTest {
  private static final int KEPT = 3;
  private static final int BYTES = 2_000;

  @TempDir private Path parent;

  private static LogRecord entry(Level level, String message) {
    LogRecord entry = new LogRecord(level, message);
    entry.setLoggerName("test");
    return entry;
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.toString().endsWith(".lck")).sorted().toList();
    }
  }

  @Test
  void nothingIsTouchedBeforeTheFirstRecord() {
    Path folder = parent.resolve("logs");
    try (Closer log = new Closer(new LogFiles(folder, KEPT, BYTES))) {
      log.files.publish(entry(Level.FINE, "too fine to be told"));
      assertThat(folder).doesNotExist();
      log.files.publish(entry(Level.INFO, "told"));
      assertThat(folder).exists();
    }
  }

  @Test
  void anErrorIsWrittenWithItsStackTraceAndCauses() throws IOException {
    Path folder = parent.resolve("100%g");
    try (Closer log = new Closer(new LogFiles(folder, KEPT, BYTES * 10))) {
      LogRecord entry = entry(Level.SEVERE, "μ failed");
      entry.setThrown(new IllegalStateException("outer", new IOException("inner")));
      log.files.publish(entry);
    }
    assertThat(Files.readString(filesIn(folder).get(0)))
        .contains("SEVERE test: μ failed", "IllegalStateException: outer", "  at org.inferscope.")
        .contains("Caused by: java.io.IOException: inner");
  }

  @Test
  void sizeAndNumberOfFilesAreLimited() throws IOException {
    try (Closer log = new Closer(new LogFiles(parent, KEPT, BYTES))) {
      for (int i = 0; i < 500; i++) {
        log.files.publish(entry(Level.INFO, "record " + i));
      }
    }
    List<Path> files = filesIn(parent);
    assertThat(files).hasSize(KEPT);
    assertThat(files).allSatisfy(file -> assertThat(Files.size(file)).isLessThan(BYTES + 200));
    assertThat(Files.readString(files.get(0))).contains("record 499");
  }

  @Test
  void aFolderThatCannotBeMadeStopsNobody() throws IOException {
    Path file = Files.writeString(parent.resolve("file"), "in the way");
    try (Closer log = new Closer(new LogFiles(file.resolve("logs"), KEPT, BYTES))) {
      log.files.publish(entry(Level.SEVERE, "lost"));
      log.files.publish(entry(Level.SEVERE, "lost too"));
    }
    assertThat(file).hasContent("in the way");
  }

  @Test
  void aFolderThatCanBeMadeLaterGetsTheLaterRecords() throws IOException {
    Path file = Files.writeString(parent.resolve("file"), "in the way");
    Path folder = file.resolve("logs");
    try (Closer log = new Closer(new LogFiles(folder, KEPT, BYTES))) {
      log.files.publish(entry(Level.SEVERE, "lost"));
      Files.delete(file);
      log.files.publish(entry(Level.SEVERE, "kept"));
    }
    assertThat(Files.readString(filesIn(folder).get(0))).contains("kept").doesNotContain("lost");
  }

  @Test
  void aFullDiskIsBorneInSilence() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.isWritable(full), "a device of Linux that is always full");
    Files.createSymbolicLink(parent.resolve("inferscope.0.0.log"), full);
    PrintStream terminal = System.err;
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
    try (Closer log = new Closer(new LogFiles(parent, KEPT, BYTES))) {
      log.files.publish(entry(Level.SEVERE, "lost"));
    } finally {
      System.setErr(terminal);
    }
    assertThat(told.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  /** A log that is closed at the end of a test; Handler itself is not AutoCloseable on JDK 17. */
  private record Closer(LogFiles files) implements AutoCloseable {
    @Override
    public void close() {
      files.close();
    }
  }
}
