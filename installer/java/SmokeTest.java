import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs the image's program: commands that between them load every native library and need every
 * module, and the window. A module that is missing from the runtime shows here.
 */
final class SmokeTest {
  private final Shell shell;
  private final Layout layout;

  SmokeTest(Shell shell, Layout layout) {
    this.shell = shell;
    this.layout = layout;
  }

  void run() {
    Rehearsal rehearsal = new Rehearsal(shell, layout);
    rehearsal.command("--version");
    rehearsal.command("doctor");
    rehearsal.command("bench", "matmul", "--sizes", "64", "--impl", "reference,openblas");
    if (hasTokenizers()) {
      rehearsal.command("generate", "--prompt", "The matrix", "--greedy", "--max-new-tokens", "4");
    } else {
      shell.tell("no generate: there are no tokenizers for this machine");
    }
    rehearsal.command("gpu", "status");
    rehearsal.command(
        "snapshot", "--tab", "all", "--size", "1280x800", "--out", layout.work("smoke").toString());
    rehearsal.run(List.of(layout.launcher().toString()));
  }

  /** There is no library of them for Macs with Intel processors. */
  private boolean hasTokenizers() {
    String library = System.mapLibraryName("tokenizers");
    Path natives = layout.app().resolve(AppFolder.NATIVES);
    return shell.isDry() || Files.exists(natives.resolve(library));
  }
}
