package org.inferscope;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.inferscope.app.InstalledNatives;
import org.inferscope.app.Launch;
import org.inferscope.app.PlainProtobuf;
import org.inferscope.app.RemoteDisplay;
import org.inferscope.app.StartTimer;
import org.inferscope.app.VectorRestart;
import org.inferscope.cli.Commands;
import org.inferscope.cli.Displays;
import org.inferscope.cli.ExitCode;
import org.inferscope.cli.Timings;
import org.inferscope.io.UserFolders;
import org.inferscope.io.log.LogFiles;
import org.inferscope.ui.theme.SpareFonts;
import org.jspecify.annotations.Nullable;

/** Starts Inferscope: the window when called without arguments, a command otherwise. */
public final class Inferscope {
  private Inferscope() {}

  /**
   * Called by {@link Main}, on the main thread.
   *
   * @param args a command and its options, or nothing to open the window
   */
  public static void main(String[] args) {
    InstalledNatives.prefer(Inferscope.class);
    LogFiles.install();
    // The window, timed or not, does not wait for the command line's classes to load.
    boolean timed = Arrays.equals(args, new String[] {"--timings"});
    int code = args.length == 0 || timed ? openWindow(null, timed) : runCommand(args);
    if (code != ExitCode.GOES_ON) {
      System.exit(code);
    }
  }

  private static int runCommand(String... args) {
    PlainProtobuf.prefer();
    VectorRestart.whenFirstEnds(() -> System.exit(ExitCode.FAILED));
    OptionalInt done = VectorRestart.run(args);
    return done.isPresent() ? done.getAsInt() : Commands.run(Inferscope::openWindow, args);
  }

  private static int openWindow(@Nullable Path lesson, boolean timings) {
    StartTimer timer = new StartTimer();
    timer.reached("main");
    UserFolders folders = UserFolders.ofThisUser();
    RemoteDisplay.keepPicturesHere(System.getenv("DISPLAY"));
    SpareFonts.useIfThereAreNone(folders.cache());
    if (!Displays.canOpenWindow()) {
      return ExitCode.WRONG_USE;
    }
    Runnable started = timings ? () -> Timings.print(timer.steps()) : () -> {};
    Launch.open(folders, Optional.ofNullable(lesson), timer, started);
    return ExitCode.GOES_ON;
  }
}
