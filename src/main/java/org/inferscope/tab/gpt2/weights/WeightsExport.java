package org.inferscope.tab.gpt2.weights;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.inferscope.compute.JobRequest;
import org.inferscope.compute.Outcome;
import org.inferscope.io.SafeFile;
import org.inferscope.io.gpt2.WeightsCsv;
import org.inferscope.model.gpt2.weights.ParameterFacts;
import org.inferscope.text.Texts;

/** Writes the table and the histogram into files, in jobs. Confined to the presenter's thread. */
final class WeightsExport {
  private final WeightsPresenter presenter;

  WeightsExport(WeightsPresenter presenter) {
    this.presenter = presenter;
  }

  /** Asks for a name and writes the rows of the table. */
  void table() {
    write(
        Texts.get("gpt2weights.csv"),
        Texts.get("gpt2weights.csv.name"),
        WeightsCsv.parameters(presenter.rows()));
  }

  /** Whether the histogram of the selected parameter is there. */
  boolean hasHistogram() {
    return presenter.selected().flatMap(of -> presenter.stats(of.name())).isPresent();
  }

  /** Asks for a name and writes the histogram of the selected parameter. */
  void histogram() {
    String name = presenter.selected().map(ParameterFacts::name).orElse("");
    presenter
        .stats(name)
        .ifPresent(
            stats ->
                write(
                    Texts.get("gpt2weights.histogramCsv"),
                    Texts.get("gpt2weights.histogramCsv.name", name),
                    WeightsCsv.histogram(stats)));
  }

  private void write(String title, String name, String text) {
    presenter
        .desk()
        .context()
        .files()
        .toSave(title, Texts.get("gpt2weights.csv.kind"), name, "csv")
        .ifPresent(file -> write(file, text));
  }

  private void write(Path file, String text) {
    String name = String.valueOf(file.getFileName());
    presenter
        .desk()
        .context()
        .compute()
        .submit(
            new JobRequest<>(
                Texts.get("gpt2weights.csv.job", name),
                job -> {
                  SafeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
                  return name;
                }),
            this::written);
  }

  private void written(Outcome<String> outcome) {
    if (outcome instanceof Outcome.Done<String> done) {
      presenter.say(Texts.get("gpt2weights.csv.saved", done.value()));
    } else if (outcome instanceof Outcome.Failed<String> failed) {
      presenter.say(failed.error().sentence());
    }
  }
}
