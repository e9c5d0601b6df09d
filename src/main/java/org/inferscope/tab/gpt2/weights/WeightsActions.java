package org.inferscope.tab.gpt2.weights;

import java.util.List;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.AppAction;

/** What can be done in the view of parameters. Event thread. */
final class WeightsActions {
  private WeightsActions() {}

  static List<AppAction> of(WeightsPresenter presenter) {
    WeightsExport export = new WeightsExport(presenter);
    return List.of(
        AppAction.of(
                "gpt2.weights.linear",
                Texts.get("gpt2weights.linear"),
                presenter::openInLinear)
            .tooltip(Texts.get("gpt2weights.linear.tip"))
            .section("weights")
            .when(() -> presenter.isInFront() && presenter.obstacle().isEmpty())
            .build(),
        AppAction.of(
                "gpt2.weights.matmul",
                Texts.get("gpt2weights.matmul"),
                presenter::openInMatmul)
            .tooltip(Texts.get("gpt2weights.matmul.tip"))
            .section("weights")
            .when(() -> presenter.isInFront() && presenter.obstacle().isEmpty())
            .build(),
        AppAction.of(
                "gpt2.weights.oneLayer",
                Texts.get("gpt2weights.oneLayer.action"),
                presenter::filterLayer)
            .tooltip(Texts.get("gpt2weights.oneLayer.tip"))
            .section("weights")
            .when(presenter::isInFront)
            .build(),
        AppAction.of("gpt2.weights.csv", Texts.get("gpt2weights.csv"), export::table)
            .icon("save")
            .tooltip(Texts.get("gpt2weights.csv.tip"))
            .section("files")
            .when(() -> !presenter.rows().isEmpty())
            .build(),
        AppAction.of(
                "gpt2.weights.histogram.csv",
                Texts.get("gpt2weights.histogramCsv"),
                export::histogram)
            .icon("save")
            .tooltip(Texts.get("gpt2weights.histogramCsv.tip"))
            .section("files")
            .when(export::hasHistogram)
            .build());
  }
}
