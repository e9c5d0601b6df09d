import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The program with its Java in a folder, ready to run; all packages are made of it. */
final class AppImage {
  private static final int ASKS_FOR_MORE = 23;

  private final Shell shell;
  private final Layout layout;
  private final Jdk jdk;
  private final Options options;

  AppImage(Shell shell, Layout layout, Jdk jdk, Options options) {
    this.shell = shell;
    this.layout = layout;
    this.jdk = jdk;
    this.options = options;
  }

  /** Makes it of the jar's parts and the runtime. */
  void make(Pom pom) {
    StartCache cache = new StartCache(shell, layout, jdk);
    List<String> java = javaOptions();
    List<String> launcher = new ArrayList<>(java);
    if (options.startCache()) {
      launcher.addAll(cache.javaOptions());
    }
    shell.run(jpackage(pom, launcher));
    date(pom.timestamp());
    if (options.startCache()) {
      cache.make(java);
      date(pom.timestamp());
    }
  }

  private List<String> jpackage(Pom pom, List<String> javaOptions) {
    List<String> command =
        new ArrayList<>(
            List.of(
                jdk.tool("jpackage"),
                layout.arguments("image"),
                layout.arguments(layout.os().word() + "-image"),
                "--app-version",
                pom.version(),
                "--input",
                layout.input().toString(),
                "--runtime-image",
                layout.runtime().toString(),
                "--dest",
                layout.images().toString()));
    for (String option : javaOptions) {
      command.addAll(List.of("--java-options", option));
    }
    return command;
  }

  private List<String> javaOptions() {
    Path files = layout.installer().resolve("jpackage");
    List<String> all = new ArrayList<>(ArgumentFile.read(files.resolve("java.args")));
    if (jdk.feature() >= ASKS_FOR_MORE) {
      all.addAll(ArgumentFile.read(files.resolve("java-" + ASKS_FOR_MORE + ".args")));
    }
    return all;
  }

  /** Jpackage copies files without their times, of which the cache knows the jar's. */
  private void date(Instant time) {
    shell.tell(String.format(Locale.ROOT, "date %s %s", layout.image(), time));
    if (!shell.isDry()) {
      Folders.date(layout.image(), time);
    }
  }
}
