package org.inferscope.tab.gpt2.whatif;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.inferscope.io.gpt2.WhatIfCsv;
import org.inferscope.tab.gpt2.desk.Exporter;
import org.inferscope.tab.gpt2.desk.View;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.AppAction;

/** What can be done in the view of what if. Event thread. */
final class WhatIfActions {
  private WhatIfActions() {}

  static List<AppAction> of(WhatIfPresenter presenter) {
    BooleanSupplier here = () -> presenter.desk().state().view() == View.WHAT_IF;
    return List.of(
        AppAction.of("gpt2.whatif.reset", Texts.get("whatif.action.reset"), presenter::reset)
            .tooltip(Texts.get("whatif.reset.tip"))
            .section("whatif")
            .when(() -> here.getAsBoolean() && !presenter.settings().ablation().isEmpty())
            .build(),
        AppAction.of(
                "gpt2.whatif.sweep",
                Texts.get("whatif.action.sweep"),
                () -> presenter.sweep(!presenter.settings().sweeps()))
            .tooltip(Texts.get("whatif.sweep.run.tip"))
            .section("whatif")
            .when(() -> here.getAsBoolean() && presenter.comparison().isPresent())
            .toggle(() -> presenter.settings().sweeps())
            .build(),
        AppAction.of("gpt2.whatif.csv", Texts.get("whatif.action.csv"), () -> comparison(presenter))
            .tooltip(Texts.get("whatif.action.csv.tip"))
            .section("whatif.export")
            .when(() -> here.getAsBoolean() && presenter.comparison().isPresent())
            .build(),
        AppAction.of("gpt2.whatif.map.csv", Texts.get("whatif.action.mapCsv"), () -> map(presenter))
            .tooltip(Texts.get("whatif.action.mapCsv.tip"))
            .section("whatif.export")
            .when(() -> here.getAsBoolean() && presenter.importance().isPresent())
            .build());
  }

  private static void comparison(WhatIfPresenter presenter) {
    presenter
        .comparison()
        .ifPresent(
            made ->
                new Exporter(presenter.desk())
                    .csv(
                        Texts.get("whatif.csv.comparison"),
                        Texts.get("whatif.csv.comparisonName"),
                        () -> WhatIfCsv.comparison(made, presenter::word)));
  }

  private static void map(WhatIfPresenter presenter) {
    presenter
        .importance()
        .ifPresent(
            made ->
                new Exporter(presenter.desk())
                    .csv(
                        Texts.get("whatif.csv.map"),
                        Texts.get("whatif.csv.mapName"),
                        () -> WhatIfCsv.importance(made, presenter.word(made.before().id()))));
  }
}
