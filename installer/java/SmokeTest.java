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
    rehearsal.command("generate", "--prompt", "The matrix", "--greedy", "--max-new-tokens", "4");
    rehearsal.command("gpu", "status");
    rehearsal.command(
        "snapshot", "--tab", "all", "--size", "1280x800", "--out", layout.work("smoke").toString());
    rehearsal.run(List.of(layout.launcher().toString()));
  }
}
