import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs of the program in a home of its own, so that nothing of the builder's is read or written:
 * starts with a window that closes itself, and commands.
 */
final class Rehearsal {
  private final Shell shell;
  private final Layout layout;

  Rehearsal(Shell shell, Layout layout) {
    this.shell = shell;
    this.layout = layout;
  }

  /** Opens the window, does what users do first, and closes it. */
  void run(List<String> program) {
    List<String> command = new ArrayList<>();
    if (layout.os() == Os.LINUX && System.getenv("DISPLAY") == null && !shell.isDry()) {
      if (!Shell.has("xvfb-run")) {
        throw new Refusal(
            "The start is rehearsed in a window, and there is no display: install xvfb, set"
                + " DISPLAY, or give --no-start-cache and --no-smoke-test");
      }
      command.addAll(List.of("xvfb-run", "-a", "-s", "-screen 0 1920x1080x24"));
    }
    command.addAll(program);
    command.add("--rehearse");
    shell.run(command, home());
  }

  /** Runs one of the commands that need no window. */
  void command(String... arguments) {
    List<String> command = new ArrayList<>(List.of(layout.launcher().toString()));
    command.addAll(List.of(arguments));
    shell.run(command, home());
  }

  /**
   * The variables that say where a user's files are. Java itself takes the home from the system's
   * list of users, whatever {@code HOME} says: the program on macOS goes by that, and libraries
   * everywhere. Of the property that changes it nothing comes into the start cache.
   */
  private Map<String, String> home() {
    Path home = layout.work("home");
    Map<String, String> environment = new LinkedHashMap<>();
    for (String name :
        List.of(
            "HOME",
            "XDG_CONFIG_HOME",
            "XDG_DATA_HOME",
            "XDG_CACHE_HOME",
            "XDG_STATE_HOME",
            "APPDATA",
            "LOCALAPPDATA")) {
      environment.put(name, home.toString());
    }
    environment.put("JAVA_TOOL_OPTIONS", "-Duser.home=\"" + home + "\"");
    return environment;
  }
}
