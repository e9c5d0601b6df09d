package org.inferscope.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.lesson.LessonFile;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code inferscope [FILE]}: opens the window, with a lesson in it if one is named. */
@Command(
    name = "inferscope",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "[COMMAND]")
final class WindowCommand implements Callable<Integer> {
  private final Surroundings at;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--timings", descriptionKey = "cli.timings")
  private boolean timings;

  /**
   * Opens the window, does what people do first, and ends: shows a cache for the start what counts.
   */
  @Option(names = "--rehearse", hidden = true)
  private boolean rehearse;

  @Parameters(arity = "0..1", paramLabel = "FILE", descriptionKey = "cli.file")
  private @Nullable Path file;

  WindowCommand(Surroundings at) {
    this.at = at;
  }

  @Override
  public Integer call() {
    if (file != null) {
      requireLesson(file);
    }
    return at.window().open(file, use());
  }

  private WindowOpener.Use use() {
    if (rehearse) {
      return WindowOpener.Use.REHEARSAL;
    }
    return timings ? WindowOpener.Use.TIMED : WindowOpener.Use.ORDINARY;
  }

  /** A word that is no file is a mistyped command rather than a missing lesson. */
  private void requireLesson(Path path) {
    if (Files.exists(path)) {
      return;
    }
    if (path.toString().endsWith(LessonFile.SUFFIX)) {
      throw new InferscopeException(Texts.get("cli.noSuchFile", path.toString()));
    }
    if (spec != null) {
      throw new ParameterException(
          spec.commandLine(),
          Texts.get(
              "cli.noSuchCommand",
              path.toString(),
              String.join(", ", spec.commandLine().getSubcommands().keySet())));
    }
  }
}
