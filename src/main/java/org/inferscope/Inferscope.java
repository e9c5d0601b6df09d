package org.inferscope;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
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
import org.inferscope.cli.WindowOpener;
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
    InstalledNatives.prefer();
    LogFiles.install();
    InstalledNatives.offerCache(UserFolders.ofThisUser());
    int code =
        switch (args.length) {
          case 0 -> openWindow(null, WindowOpener.Use.ORDINARY);
          case 1 -> run(args[0]);
          default -> runCommand(args);
        };
    if (code != ExitCode.GOES_ON) {
      System.exit(code);
    }
  }

  /** A window alone does not wait for the command line's classes to load. */
  private static int run(String arg) {
    return switch (arg) {
      case "--timings" -> openWindow(null, WindowOpener.Use.TIMED);
      case "--rehearse" -> openWindow(null, WindowOpener.Use.REHEARSAL);
      default -> runCommand(arg);
    };
  }

  private static int runCommand(String... args) {
    PlainProtobuf.prefer();
    VectorRestart.whenFirstEnds(() -> System.exit(ExitCode.FAILED));
    OptionalInt done = VectorRestart.run(args);
    return done.isPresent() ? done.getAsInt() : Commands.run(Inferscope::openWindow, args);
  }

  private static int openWindow(@Nullable Path lesson, WindowOpener.Use use) {
    StartTimer timer = new StartTimer();
    timer.reached("main");
    Launch.begin();
    UserFolders folders = UserFolders.ofThisUser();
    RemoteDisplay.keepPicturesHere(System.getenv("DISPLAY"));
    SpareFonts.useIfThereAreNone(folders.cacheWith("fonts"));
    if (!Displays.canOpenWindow()) {
      return ExitCode.WRONG_USE;
    }
    Launch.open(folders, Optional.ofNullable(lesson), timer, onceStarted(use, timer));
    return ExitCode.GOES_ON;
  }

  private static Consumer<Launch> onceStarted(WindowOpener.Use use, StartTimer timer) {
    if (use == WindowOpener.Use.TIMED) {
      return window -> Timings.print(timer.steps());
    }
    return use == WindowOpener.Use.REHEARSAL ? Launch::rehearse : window -> {};
  }
}
