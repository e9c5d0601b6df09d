package org.inferscope.tab.roofline.layer;

import java.util.List;
import java.util.Locale;
import org.inferscope.model.roofline.transformer.Workload.Phase;
import org.inferscope.tab.roofline.desk.RooflineState.Order;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.AppAction;

/** What can be done in the layer view, for the tab's menu and the command palette. Event thread. */
public final class LayerActions {
  private LayerActions() {}

  /** All of them. */
  public static List<AppAction> of(LayerPresenter presenter) {
    return List.of(
        phase(presenter, Phase.PREFILL, Texts.get("rooflinelayer.action.prefill")),
        phase(presenter, Phase.DECODE, Texts.get("rooflinelayer.action.decode")),
        AppAction.of(
                "roofline.layer.sorted",
                Texts.get("rooflinelayer.action.sorted"),
                () ->
                    presenter.setOrder(isSorted(presenter) ? Order.COMPUTED : Order.LARGEST_FIRST))
            .toggle(() -> isSorted(presenter))
            .section("layer")
            .when(presenter::isInFront)
            .build(),
        AppAction.of(
                "roofline.layer.csv",
                Texts.get("rooflinelayer.csv"),
                new LayerExport(presenter)::csv)
            .icon("save")
            .tooltip(Texts.get("rooflinelayer.csv.tip"))
            .section("files")
            .build());
  }

  private static boolean isSorted(LayerPresenter presenter) {
    return presenter.state().order() == Order.LARGEST_FIRST;
  }

  private static AppAction phase(LayerPresenter presenter, Phase phase, String name) {
    return AppAction.of(
            "roofline.layer." + phase.name().toLowerCase(Locale.ROOT),
            name,
            () -> presenter.setPhase(phase))
        .choice("roofline.layer.phase", () -> presenter.state().work().phase() == phase)
        .section("layer")
        .when(presenter::isInFront)
        .build();
  }
}
