package org.inferscope.cli;

import java.awt.Dimension;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.inferscope.app.Snapshots;
import org.inferscope.compute.LinearPeer;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code inferscope snapshot}: paints tabs to PNG files without a display. */
@Command(name = "snapshot", mixinStandardHelpOptions = true)
final class SnapshotCommand implements Callable<Integer> {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,5})[xX×](\\d{1,5})");
  private static final int LEAST_PIXELS = 320;
  private static final int MOST_PIXELS = 16_384;
  private static final double LEAST_SCALE = 0.5;
  private static final double MOST_SCALE = 4;

  private final Optional<LinearPeer> torch;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--tab", paramLabel = "NAME", descriptionKey = "cli.snapshot.tab")
  private String tab = Snapshots.ALL;

  @Option(names = "--theme", paramLabel = "light|dark", descriptionKey = "cli.snapshot.theme")
  private String theme = "light";

  @Option(names = "--size", paramLabel = "WxH", descriptionKey = "cli.snapshot.size")
  private String size = "1920x1080";

  @Option(names = "--scale", paramLabel = "F", descriptionKey = "cli.snapshot.scale")
  private String scale = "1";

  @Option(names = "--projector", descriptionKey = "cli.snapshot.projector")
  private boolean projector;

  @Option(names = "--lesson", paramLabel = "FILE", descriptionKey = "cli.snapshot.lesson")
  private @Nullable Path lesson;

  @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "cli.snapshot.out")
  private Path out = Path.of("");

  SnapshotCommand(Optional<LinearPeer> torch) {
    this.torch = torch;
  }

  @Override
  public Integer call() {
    // Before anything asks for a display.
    System.setProperty("java.awt.headless", "true");
    CommandSpec command = Objects.requireNonNull(spec);
    Snapshots.Request request =
        new Snapshots.Request(
            tab,
            isDark(command),
            size(command),
            scale(command),
            projector,
            Optional.ofNullable(lesson));
    try {
      PrintWriter terminal = command.commandLine().getOut();
      Snapshots.write(request, out, torch).forEach(terminal::println);
    } catch (Snapshots.NoSuchTab e) {
      throw new ParameterException(command.commandLine(), e.sentence(), e);
    }
    return ExitCode.DONE;
  }

  private boolean isDark(CommandSpec command) {
    return switch (theme) {
      case "light" -> false;
      case "dark" -> true;
      default -> throw wrong(command, Texts.get("cli.snapshot.badTheme", theme));
    };
  }

  private Dimension size(CommandSpec command) {
    Matcher matcher = SIZE.matcher(size);
    if (matcher.matches()) {
      int width = Integer.parseInt(matcher.group(1));
      int height = Integer.parseInt(matcher.group(2));
      if (Math.min(width, height) >= LEAST_PIXELS && Math.max(width, height) <= MOST_PIXELS) {
        return new Dimension(width, height);
      }
    }
    throw wrong(
        command, Texts.get("cli.snapshot.badSize", size, "" + LEAST_PIXELS, "" + MOST_PIXELS));
  }

  private double scale(CommandSpec command) {
    try {
      double factor = Double.parseDouble(scale);
      if (factor >= LEAST_SCALE && factor <= MOST_SCALE) {
        return factor;
      }
    } catch (NumberFormatException e) {
      throw wrong(command, badScale());
    }
    throw wrong(command, badScale());
  }

  private String badScale() {
    return Texts.get("cli.snapshot.badScale", scale, "" + LEAST_SCALE, "" + MOST_SCALE);
  }

  private static ParameterException wrong(CommandSpec command, String sentence) {
    return new ParameterException(command.commandLine(), sentence);
  }
}
