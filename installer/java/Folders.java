import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is done to whole folders. */
final class Folders {
  private Folders() {}

  /** Makes a folder that is empty, whatever was there before. */
  static Path empty(Path folder) {
    delete(folder);
    return make(folder);
  }

  static Path make(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new Refusal("Cannot make " + folder + ": " + e.getMessage(), e);
    }
  }

  static void delete(Path folder) {
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          deleteOne(path);
        }
      } catch (IOException e) {
        throw new Refusal("Cannot delete " + folder + ": " + e.getMessage(), e);
      }
    }
  }

  /** Windows deletes no file that is read-only, as jpackage leaves launchers there. */
  private static void deleteOne(Path path) throws IOException {
    try {
      Files.delete(path);
    } catch (AccessDeniedException e) {
      if (Files.isSymbolicLink(path) || !path.toFile().setWritable(true)) {
        throw e;
      }
      Files.delete(path);
    }
  }

  /** Copies a file to where nothing needs to be yet. */
  static void copy(Path file, Path target) {
    try {
      Files.createDirectories(target.getParent());
      Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new Refusal("Cannot copy " + file + ": " + e.getMessage(), e);
    }
  }

  /** Copies a text with its {@code @NAMES@} filled in. */
  static void fillIn(Path file, Path target, Map<String, String> values) {
    try {
      String text = Files.readString(file);
      for (Map.Entry<String, String> value : values.entrySet()) {
        text = text.replace("@" + value.getKey() + "@", value.getValue());
      }
      Files.createDirectories(target.getParent());
      Files.writeString(target, text);
    } catch (IOException e) {
      throw new Refusal("Cannot write " + target + ": " + e.getMessage(), e);
    }
  }

  /** The files in a folder and in all folders below, in one order on every machine. */
  static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new Refusal("Cannot read " + folder + ": " + e.getMessage(), e);
    }
  }

  /**
   * Files that are not to be run, with the rights that installed ones have, whatever a copy had.
   */
  static void letEverybodyRead(Path folder) {
    try {
      for (Path file : files(folder)) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
      }
    } catch (IOException e) {
      throw new Refusal("Cannot change rights in " + folder + ": " + e.getMessage(), e);
    }
  }

  /** Gives everything in a folder one time, links excepted. */
  static void date(Path folder, Instant time) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        if (!Files.isSymbolicLink(path)) {
          Files.getFileAttributeView(path, BasicFileAttributeView.class)
              .setTimes(FileTime.from(time), null, null);
        }
      }
    } catch (IOException e) {
      throw new Refusal("Cannot date " + folder + ": " + e.getMessage(), e);
    }
  }
}
