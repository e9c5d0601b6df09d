import java.nio.file.Path;

/**
 * Where the parts of a build lie.
 *
 * @param project the project's folder
 * @param os the system that is built for
 */
record Layout(Path project, Os os) {
  /** The program's name in files' names, commands and packages. */
  static final String NAME = "inferscope";

  /** What is written by hand for the packages. */
  Path installer() {
    return project.resolve("installer");
  }

  /** What a build makes and nobody keeps. */
  Path work(String part) {
    return project.resolve("target").resolve("installer").resolve(part);
  }

  /** An argument file for {@code jpackage}, as it is named on its command line. */
  String arguments(String name) {
    return "@" + installer().resolve("jpackage").resolve(name + ".args");
  }

  /** What the program is made of before there is an image. */
  Path input() {
    return work("input");
  }

  Path icons() {
    return work("icons");
  }

  /** What takes the place of jpackage's own files, before versions are filled in. */
  Path overrides() {
    Path ofThisSystem = installer().resolve(os.word());
    return os == Os.LINUX ? ofThisSystem.resolve("package") : ofThisSystem;
  }

  /** The same with versions filled in. */
  Path resources() {
    return work("resources");
  }

  Path runtime() {
    return work("runtime");
  }

  /** The folder that the image is in. */
  Path images() {
    return work("image");
  }

  /** The program with its Java, ready to run. */
  Path image() {
    return images()
        .resolve(
            switch (os) {
              case LINUX -> NAME;
              case MACOS -> "Inferscope.app";
              case WINDOWS -> "Inferscope";
            });
  }

  /** The image's folder with the jar, which the launcher calls {@code $APPDIR}. */
  Path app() {
    return switch (os) {
      case LINUX -> image().resolve("lib").resolve("app");
      case MACOS -> image().resolve("Contents").resolve("app");
      case WINDOWS -> image().resolve("app");
    };
  }

  /** The image's own Java. */
  Path java() {
    return switch (os) {
      case LINUX -> image().resolve("lib").resolve("runtime").resolve("bin").resolve("java");
      case MACOS ->
          image()
              .resolve("Contents")
              .resolve("runtime")
              .resolve("Contents")
              .resolve("Home")
              .resolve("bin")
              .resolve("java");
      case WINDOWS -> image().resolve("runtime").resolve("bin").resolve("java.exe");
    };
  }

  /** The image's launcher that writes to the terminal it was called from. */
  Path launcher() {
    return switch (os) {
      case LINUX -> image().resolve("bin").resolve(NAME);
      case MACOS -> image().resolve("Contents").resolve("MacOS").resolve("Inferscope");
      case WINDOWS -> image().resolve(NAME + "-cli.exe");
    };
  }

  /** How the names of this system's packages begin. */
  String packageName(Pom pom) {
    return NAME + "-" + pom.version() + "-" + os.word() + "-" + Os.architecture();
  }
}
