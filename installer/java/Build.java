import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Builds the packages of this system, or shows how: called by {@code build.sh} and {@code
 * build.ps1}, with the project's folder before their own arguments.
 */
final class Build {
  /** A time as {@code touch} reads it. */
  private static final DateTimeFormatter TOUCH =
      DateTimeFormatter.ofPattern("uuuuMMddHHmm.ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Options options;
  private final Layout layout;
  private final Shell shell;
  private final Jdk jdk;
  private final Pom pom;

  private Build(Options options, Path project) {
    this.options = options;
    this.layout = new Layout(project, options.os());
    this.shell = new Shell(options.dryRun(), project, System.out);
    this.pom = Pom.read(project);
    this.jdk = Jdk.find(options.jdk());
  }

  /** Ends with status 1 and a sentence where something does not go, with 2 on wrong use. */
  public static void main(String[] args) {
    List<String> words = Arrays.asList(args);
    if (words.contains("--help")) {
      System.out.println(Options.USAGE);
      return;
    }
    try {
      Path project = Path.of(args[0]).toAbsolutePath().normalize();
      Options options;
      try {
        options = Options.of(words.subList(1, words.size()), project);
      } catch (Refusal refusal) {
        System.err.println(refusal.getMessage());
        System.exit(2);
        return;
      }
      new Build(options, project).run();
    } catch (Refusal refusal) {
      System.err.println(refusal.getMessage());
      System.exit(1);
    }
  }

  private void run() {
    shell.tell(
        "Inferscope "
            + pom.version()
            + " for "
            + options.os().word()
            + "-"
            + Os.architecture()
            + ", JDK "
            + jdk.feature());
    Set<Os.Kind> kinds = kinds();
    clear();
    Path jar = options.jar().orElseGet(this::jar).toAbsolutePath();
    icons(jar);
    fill(jar);
    new RuntimeImage(shell, layout, jdk).link(jar);
    new AppImage(shell, layout, jdk, options).make(pom);
    if (options.smokeTest()) {
      new SmokeTest(shell, layout).run();
    }
    for (Path made : packages(kinds)) {
      shell.tell("made " + made);
    }
  }

  /** Those asked for, or those that there are tools for. */
  private Set<Os.Kind> kinds() {
    if (!options.kinds().isEmpty()) {
      return options.kinds();
    }
    Set<Os.Kind> kinds = EnumSet.copyOf(options.os().kinds());
    if (options.os() == Os.LINUX && !shell.isDry()) {
      leaveOut(kinds, Os.Kind.DEB, "dpkg-deb");
      leaveOut(kinds, Os.Kind.DEB, "fakeroot");
      leaveOut(kinds, Os.Kind.RPM, "rpmbuild");
    }
    return kinds;
  }

  private void leaveOut(Set<Os.Kind> kinds, Os.Kind kind, String tool) {
    if (!Shell.has(tool) && kinds.remove(kind)) {
      shell.tell("no ." + kind.word() + ": there is no " + tool + " here");
    }
  }

  private void clear() {
    if (!shell.isDry()) {
      for (String part : List.of("runtime", "smoke", "deb-root", "rpm-files")) {
        Folders.delete(layout.work(part));
      }
      for (Os.Kind kind : Os.Kind.values()) {
        Folders.delete(layout.work(kind.word()));
      }
      for (String part : List.of("icons", "input", "resources", "home")) {
        Folders.empty(layout.work(part));
      }
      Folders.make(options.out());
    }
  }

  private Path jar() {
    String maven = options.os() == Os.WINDOWS ? "mvn.cmd" : "mvn";
    shell.run(List.of(maven, "-B", "-ntp", "-q", "-Dmaven.test.skip=true", "package"));
    return layout.project().resolve("target").resolve("inferscope.jar");
  }

  private void icons(Path jar) {
    shell.run(
        List.of(
            jdk.tool("java"),
            "-cp",
            jar.toString(),
            layout.installer().resolve("java").resolve("Icons.java").toString(),
            layout
                .project()
                .resolve("assets")
                .resolve("icons")
                .resolve("inferscope.svg")
                .toString(),
            layout.icons().toString()));
  }

  /** What the image is made of, and what takes the place of jpackage's own files. */
  private void fill(Path jar) {
    shell.tell("split " + jar + " into " + layout.input());
    shell.tell("fill in " + layout.resources());
    if (!shell.isDry()) {
      AppFolder.split(jar, layout.input(), pom.timestamp());
      Folders.copy(layout.project().resolve("LICENSE"), layout.input().resolve("LICENSE"));
      Notices.take(jar, layout.input().resolve("THIRD-PARTY.txt"));
      Map<String, String> values =
          Map.of(
              "VERSION",
              pom.version(),
              "IMAGE",
              layout.image().toString(),
              "FILES",
              layout.work("rpm-files").toString(),
              "TIME",
              TOUCH.format(pom.timestamp()));
      for (Path file : Folders.files(layout.overrides())) {
        Folders.fillIn(file, layout.resources().resolve(file.getFileName()), values);
      }
    }
  }

  private List<Path> packages(Set<Os.Kind> kinds) {
    List<Path> made = new ArrayList<>();
    JPackage jpackage = new JPackage(shell, layout, jdk, pom);
    LinuxPackages linux = new LinuxPackages(shell, layout, jpackage, pom);
    MacPackages mac = new MacPackages(shell, layout, jdk, jpackage, pom, options);
    WindowsPackages windows = new WindowsPackages(shell, layout, jdk, jpackage, pom, options);
    switch (options.os()) {
      case LINUX -> {}
      case MACOS -> mac.signImage();
      case WINDOWS -> windows.signImage();
    }
    for (Os.Kind kind : kinds) {
      if (kind == Os.Kind.IMAGE) {
        made.add(layout.image());
        continue;
      }
      made.add(
          switch (options.os()) {
            case LINUX -> linux.make(kind, options.out());
            case MACOS -> mac.make(kind, options.out());
            case WINDOWS -> windows.make(kind, options.out());
          });
    }
    if (options.os() == Os.LINUX) {
      options.signing("--gpg-key").ifPresent(key -> made.forEach(file -> gpg(key, file)));
    }
    return made;
  }

  private void gpg(String key, Path file) {
    if (!file.equals(layout.image())) {
      shell.run(List.of("gpg", "--armor", "--local-user", key, "--detach-sign", file.toString()));
    }
  }
}
