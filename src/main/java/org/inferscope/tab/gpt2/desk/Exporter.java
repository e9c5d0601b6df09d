package org.inferscope.tab.gpt2.desk;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.inferscope.compute.JobRequest;
import org.inferscope.compute.Outcome;
import org.inferscope.io.SafeFile;
import org.inferscope.io.gpt2.TraceFile;
import org.inferscope.text.Texts;

/** Writes what is shown into files of the person's choice, in jobs. Presenter's thread. */
public final class Exporter {
  private final Gpt2Presenter presenter;

  /** Says on the presenter how it went. */
  public Exporter(Gpt2Presenter presenter) {
    this.presenter = presenter;
  }

  /**
   * Asks for a name and writes a table as CSV.
   *
   * @param title what is written
   * @param name of the file, proposed, without its ending
   * @param text the table; asked for at once, so that what was on screen is what is written
   */
  public void csv(String title, String name, Supplier<String> text) {
    ask(
        title,
        Texts.get("gpt2tab.csv.kind"),
        name,
        "csv",
        () -> {
          byte[] bytes = text.get().getBytes(StandardCharsets.UTF_8);
          return file -> SafeFile.write(file, bytes);
        });
  }

  /** Asks for a name and writes the pass that is shown as a safetensors file. */
  public void trace() {
    presenter
        .shown()
        .ifPresent(
            shown ->
                ask(
                    Texts.get("gpt2tab.trace.save"),
                    Texts.get("gpt2tab.trace.kind"),
                    Texts.get("gpt2tab.trace.name"),
                    "safetensors",
                    () -> file -> TraceFile.write(file, shown.trace(), shown.model().name())));
  }

  private void ask(
      String title, String kind, String name, String ending, Supplier<Consumer<Path>> writer) {
    Consumer<Path> write = writer.get();
    presenter
        .context()
        .files()
        .toSave(title, kind, name, ending)
        .ifPresent(file -> write(file, write));
  }

  private void write(Path file, Consumer<Path> write) {
    String name = String.valueOf(file.getFileName());
    presenter
        .context()
        .compute()
        .submit(
            new JobRequest<>(
                Texts.get("gpt2tab.job.write", name),
                job -> {
                  write.accept(file);
                  return name;
                }),
            this::written);
  }

  private void written(Outcome<String> outcome) {
    if (outcome instanceof Outcome.Done<String> done) {
      presenter.say(Texts.get("gpt2tab.written", done.value()));
    } else if (outcome instanceof Outcome.Failed<String> failed) {
      presenter.sayProblem(failed.error().sentence());
    }
  }
}
