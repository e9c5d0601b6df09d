import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A JDK to build with.
 *
 * @param home its folder
 * @param feature its version, such as 25
 */
record Jdk(Path home, int feature) {
  private static final int OLDEST = 17;

  /** Its start cache is the quickest of those that were measured. */
  private static final int PREFERRED = 25;

  /** The folders that JDKs lie in by the custom of each system. */
  private static final List<String> PARENTS =
      List.of(
          "/usr/lib/jvm",
          "/Library/Java/JavaVirtualMachines",
          "C:\\Program Files\\Eclipse Adoptium",
          "C:\\Program Files\\Java",
          "C:\\Program Files\\Microsoft");

  /** The one that was asked for, or else the best that is found. */
  static Jdk find(Optional<Path> asked) {
    if (asked.isPresent()) {
      return at(asked.get())
          .orElseThrow(
              () -> new Refusal("There is no JDK 17 or newer with jpackage in " + asked.get()));
    }
    List<Path> homes = new ArrayList<>();
    if (System.getenv("JAVA_HOME") != null) {
      homes.add(Path.of(System.getenv("JAVA_HOME")));
    }
    homes.add(Path.of(System.getProperty("java.home")));
    PARENTS.forEach(parent -> homes.addAll(folders(Path.of(parent))));
    return homes.stream()
        .flatMap(home -> at(home).stream())
        .max(Comparator.comparingInt(Jdk::rank))
        .orElseThrow(() -> new Refusal("There is no JDK 17 or newer with jpackage here"));
  }

  /** The preferred version before newer ones, those before older ones. */
  private int rank() {
    return feature == PREFERRED ? Integer.MAX_VALUE : feature;
  }

  private static List<Path> folders(Path parent) {
    try (Stream<Path> all = Files.list(parent)) {
      return all.flatMap(home -> Stream.of(home, home.resolve("Contents").resolve("Home")))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static Optional<Jdk> at(Path home) {
    Properties release = new Properties();
    try (InputStream in = Files.newInputStream(home.resolve("release"))) {
      release.load(in);
      String version = release.getProperty("JAVA_VERSION", "").replace("\"", "");
      int feature = Integer.parseInt(version.split("[.+-]")[0]);
      Jdk jdk = new Jdk(home, feature);
      return feature >= OLDEST && jdk.has("jpackage") && jdk.has("jlink")
          ? Optional.of(jdk)
          : Optional.empty();
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private boolean has(String tool) {
    Path bin = home.resolve("bin");
    return Files.exists(bin.resolve(tool)) || Files.exists(bin.resolve(tool + ".exe"));
  }

  /** The command that starts one of its tools. */
  String tool(String name) {
    return home.resolve("bin").resolve(name).toString();
  }
}
