package org.inferscope.tab.gpt2.weights;

import org.inferscope.io.gpt2.WeightsCsv;
import org.inferscope.model.gpt2.weights.ParameterFacts;
import org.inferscope.tab.gpt2.desk.Exporter;
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
    new Exporter(presenter.desk()).csv(title, name, () -> text);
  }
}
