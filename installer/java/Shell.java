import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs other programs, or says what it would run. */
final class Shell {
  private final boolean dryRun;
  private final Path project;
  private final PrintStream out;

  /**
   * A shell.
   *
   * @param dryRun whether to say instead of do
   * @param project the folder that commands run in, and that shown paths are relative to
   * @param out where what is run is told
   */
  Shell(boolean dryRun, Path project, PrintStream out) {
    this.dryRun = dryRun;
    this.project = project;
    this.out = out;
  }

  boolean isDry() {
    return dryRun;
  }

  /** Says a step that is no other program's. */
  void tell(String sentence) {
    out.println("# " + sentence.replace(project + File.separator, ""));
  }

  /** Runs a program to its end; fails unless that is a good one. */
  void run(List<String> command) {
    run(command, Map.of());
  }

  /** The same with variables of the environment besides. */
  void run(List<String> command, Map<String, String> environment) {
    show(command);
    if (!dryRun) {
      ProcessBuilder builder = builder(command).inheritIO();
      builder.environment().putAll(environment);
      end(command, start(builder));
    }
  }

  /**
   * Runs a program for what it says.
   *
   * @param whenDry what it is taken to say where nothing is run
   */
  String ask(List<String> command, String whenDry) {
    show(command);
    if (dryRun) {
      return whenDry;
    }
    Process process = start(builder(command).redirectError(ProcessBuilder.Redirect.INHERIT));
    try (InputStream in = process.getInputStream()) {
      String said = new String(in.readAllBytes(), Charset.defaultCharset()).strip();
      end(command, process);
      return said;
    } catch (IOException e) {
      throw new Refusal(command.get(0) + " cannot be understood: " + e.getMessage(), e);
    }
  }

  private ProcessBuilder builder(List<String> command) {
    return new ProcessBuilder(command).directory(project.toFile());
  }

  private static Process start(ProcessBuilder builder) {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new Refusal(builder.command().get(0) + " does not start: " + e.getMessage(), e);
    }
  }

  private static void end(List<String> command, Process process) {
    try {
      int status = process.waitFor();
      if (status != 0) {
        throw new Refusal(String.join(" ", command) + " ends with status " + status);
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new Refusal("Broken off", e);
    }
  }

  /** Whether a program of this name is on the path. */
  static boolean has(String program) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** The one file with an ending that a program has put into a folder. */
  Path only(Path folder, String ending) {
    if (dryRun) {
      return folder.resolve("made." + ending);
    }
    List<Path> made =
        Folders.files(folder).stream().filter(f -> f.toString().endsWith("." + ending)).toList();
    if (made.size() != 1) {
      throw new Refusal("There should be one ." + ending + " in " + folder + ", not " + made);
    }
    return made.get(0);
  }

  /** Puts a file where it is wanted. */
  void move(Path from, Path to) {
    tell("move " + from + " to " + to);
    if (!dryRun) {
      Folders.copy(from, to);
      Folders.delete(from);
    }
  }

  /** One argument a line, argument files opened, and the same on every machine. */
  private void show(List<String> command) {
    List<String> all = new ArrayList<>();
    for (String argument : command) {
      if (argument.startsWith("@")) {
        all.addAll(ArgumentFile.read(Path.of(argument.substring(1))));
      } else {
        all.add(argument);
      }
    }
    out.println(Path.of(all.get(0)).getFileName());
    for (String argument : all.subList(1, all.size())) {
      out.println("    " + argument.replace(project + File.separator, ""));
    }
  }
}
