import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was asked for on the command line.
 *
 * @param os for which system; only its own can be built, any can be shown
 * @param kinds which packages; empty for all that this machine has the tools for
 * @param dryRun show the commands and change nothing
 * @param jdk the JDK to build with, if one is named
 * @param jar the program, if it has been built already
 * @param out where the packages go
 * @param startCache whether to make the cache that shortens the start
 * @param smokeTest whether to run what was made
 * @param signing what to sign with, by option; nothing is signed without
 */
record Options(
    Os os,
    Set<Os.Kind> kinds,
    boolean dryRun,
    Optional<Path> jdk,
    Optional<Path> jar,
    Path out,
    boolean startCache,
    boolean smokeTest,
    Map<String, String> signing) {
  static final String USAGE =
      String.join(
          System.lineSeparator(),
          "Builds Inferscope's packages for this system into target/packages.",
          "",
          "  --type KIND[,KIND]   linux: deb, rpm, tar; macos: dmg, pkg;",
          "                       windows: msi-user, msi-machine, zip; all: image",
          "                       (otherwise: all whose tools are here)",
          "  --jar FILE           the program; otherwise it is built by Maven, without tests",
          "  --jdk FOLDER         the JDK to build with; otherwise the JDK 25 that is found,",
          "                       or the newest from 17 on",
          "  --out FOLDER         where the packages go",
          "  --no-start-cache     leave out the cache that shortens the start",
          "  --no-smoke-test      do not run what was made",
          "  --os NAME            linux, macos or windows: with --dry-run, any",
          "  --dry-run            show the commands, and do nothing",
          "",
          "Signing, all off unless given (see README.md):",
          "  --gpg-key KEY                 a detached signature beside each package for Linux",
          "  --mac-signing-key NAME        whose Developer ID",
          "  --mac-notary-profile NAME     the keychain profile to notarise with",
          "  --win-signing-subject NAME    the subject of the certificate",
          "  --win-timestamp-url URL       the authority that says when it was signed");

  private static final List<String> SIGNING =
      List.of(
          "--gpg-key",
          "--mac-signing-key",
          "--mac-notary-profile",
          "--win-signing-subject",
          "--win-timestamp-url");

  /** Reads the command line; refuses what it does not know. */
  static Options of(List<String> args, Path project) {
    Map<String, String> values = new HashMap<>();
    List<String> rest = new ArrayList<>(args);
    while (!rest.isEmpty()) {
      String option = rest.remove(0);
      switch (option) {
        case "--dry-run", "--no-start-cache", "--no-smoke-test" -> values.put(option, "");
        case "--os", "--type", "--jar", "--jdk", "--out" -> values.put(option, next(option, rest));
        default -> {
          if (!SIGNING.contains(option)) {
            throw new Refusal("Unknown option " + option + "; --help lists what there is");
          }
          values.put(option, next(option, rest));
        }
      }
    }
    return of(values, project);
  }

  private static Options of(Map<String, String> values, Path project) {
    Os os = values.containsKey("--os") ? Os.of(values.get("--os")) : Os.current();
    boolean dryRun = values.containsKey("--dry-run");
    if (os != Os.current() && !dryRun) {
      throw new Refusal(
          "Packages for " + os.word() + " are built there; here only --dry-run shows how");
    }
    Map<String, String> signing = new HashMap<>(values);
    signing.keySet().retainAll(SIGNING);
    return new Options(
        os,
        kinds(os, values.get("--type")),
        dryRun,
        Optional.ofNullable(values.get("--jdk")).map(Path::of),
        Optional.ofNullable(values.get("--jar")).map(Path::of),
        Optional.ofNullable(values.get("--out"))
            .map(Path::of)
            .orElse(project.resolve("target").resolve("packages")),
        !values.containsKey("--no-start-cache"),
        !values.containsKey("--no-smoke-test"),
        Map.copyOf(signing));
  }

  private static Set<Os.Kind> kinds(Os os, String words) {
    Set<Os.Kind> kinds = EnumSet.noneOf(Os.Kind.class);
    if (words != null) {
      for (String word : words.split(",")) {
        kinds.add(os.kind(word));
      }
    }
    return kinds;
  }

  private static String next(String option, List<String> rest) {
    if (rest.isEmpty()) {
      throw new Refusal(option + " wants a value");
    }
    return rest.remove(0);
  }

  /** What an option of signing was given, if it was. */
  Optional<String> signing(String option) {
    return Optional.ofNullable(signing.get(option));
  }
}
