import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What shortens the start: classes as the JVM holds them, kept in a file beside the jar that a
 * rehearsal of the start writes. From JDK 25 on the ahead-of-time cache, with links between
 * classes; before, shared class data.
 *
 * <p>The JVM leaves the file alone once the jar is another one or has another time.
 */
final class StartCache {
  private static final int KNOWS_AHEAD_OF_TIME = 25;

  private final Shell shell;
  private final Layout layout;
  private final Jdk jdk;

  StartCache(Shell shell, Layout layout, Jdk jdk) {
    this.shell = shell;
    this.layout = layout;
    this.jdk = jdk;
  }

  private boolean isAheadOfTime() {
    return jdk.feature() >= KNOWS_AHEAD_OF_TIME;
  }

  private String name() {
    return Layout.NAME + (isAheadOfTime() ? ".aot" : ".jsa");
  }

  /** What the launcher has to say of it. A cache that does not fit is nothing to tell a user. */
  List<String> javaOptions() {
    String file = "$APPDIR/" + name();
    return isAheadOfTime()
        ? List.of("-XX:AOTCache=" + file, "-Xlog:aot*=off")
        : List.of("-XX:SharedArchiveFile=" + file, "-Xlog:cds*=off");
  }

  /**
   * Writes it, by a start of the image's program on a display.
   *
   * @param javaOptions the launcher's other options, without which the file would not fit
   */
  void make(List<String> javaOptions) {
    Rehearsal rehearsal = new Rehearsal(shell, layout);
    Path file = layout.app().resolve(name());
    List<String> command = new ArrayList<>(List.of(layout.java().toString()));
    if (isAheadOfTime()) {
      command.add("-XX:AOTCacheOutput=" + file);
      // Counts of calls, kept, have the next start compile at once what this one called often.
      command.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining"));
    } else {
      // The runtime's own classes, which the program's are added to.
      shell.run(List.of(layout.java().toString(), "-Xshare:dump"));
      command.add("-XX:ArchiveClassesAtExit=" + file);
    }
    command.addAll(javaOptions);
    command.addAll(
        List.of(
            "-cp", layout.app().resolve(Layout.NAME + ".jar").toString(), "org.inferscope.Main"));
    rehearsal.run(command);
  }
}
