import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * Linux's packages. Jpackage's desktop integration needs a desktop's tools while it is installed
 * and fails on machines without; here everything that a desktop looks for is a plain file in the
 * folder where it is looked for, which also is removed with the package.
 */
final class LinuxPackages {
  private static final List<Integer> ICONS = List.of(16, 22, 24, 32, 48, 64, 128, 256, 512);

  private final Shell shell;
  private final Layout layout;
  private final JPackage jpackage;
  private final Pom pom;

  LinuxPackages(Shell shell, Layout layout, JPackage jpackage, Pom pom) {
    this.shell = shell;
    this.layout = layout;
    this.jpackage = jpackage;
    this.pom = pom;
  }

  /**
   * Makes one.
   *
   * @param out the folder for it
   * @return the package
   */
  Path make(Os.Kind kind, Path out) {
    return switch (kind) {
      case DEB -> deb(out);
      case RPM -> rpm(out);
      case TAR -> tar(out);
      default -> throw new IllegalArgumentException(kind.word());
    };
  }

  /** Jpackage's package, opened, with the desktop's files added, and closed again. */
  private Path deb(Path out) {
    Path made = jpackage(Os.Kind.DEB);
    Path root = layout.work("deb-root");
    shell.run(List.of("dpkg-deb", "--raw-extract", made.toString(), root.toString()));
    Path target = out.resolve("inferscope_" + pom.version() + "_" + debArchitecture() + ".deb");
    shell.tell("add the desktop's files, and date " + root + " " + pom.timestamp());
    if (!shell.isDry()) {
      addDesktopFiles(root);
      tidyControl(root);
      Folders.date(root, pom.timestamp());
    }
    shell.run(
        List.of(
            "dpkg-deb",
            "--root-owner-group",
            "-Zxz",
            "--build",
            root.toString(),
            target.toString()));
    return target;
  }

  private Path rpm(Path out) {
    shell.tell("add the desktop's files to " + layout.work("rpm-files"));
    if (!shell.isDry()) {
      addDesktopFiles(layout.work("rpm-files"));
    }
    Path made = jpackage(Os.Kind.RPM);
    Path target = out.resolve("inferscope-" + pom.version() + "." + rpmArchitecture() + ".rpm");
    shell.move(made, target);
    return target;
  }

  private Path tar(Path out) {
    Path target = out.resolve(layout.packageName(pom) + ".tar.gz");
    shell.run(
        List.of(
            "tar",
            "--create",
            "--gzip",
            "--sort=name",
            "--owner=0",
            "--group=0",
            "--numeric-owner",
            "--file",
            target.toString(),
            "--directory",
            layout.images().toString(),
            Layout.NAME));
    return target;
  }

  private Path jpackage(Os.Kind kind) {
    String word = kind.word();
    return jpackage.make(
        kind,
        word,
        List.of(layout.arguments("linux-package"), layout.arguments("linux-" + word)),
        List.of());
  }

  /** Menu, kind of file, icons and what software centres show, below {@code /usr/share}. */
  private void addDesktopFiles(Path root) {
    Path share = root.resolve("usr").resolve("share");
    Path from = layout.installer().resolve("linux").resolve("desktop");
    String desktop = Layout.NAME + ".desktop";
    Folders.copy(from.resolve(desktop), share.resolve("applications").resolve(desktop));
    Folders.copy(
        from.resolve("inferscope.xml"),
        share.resolve("mime").resolve("packages").resolve("inferscope.xml"));
    String about = "org.inferscope.Inferscope.metainfo.xml";
    Folders.fillIn(from.resolve(about), share.resolve("metainfo").resolve(about), values(pom));
    Path theme = share.resolve("icons").resolve("hicolor");
    for (int size : ICONS) {
      Path icon = layout.icons().resolve("inferscope-" + size + ".png");
      Path place = theme.resolve(size + "x" + size);
      Folders.copy(icon, place.resolve("apps").resolve("inferscope.png"));
    }
    Folders.copy(
        layout.project().resolve("assets").resolve("icons").resolve("inferscope.svg"),
        theme.resolve("scalable").resolve("apps").resolve("inferscope.svg"));
    Path documents = share.resolve("doc").resolve(Layout.NAME);
    Folders.copy(layout.input().resolve("THIRD-PARTY.txt"), documents.resolve("THIRD-PARTY.txt"));
    Folders.copy(layout.project().resolve("LICENSE"), documents.resolve("copyright"));
    Folders.letEverybodyRead(share);
    link(root);
  }

  /** Without jpackage's scripts, which have nothing to do, and with the size of all the files. */
  private static void tidyControl(Path root) {
    Path control = root.resolve("DEBIAN");
    try {
      for (String script : List.of("preinst", "postinst", "prerm")) {
        Files.deleteIfExists(control.resolve(script));
      }
      long kibibytes = 0;
      for (Path file : Folders.files(root)) {
        kibibytes += (Files.size(file) + 1023) / 1024;
      }
      Path fields = control.resolve("control");
      String size = "Installed-Size: " + kibibytes;
      Files.writeString(
          fields, Files.readString(fields).replaceFirst("Installed-Size: \\d+", size));
    } catch (IOException e) {
      throw new Refusal("Cannot write " + control + ": " + e.getMessage(), e);
    }
  }

  /** So that {@code inferscope} is a command. */
  private static void link(Path root) {
    try {
      Path bin = Folders.make(root.resolve("usr").resolve("bin"));
      Files.createSymbolicLink(
          bin.resolve(Layout.NAME), Path.of("/opt", Layout.NAME, "bin", Layout.NAME));
    } catch (IOException e) {
      throw new Refusal("Cannot link the command: " + e.getMessage(), e);
    }
  }

  private static String debArchitecture() {
    return Os.architecture().equals("x64") ? "amd64" : "arm64";
  }

  private static String rpmArchitecture() {
    return Os.architecture().equals("x64") ? "x86_64" : "aarch64";
  }

  private static Map<String, String> values(Pom pom) {
    return Map.of(
        "VERSION",
        pom.version(),
        "DATE",
        pom.timestamp().atZone(ZoneOffset.UTC).toLocalDate().toString());
  }
}
