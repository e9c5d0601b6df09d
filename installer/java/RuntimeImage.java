import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * The Java that the program is shipped with: the modules that its classes refer to, and those that
 * they need without saying so.
 */
final class RuntimeImage {
  /** Of the classes that a jar has for several versions, those that the oldest Java would use. */
  private static final String RELEASE = "17";

  /** From here on jlink calls deflating so. It halves the modules, which the start cache spares. */
  private static final int NAMES_COMPRESSION = 21;

  private final Shell shell;
  private final Layout layout;
  private final Jdk jdk;

  RuntimeImage(Shell shell, Layout layout, Jdk jdk) {
    this.shell = shell;
    this.layout = layout;
    this.jdk = jdk;
  }

  /**
   * Links it. The {@code java} command stays: workers and second Javas are started with it.
   *
   * @param jar the program, whole
   */
  void link(Path jar) {
    shell.run(
        List.of(
            jdk.tool("jlink"),
            "--add-modules",
            String.join(",", modules(jar)),
            "--strip-java-debug-attributes",
            "--no-header-files",
            "--no-man-pages",
            "--compress",
            jdk.feature() >= NAMES_COMPRESSION ? "zip-6" : "2",
            "--output",
            layout.runtime().toString()));
  }

  private List<String> modules(Path jar) {
    String found =
        shell.ask(
            List.of(
                jdk.tool("jdeps"),
                "--multi-release",
                RELEASE,
                "--ignore-missing-deps",
                "--print-module-deps",
                jar.toString()),
            "MODULES-FOUND");
    TreeSet<String> all = new TreeSet<>(Arrays.asList(found.split(",")));
    all.addAll(ArgumentFile.read(layout.installer().resolve("jpackage").resolve("modules.txt")));
    return new ArrayList<>(all);
  }
}
