import java.util.List;
import java.util.Locale;

/** The systems that there are packages for, with the kinds of package that each has. */
enum Os {
  LINUX(List.of(Kind.DEB, Kind.RPM, Kind.TAR)),
  MACOS(List.of(Kind.DMG, Kind.PKG)),
  WINDOWS(List.of(Kind.MSI_USER, Kind.MSI_MACHINE, Kind.ZIP));

  /** What can be made: a package, or the image that all of a system's are made of. */
  enum Kind {
    DEB,
    RPM,
    TAR,
    DMG,
    PKG,
    MSI_USER,
    MSI_MACHINE,
    ZIP,
    IMAGE;

    /** As it is written on the command line. */
    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final List<Kind> kinds;

  Os(List<Kind> kinds) {
    this.kinds = kinds;
  }

  List<Kind> kinds() {
    return kinds;
  }

  /** As it is written on the command line, and the names of this system's files begin. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The system that this runs on. */
  static Os current() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (name.startsWith("mac")) {
      return MACOS;
    }
    return name.startsWith("windows") ? WINDOWS : LINUX;
  }

  /** The kind of processor, as the names of packages have it. */
  static String architecture() {
    String name = System.getProperty("os.arch");
    return switch (name) {
      case "aarch64" -> "arm64";
      case "amd64", "x86_64" -> "x64";
      default ->
          throw new Refusal("Packages are for processors x86-64 and arm64, and not for " + name);
    };
  }

  static Os of(String word) {
    for (Os os : values()) {
      if (os.word().equals(word)) {
        return os;
      }
    }
    throw new Refusal("--os is linux, macos or windows, not " + word);
  }

  /** One of this system's kinds, or the image. */
  Kind kind(String word) {
    for (Kind kind : Kind.values()) {
      if (kind.word().equals(word) && (kind == Kind.IMAGE || kinds.contains(kind))) {
        return kind;
      }
    }
    String known = String.join(", ", kinds.stream().map(Kind::word).toList());
    throw new Refusal("On " + word() + " --type is one of " + known + " and image, not " + word);
  }
}
