import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The notices of what others have written, as the build has put them into the jar. */
final class Notices {
  private static final String ENTRY = "assets/licences/third-party.txt";

  private Notices() {}

  static void take(Path jar, Path target) {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry entry = zip.getEntry(ENTRY);
      if (entry == null) {
        throw new Refusal(jar + " is not Inferscope's jar: it has no " + ENTRY);
      }
      try (InputStream in = zip.getInputStream(entry)) {
        Files.copy(in, target);
      }
    } catch (IOException e) {
      throw new Refusal("Cannot read " + jar + ": " + e.getMessage(), e);
    }
  }
}
