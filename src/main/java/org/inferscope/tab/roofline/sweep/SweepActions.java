package org.inferscope.tab.roofline.sweep;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.inferscope.io.bench.KeptResult;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.AppAction;

/** What can be done with the benchmark, for the tab's menu and the command palette. */
public final class SweepActions {
  private SweepActions() {}

  /** All of them. */
  public static List<AppAction> of(SweepPresenter presenter) {
    SweepExport export = new SweepExport(presenter);
    BooleanSupplier measured = () -> presenter.run().isPresent();
    return List.of(
        AppAction.of(
                "roofline.sweep.start", Texts.get("rooflinesweep.action.start"), presenter::start)
            .tooltip(Texts.get("rooflinesweep.start.tip"))
            .section("sweep")
            .when(presenter::canStart)
            .build(),
        AppAction.of(
                "roofline.sweep.cancel",
                Texts.get("rooflinesweep.action.cancel"),
                presenter::cancel)
            .tooltip(Texts.get("rooflinesweep.cancel.tip"))
            .section("sweep")
            .when(presenter::isRunning)
            .build(),
        AppAction.of(
                "roofline.sweep.rerun",
                Texts.get("rooflinesweep.rerun"),
                () ->
                    withSelected(
                        presenter, result -> presenter.rerun(result.impl(), result.size())))
            .tooltip(Texts.get("rooflinesweep.rerun.tip"))
            .section("sweep")
            .when(
                () ->
                    presenter
                        .selected()
                        .filter(result -> presenter.canRerun(result.impl()))
                        .isPresent())
            .build(),
        AppAction.of(
                "roofline.sweep.matmul",
                Texts.get("rooflinesweep.openMatmul"),
                () ->
                    withSelected(
                        presenter,
                        result -> presenter.desk().openInMatmul(SweepPoints.shape(result))))
            .section("sweep")
            .when(
                () ->
                    presenter
                        .selected()
                        .map(SweepPoints::shape)
                        .filter(presenter.desk()::canOpenInMatmul)
                        .isPresent())
            .build(),
        AppAction.of("roofline.sweep.csv", Texts.get("rooflinesweep.csv"), export::csv)
            .icon("save")
            .section("sweep.files")
            .when(measured)
            .build(),
        AppAction.of("roofline.sweep.json", Texts.get("rooflinesweep.json"), export::json)
            .icon("save")
            .section("sweep.files")
            .when(measured)
            .build());
  }

  private static void withSelected(SweepPresenter presenter, Consumer<KeptResult> work) {
    presenter.selected().ifPresent(work);
  }
}
