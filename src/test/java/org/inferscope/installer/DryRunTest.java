package org.inferscope.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.inferscope.io.UserFolders;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every command of a build, argument by argument, for the systems that it cannot be tried on here
 * and for this one.
 */
class DryRunTest {
  private static final Map<String, List<String>> RUNS =
      Map.of(
          "linux",
          List.of("--os", "linux"),
          "linux-17-signed",
          List.of("--os", "linux", "--type", "tar", "--no-smoke-test", "--gpg-key", "A Key"),
          "macos",
          List.of("--os", "macos"),
          "macos-signed",
          List.of(
              "--os",
              "macos",
              "--type",
              "pkg",
              "--no-smoke-test",
              "--mac-signing-key",
              "Some Body (ABCDE)",
              "--mac-notary-profile",
              "notary"),
          "windows",
          List.of("--os", "windows"),
          "windows-signed",
          List.of(
              "--os",
              "windows",
              "--type",
              "msi-user",
              "--no-smoke-test",
              "--no-start-cache",
              "--win-signing-subject",
              "Some Body",
              "--win-timestamp-url",
              "http://time.invalid"));

  @TempDir private static Path classes;

  @TempDir private Path folder;

  /** What was said on which stream, and how it ended. */
  private record Ran(int status, String out, String err) {}

  @BeforeAll
  static void compile() throws IOException {
    InstallerTool.compile(classes).close();
  }

  @ParameterizedTest
  @CsvSource({
    "linux, 25.0.3",
    "linux-17-signed, 17.0.15",
    "macos, 25.0.3",
    "macos-signed, 25.0.3",
    "windows, 25.0.3",
    "windows-signed, 25.0.3"
  })
  void everyCommandIsCalledWithTheseArguments(String run, String jdk) throws Exception {
    assertThat(build(dry(RUNS.get(run), jdk))).isEqualTo(new Ran(0, wanted(run), ""));
  }

  /** An .msi is removed with its whole folder, whatever has come to lie in it. */
  @Test
  void nothingOfTheUsersLiesWhereWindowsRemovesTheProgram() throws Exception {
    String commands = build(dry(RUNS.get("windows"), "25.0.3")).out();
    Matcher option = Pattern.compile("--install-dir\\R *(.*)\\R").matcher(commands);
    List<String> installed = option.results().map(found -> found.group(1)).toList();
    assertThat(installed).containsExactly("Programs\\Inferscope", "Inferscope");
    assertThat(commands).doesNotContain("--win-dir-chooser");

    Path local = folder.resolve("AppData").resolve("Local");
    Path roaming = folder.resolve("AppData").resolve("Roaming");
    Map<String, String> environment =
        Map.of("LOCALAPPDATA", local.toString(), "APPDATA", roaming.toString());
    UserFolders users = UserFolders.of("Windows 11", environment, folder);
    List<Path> programs =
        List.of(
            local.resolve(installed.get(0).replace('\\', '/')),
            folder.resolve("Program Files").resolve(installed.get(1)));
    for (Path program : programs) {
      for (Path own : List.of(users.config(), users.data(), users.cache(), users.logs())) {
        assertThat(own.startsWith(program)).as("%s in %s", own, program).isFalse();
        assertThat(program.startsWith(own)).as("%s in %s", program, own).isFalse();
      }
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script of the other systems")
  void theScriptPassesItsArgumentsOn() throws Exception {
    List<String> command = new ArrayList<>(List.of("bash", "installer/build.sh"));
    command.addAll(dry(RUNS.get("macos"), "25.0.3"));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    assertThat(run(builder)).isEqualTo(new Ran(0, wanted("macos"), ""));
  }

  /** There is no PowerShell to run it with: that it calls the same program in the same way. */
  @Test
  void theScriptOfWindowsCallsTheSameProgram() throws IOException {
    assertThat(Files.readString(Path.of("installer", "build.ps1")))
        .contains(
            "bin\\javac.exe') --release 17 -sourcepath $sources -d $classes"
                + " (Join-Path $sources 'Build.java')")
        .contains("$words = @($args | ForEach-Object { $_ -join ',' })")
        .contains("bin\\java.exe') -cp $classes Build $project $words")
        .contains("$status = $LASTEXITCODE")
        .contains("exit $status");
  }

  @Test
  void nothingIsMadeOrChanged() throws Exception {
    Path project = Files.createDirectory(folder.resolve("project"));
    copy(project, "pom.xml");
    for (String file : List.of("image", "linux-image", "linux-package", "linux-deb", "linux-rpm")) {
      copy(project, "installer/jpackage/" + file + ".args");
    }
    copy(project, "installer/jpackage/java.args");
    copy(project, "installer/jpackage/java-23.args");
    copy(project, "installer/jpackage/modules.txt");
    List<String> arguments = dry(RUNS.get("linux"), "25.0.3");
    Ran ran = build(project, arguments);
    assertThat(ran.err()).isEmpty();
    assertThat(project.resolve("target")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--bogus | Unknown option --bogus; --help lists what there is",
        "--type | --type wants a value",
        "--type exe | On OS --type is one of KINDS and image, not exe",
        "--os beos | --os is linux, macos or windows, not beos"
      })
  void wrongUseIsExplained(String words, String sentence) throws Exception {
    Ran ran = build(List.of(words.split(" ")));
    assertThat(ran.status()).isEqualTo(2);
    assertThat(
            ran.err()
                .replaceAll("On \\w+", "On OS")
                .replaceAll("of .* and image", "of KINDS and image"))
        .isEqualTo(sentence + System.lineSeparator());
  }

  @Test
  void otherSystemsArePackagedThere() throws Exception {
    String other = OS.WINDOWS.isCurrentOs() ? "linux" : "windows";
    Ran ran = build(List.of("--os", other));
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("Packages for " + other + " are built there");
  }

  @Test
  void aFolderWithoutJdkIsRefused() throws Exception {
    Ran ran = build(List.of("--dry-run", "--jdk", folder.toString()));
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err()).startsWith("There is no JDK 17 or newer with jpackage in " + folder);
  }

  @Test
  void signingForMacWantsANewerJdk() throws Exception {
    Ran ran = build(dry(RUNS.get("macos-signed"), "17.0.15"));
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err()).startsWith("Signing for macOS wants a JDK 21 or newer, not 17");
  }

