package org.inferscope.app.prefs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.SafeFile;
import org.inferscope.io.WriteLock;
import org.inferscope.text.Texts;

/**
 * The preferences on disk. Several instances of the program, also of different versions, share the
 * file: each writes what has changed in it and leaves the rest. Waits for the disk, so not for the
 * event thread once a window shows; any thread, one at a time.
 */
public final class PreferencesFile {
  /**
   * What was read.
   *
   * @param preferences always usable
   * @param notice what was wrong with the file, as a sentence; empty where nothing was
   */
  public record Loaded(Preferences preferences, String notice) {}

  private final Path path;
  private Preferences before = Preferences.defaults();

  /** The file in a user's folder for configuration, which need not exist. */
  public PreferencesFile(Path configFolder) {
    path = configFolder.resolve("preferences.properties");
  }

  /**
   * Reads the preferences; what cannot be read has its default, and the notice says so. A damaged
   * file is renamed, so that nothing is lost of it.
   */
  public synchronized Loaded load() {
    try {
      Preferences.Reading reading = Preferences.parse(text());
      if (reading.broken()) {
        return new Loaded(reading.preferences(), putAside());
      }
      before = reading.preferences();
      String notice =
          reading.bad().isEmpty()
              ? ""
              : Texts.get("app.prefs.bad", path.toString(), String.join(", ", reading.bad()));
      return new Loaded(before, notice);
    } catch (IOException e) {
      String notice = Texts.get("app.prefs.unreadable", path.toString(), "" + e.getMessage());
      return new Loaded(Preferences.defaults(), notice);
    }
  }

  /** Byte by byte, so that a file damaged in places is still read for the rest. */
  private String text() throws IOException {
    try {
      return Files.readString(path, StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException e) {
      return "";
    }
  }

  private String putAside() {
    try {
      return Texts.get("app.prefs.broken", path.toString(), SafeFile.moveAside(path).toString());
    } catch (IOException e) {
      return Texts.get("app.prefs.unreadable", path.toString(), "" + e.getMessage());
    }
  }

  /**
   * Writes what has changed since these preferences were last read or written; the file has the old
   * or the new content at any moment.
   *
   * @throws InferscopeException saying why, if it cannot be written
   */
  public synchronized void save(Preferences preferences) {
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      WriteLock lock = WriteLock.of(path);
      try (lock) {
        String merged = preferences.onto(text(), before);
        SafeFile.write(path, merged.getBytes(StandardCharsets.ISO_8859_1));
      }
      before = preferences;
    } catch (IOException e) {
      throw new InferscopeException(
          Texts.get("app.prefs.unwritable", path.toString(), "" + e.getMessage()), e);
    }
  }
}
