package org.inferscope.io.hardware;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.ReadProblem;
import org.inferscope.io.SafeFile;
import org.inferscope.model.hardware.DeviceCatalogue;
import org.inferscope.model.hardware.DeviceSpec;
import org.inferscope.text.Texts;

/**
 * The devices that a person has added, in a file of their own. Saving never loses what could not be
 * read: a file with such rows is kept under another name. File thread.
 */
public final class OwnDevices {
  private static final String NAME = "own-devices";
  private static final String ENDING = ".csv";
  private static final DeviceCatalogue NONE = new DeviceCatalogue(List.of(), List.of());

  private final Path folder;

  /** The devices kept in a folder, which need not exist. */
  public OwnDevices(Path folder) {
    this.folder = folder;
  }

  /** Where they are kept. */
  public Path file() {
    return folder.resolve(NAME + ENDING);
  }

  /**
   * Reads them; none where there is no file. Rows that do not hold are named in the catalogue's
   * problems.
   *
   * @throws InferscopeException if the file cannot be read or is no catalogue
   */
  public DeviceCatalogue load() {
    if (!Files.exists(file())) {
      return NONE;
    }
    try {
      String csv = Files.readString(file(), StandardCharsets.UTF_8);
      return csv.isBlank() ? NONE : DeviceFile.parse(csv, NAME + ENDING);
    } catch (IOException e) {
      throw ReadProblem.of(file(), e);
    }
  }

  /**
   * Writes them.
   *
   * @return where the old file is kept, if something in it could not be read
   * @throws InferscopeException with the reason in words; the old file is then untouched
   */
  public Optional<Path> save(List<DeviceSpec> devices) {
    try {
      Files.createDirectories(folder);
      Optional<Path> kept = isWhollyReadable() ? Optional.empty() : Optional.of(keepOld());
      SafeFile.write(file(), DeviceFile.write(devices).getBytes(StandardCharsets.UTF_8));
      return kept;
    } catch (IOException e) {
      throw new InferscopeException(
          Texts.get("io.unwritable", file().toString(), String.valueOf(e.getMessage())), e);
    }
  }

  private boolean isWhollyReadable() {
    try {
      return load().problems().isEmpty();
    } catch (InferscopeException e) {
      return false;
    }
  }

  private Path keepOld() throws IOException {
    int number = 1;
    while (Files.exists(kept(number))) {
      number++;
    }
    return Files.copy(file(), kept(number));
  }

  private Path kept(int number) {
    return folder.resolve(NAME + "-" + number + ".bak" + ENDING);
  }
}
