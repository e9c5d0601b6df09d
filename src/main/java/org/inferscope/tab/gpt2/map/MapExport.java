package org.inferscope.tab.gpt2.map;

import org.inferscope.io.gpt2.PassCsv;
import org.inferscope.tab.gpt2.desk.Exporter;
import org.inferscope.text.Texts;

/** Writes the list of products into a file, in a job. Confined to the presenter's thread. */
final class MapExport {
  private final MapPresenter presenter;

  MapExport(MapPresenter presenter) {
    this.presenter = presenter;
  }

  /** Asks for a name and writes the list, if there is one. */
  void csv() {
    presenter
        .costs()
        .ifPresent(
            costs ->
                new Exporter(presenter.desk())
                    .csv(
                        Texts.get("gpt2map.csv"),
                        Texts.get("gpt2map.csv.name"),
                        () -> PassCsv.write(costs, presenter.times())));
  }
}