  /** MacOS takes no version that begins with 0, and Windows none of letters or large numbers. */
  @ParameterizedTest
  @ValueSource(strings = {"0.9.0", "1.0", "1.0.0-SNAPSHOT", "256.0.0", "1.256.0", "1.0.65536"})
  void aVersionThatNotAllSystemsTakeIsRefused(String version) throws Exception {
    Path project = Files.createDirectory(folder.resolve("project"));
    String pom = Files.readString(Path.of("pom.xml"));
    String other =
        pom.replaceFirst(Pattern.quote("<version>" + ownVersion()), "<version>" + version);
    Files.writeString(project.resolve("pom.xml"), other);
    Ran ran = build(project, List.of("--dry-run"));
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err())
        .startsWith(
            "Packages need a version of three numbers, from 1.0.0 to 255.255.65535; pom.xml has "
                + version);
  }

  @Test
  void otherProcessorsAreRefused() throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command(Path.of("").toAbsolutePath()));
    builder.command().add(1, "-Dos.arch=riscv64");
    builder.command().addAll(dry(RUNS.get("linux"), "25.0.3"));
    Ran ran = run(builder);
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err())
        .startsWith("Packages are for processors x86-64 and arm64, and not for riscv64");
  }

  @Test
  void helpNamesEveryOption() throws Exception {
    String options = Files.readString(Path.of("installer", "java", "Options.java"));
    Matcher option = Pattern.compile("\"(--[a-z-]+)\"").matcher(options);
    Ran ran = build(List.of("--help"));
    while (option.find()) {
      assertThat(ran.out()).contains(option.group(1));
    }
    assertThat(ran.status()).isZero();
  }

  private List<String> dry(List<String> arguments, String jdk) throws IOException {
    Path home = folder.resolve("jdk-" + jdk);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + jdk + "\"\n");
    for (String tool : List.of("jpackage", "jlink")) {
      Files.createFile(home.resolve("bin").resolve(tool));
    }
    List<String> all = new ArrayList<>(List.of("--dry-run", "--jdk", home.toString()));
    all.addAll(arguments);
    return all;
  }

  private void copy(Path project, String file) throws IOException {
    Path target = project.resolve(file);
    Files.createDirectories(target.getParent());
    Files.copy(Path.of(file), target);
  }

  private Ran build(List<String> arguments) throws Exception {
    return build(Path.of("").toAbsolutePath(), arguments);
  }

  private Ran build(Path project, List<String> arguments) throws Exception {
    List<String> command = command(project);
    command.addAll(arguments);
    return run(new ProcessBuilder(command));
  }

  private static List<String> command(Path project) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", classes.toString(), "Build", project.toString()));
    return command;
  }

  private Ran run(ProcessBuilder builder) throws Exception {
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    int status = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
    return new Ran(status, Files.readString(out), Files.readString(err));
  }

  private static String ownVersion() throws IOException {
    Matcher own =
        Pattern.compile("<version>(.*?)</version>").matcher(Files.readString(Path.of("pom.xml")));
    assertThat(own.find()).isTrue();
    return own.group(1);
  }

  /** In the kind of processor of this machine, and with the time and version of the project. */
  private String wanted(String run) throws IOException {
    boolean arm = System.getProperty("os.arch").equals("aarch64");
    try (var in = DryRunTest.class.getResourceAsStream(run + ".txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("VERSION", ownVersion())
          .replace("DEB-ARCH", arm ? "arm64" : "amd64")
          .replace("RPM-ARCH", arm ? "aarch64" : "x86_64")
          .replace("ARCH", arm ? "arm64" : "x64");
    }
  }
}
