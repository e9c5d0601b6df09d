import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** macOS's packages, signed and notarised where that is asked for. */
final class MacPackages {
  /** Before, jpackage signed only what it had made itself, without what was added to it since. */
  private static final int SIGNS_IMAGES = 21;

  private final Shell shell;
  private final Layout layout;
  private final Jdk jdk;
  private final JPackage jpackage;
  private final Pom pom;
  private final Options options;

  MacPackages(Shell shell, Layout layout, Jdk jdk, JPackage jpackage, Pom pom, Options options) {
    this.shell = shell;
    this.layout = layout;
    this.jdk = jdk;
    this.jpackage = jpackage;
    this.pom = pom;
    this.options = options;
  }

  /** Signs the image, which all packages are made of. */
  void signImage() {
    if (options.signing("--mac-signing-key").isEmpty()) {
      return;
    }
    if (jdk.feature() < SIGNS_IMAGES) {
      throw new Refusal("Signing for macOS wants a JDK 21 or newer, not " + jdk.feature());
    }
    List<String> command = new ArrayList<>();
    command.addAll(List.of(jdk.tool("jpackage"), "--type", "app-image"));
    command.addAll(List.of("--app-image", layout.image().toString()));
    command.addAll(signing());
    shell.run(command);
  }

  /** Makes a {@code .dmg} or {@code .pkg}. */
  Path make(Os.Kind kind, Path out) {
    String suffix = kind.word();
    Path made =
        jpackage.make(
            kind, suffix, List.of("--type", suffix, layout.arguments("macos-package")), signing());
    Path target = out.resolve(layout.packageName(pom) + "." + suffix);
    shell.move(made, target);
    notarise(target);
    return target;
  }

  private List<String> signing() {
    List<String> arguments = new ArrayList<>();
    Optional<String> key = options.signing("--mac-signing-key");
    if (key.isPresent()) {
      arguments.addAll(List.of("--mac-sign", "--mac-signing-key-user-name", key.get()));
      arguments.addAll(
          List.of(
              "--mac-entitlements",
              layout.installer().resolve("macos").resolve("entitlements.plist").toString()));
    }
    return arguments;
  }

  /** Lets Apple look at the package, and fixes the answer to it. */
  private void notarise(Path target) {
    Optional<String> profile = options.signing("--mac-notary-profile");
    if (profile.isPresent()) {
      List<String> submit = new ArrayList<>(List.of("xcrun", "notarytool", "submit"));
      submit.addAll(List.of(target.toString(), "--keychain-profile", profile.get(), "--wait"));
      shell.run(submit);
      shell.run(List.of("xcrun", "stapler", "staple", target.toString()));
    }
  }
}
