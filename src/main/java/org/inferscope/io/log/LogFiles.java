package org.inferscope.io.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.ErrorManager;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.inferscope.io.UserFolders;
import org.jspecify.annotations.Nullable;

/**
 * Sends everything that is logged to files that take turns, and nothing to the terminal.
 *
 * <p>Nothing is touched on disk before the first record, so that setting it up costs nothing at
 * start-up. Several instances at once write to files of their own. What cannot be written is lost,
 * without a word: it must never be the log that stops the program. Later records are tried again.
 */
public final class LogFiles extends Handler {
  private static final int FILES = 4;
  private static final int BYTES_A_FILE = 1 << 20;

  /** %u tells instances that run at once apart, %g is 0 for the newest. */
  private static final String PATTERN = "inferscope.%u.%g.log";

  private final Path folder;
  private final int filesKept;
  private final int bytesAFile;
  private @Nullable Handler file;

  LogFiles(Path folder, int filesKept, int bytesAFile) {
    this.folder = folder;
    this.filesKept = filesKept;
    this.bytesAFile = bytesAFile;
    setLevel(Level.INFO);
  }

  /**
   * Logs to files in the user's log folder from now on. Only leaves a note for the logging system,
   * which takes a tenth of a second to wake up: that happens when somebody logs first. Called
   * before that.
   */
  public static void install() {
    System.setProperty("java.util.logging.config.class", Setup.class.getName());
  }

  /** Made by the logging system when it wakes up. */
  public static final class Setup {
    /** Replaces the handler for the terminal by log files. */
    public Setup() throws IOException {
      LogManager.getLogManager().readConfiguration(InputStream.nullInputStream());
      Logger root = Logger.getLogger("");
      root.setLevel(Level.INFO);
      root.addHandler(new LogFiles(UserFolders.ofThisUser().logs(), FILES, BYTES_A_FILE));
    }
  }

  @Override
  public synchronized void publish(@Nullable LogRecord record) {
    if (record == null || !isLoggable(record)) {
      return;
    }
    if (file == null) {
      file = open();
    }
    if (file != null) {
      file.publish(record);
    }
  }

  private @Nullable Handler open() {
    try {
      Files.createDirectories(folder);
      String pattern = folder.toString().replace("%", "%%") + "/" + PATTERN;
      Handler handler = new FileHandler(pattern, bytesAFile, filesKept, true);
      handler.setEncoding("UTF-8");
      handler.setFormatter(new LogLine());
      handler.setErrorManager(new Silence());
      return handler;
    } catch (IOException | SecurityException e) {
      return null;
    }
  }

  /** A full disk is no reason to write to the terminal. */
  private static final class Silence extends ErrorManager {
    @Override
    public void error(@Nullable String message, @Nullable Exception problem, int code) {}
  }

  @Override
  public synchronized void flush() {
    if (file != null) {
      file.flush();
    }
  }

  @Override
  public synchronized void close() {
    if (file != null) {
      file.close();
      file = null;
    }
  }
}
