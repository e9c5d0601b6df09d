package org.inferscope.app.prefs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.SafeFile;
import org.inferscope.text.Texts;

/** The preferences on disk. Waits for the disk, so not for the event thread once a window shows. */
public final class PreferencesFile {
  /**
   * What was read.
   *
   * @param preferences always usable
   * @param notice what was wrong with the file, as a sentence; empty where nothing was
   */
  public record Loaded(Preferences preferences, String notice) {}

  private final Path path;

  /** The file in a user's folder for configuration, which need not exist. */
  public PreferencesFile(Path configFolder) {
    path = configFolder.resolve("preferences.properties");
  }

  /** Reads the preferences; what cannot be read has its default, and the notice says so. */
  public Loaded load() {
    try {
      // Byte by byte, so that a file damaged in places is still read for the rest.
      String text = Files.readString(path, StandardCharsets.ISO_8859_1);
      Preferences.Reading reading = Preferences.parse(text);
      String notice =
          reading.bad().isEmpty()
              ? ""
              : Texts.get("app.prefs.bad", path.toString(), String.join(", ", reading.bad()));
      return new Loaded(reading.preferences(), notice);
    } catch (NoSuchFileException e) {
      return new Loaded(Preferences.defaults(), "");
    } catch (IOException e) {
      String notice = Texts.get("app.prefs.unreadable", path.toString(), "" + e.getMessage());
      return new Loaded(Preferences.defaults(), notice);
    }
  }

  /**
   * Writes the preferences; the file has the old or the new content at any moment.
   *
   * @throws InferscopeException saying why, if it cannot be written
   */
  public void save(Preferences preferences) {
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new InferscopeException(
          Texts.get("app.prefs.unwritable", path.toString(), "" + e.getMessage()), e);
    }
    SafeFile.write(path, preferences.toFile().getBytes(StandardCharsets.ISO_8859_1));
  }
}
