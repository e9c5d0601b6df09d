import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Windows's packages, signed where that is asked for. */
final class WindowsPackages {
  /**
   * In {@code %LOCALAPPDATA%}, where Windows has programs of one user. Not {@code Inferscope}
   * there: that is where the program keeps the user's files, and an .msi of jpackage's is removed
   * with its whole folder, also for an upgrade.
   */
  private static final String USER_FOLDER = "Programs\\Inferscope";

  /** In {@code %ProgramFiles%}. */
  private static final String MACHINE_FOLDER = "Inferscope";

  private final Shell shell;
  private final Layout layout;
  private final Jdk jdk;
  private final JPackage jpackage;
  private final Pom pom;
  private final Options options;

  WindowsPackages(
      Shell shell, Layout layout, Jdk jdk, JPackage jpackage, Pom pom, Options options) {
    this.shell = shell;
    this.layout = layout;
    this.jdk = jdk;
    this.jpackage = jpackage;
    this.pom = pom;
    this.options = options;
  }

  /** Signs the image's two programs. */
  void signImage() {
    for (Path program : List.of(layout.image().resolve("Inferscope.exe"), layout.launcher())) {
      if (options.signing("--win-signing-subject").isPresent()) {
        makeWritable(program);
      }
      sign(program);
    }
  }

  /** Jpackage leaves its launchers read-only, and signtool writes into what it signs. */
  private void makeWritable(Path program) {
    shell.tell("make " + program + " writable");
    if (!shell.isDry() && !program.toFile().setWritable(true)) {
      throw new Refusal(program + " cannot be made writable, and so not signed");
    }
  }

  /** Makes an {@code .msi} for one user or for the machine, or a {@code .zip}. */
  Path make(Os.Kind kind, Path out) {
    String name = layout.packageName(pom);
    return switch (kind) {
      case ZIP -> zip(out.resolve(name + ".zip"));
      case MSI_USER ->
          msi(kind, out.resolve(name + "-user.msi"), USER_FOLDER, "--win-per-user-install");
      case MSI_MACHINE -> msi(kind, out.resolve(name + ".msi"), MACHINE_FOLDER);
      default -> throw new IllegalArgumentException(kind.word());
    };
  }

  private Path msi(Os.Kind kind, Path target, String folder, String... more) {
    List<String> rest = new ArrayList<>(List.of("--install-dir", folder));
    rest.addAll(List.of(more));
    Path made = jpackage.make(kind, "msi", List.of(layout.arguments("windows-package")), rest);
    shell.move(made, target);
    sign(target);
    return target;
  }

  private Path zip(Path target) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(jdk.tool("jar"), "--create", "--no-manifest"));
    command.addAll(List.of("--date", pom.timestamp().toString(), "--file", target.toString()));
    command.addAll(List.of("-C", layout.images().toString(), "Inferscope"));
    shell.run(command);
    return target;
  }

  private void sign(Path file) {
    Optional<String> subject = options.signing("--win-signing-subject");
    if (subject.isPresent()) {
      List<String> command = new ArrayList<>();
      command.addAll(List.of("signtool", "sign", "/n", subject.get(), "/fd", "SHA256"));
      options
          .signing("--win-timestamp-url")
          .ifPresent(url -> command.addAll(List.of("/tr", url, "/td", "SHA256")));
      command.add(file.toString());
      shell.run(command);
    }
  }
}
