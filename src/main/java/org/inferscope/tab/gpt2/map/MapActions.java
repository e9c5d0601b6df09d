package org.inferscope.tab.gpt2.map;

import java.util.List;
import java.util.Optional;
import org.inferscope.tab.gpt2.desk.MapSettings;
import org.inferscope.tab.gpt2.desk.MapSettings.Grain;
import org.inferscope.tab.gpt2.desk.MapSettings.Unfold;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.AppAction;
import org.inferscope.ui.navigate.Intent;

/** What can be done in the map, for the tab's menu and the command palette. Event thread. */
final class MapActions {
  private static final String SECTION = "map";
  private static final int ZOOM_STEP = 20;

  private final MapPresenter presenter;

  private MapActions(MapPresenter presenter) {
    this.presenter = presenter;
  }

  /** All of them. */
  static List<AppAction> of(MapPresenter presenter) {
    return new MapActions(presenter).all();
  }

  private List<AppAction> all() {
    return List.of(
        action("measure", Texts.get("gpt2map.measure"), presenter::measure),
        roofline(),
        product(),
        blocks(),
        numbers(),
        unfold("one", Texts.get("gpt2map.action.unfoldOne"), Unfold.SELECTED),
        unfold("all", Texts.get("gpt2map.action.unfoldAll"), Unfold.ALL),
        unfold("none", Texts.get("gpt2map.action.unfoldNone"), Unfold.NONE),
        action("higher", Texts.get("gpt2map.action.higher"), () -> zoom(ZOOM_STEP)),
        action("lower", Texts.get("gpt2map.action.lower"), () -> zoom(-ZOOM_STEP)),
        AppAction.of("gpt2.map.csv", Texts.get("gpt2map.csv"), new MapExport(presenter)::csv)
            .icon("save")
            .tooltip(Texts.get("gpt2map.csv.tip"))
            .section("files")
            .when(() -> presenter.shown().isPresent())
            .build());
  }

  private boolean isShown() {
    return presenter.isInFront() && presenter.shown().isPresent();
  }

  private AppAction action(String id, String name, Runnable work) {
    return AppAction.of("gpt2.map." + id, name, work).section(SECTION).when(this::isShown).build();
  }

  private AppAction roofline() {
    return AppAction.of(
            "gpt2.map.roofline",
            Texts.get("gpt2map.roofline"),
            () -> presenter.open(presenter.transformer()))
        .tooltip(Texts.get("gpt2map.roofline.tip"))
        .section(SECTION)
        .when(() -> presenter.canOpen(presenter.transformer()))
        .build();
  }

  private AppAction product() {
    return AppAction.of(
            "gpt2.map.product",
            Texts.get("gpt2map.menu.product"),
            () -> presenter.open(currentProduct()))
        .section(SECTION)
        .when(() -> isShown() && presenter.canOpen(currentProduct()))
        .build();
  }

  private Optional<Intent> currentProduct() {
    return presenter.product(presenter.step().operation());
  }

  private AppAction blocks() {
    return AppAction.of(
            "gpt2.map.blocks",
            Texts.get("gpt2map.action.blocks"),
            () ->
                presenter.set(
                    map -> map.with(map.grain() == Grain.BLOCK ? Grain.OPERATION : Grain.BLOCK),
                    null))
        .toggle(() -> presenter.settings().grain() == Grain.BLOCK)
        .section(SECTION)
        .when(this::isShown)
        .build();
  }

  private AppAction numbers() {
    return AppAction.of(
            "gpt2.map.numbers",
            Texts.get("gpt2map.action.numbers"),
            () ->
                presenter.set(map -> map.withCell(map.cell() > 0 ? 0 : MapSettings.NUMBERS), null))
        .toggle(() -> presenter.settings().cell() > 0)
        .section(SECTION)
        .when(this::isShown)
        .build();
  }

  private AppAction unfold(String id, String name, Unfold unfold) {
    return AppAction.of(
            "gpt2.map.unfold." + id, name, () -> presenter.set(map -> map.with(unfold), null))
        .choice("gpt2.map.unfold", () -> presenter.settings().unfold() == unfold)
        .section(SECTION)
        .when(this::isShown)
        .build();
  }

  private void zoom(int by) {
    presenter.set(map -> map.withZoom(map.zoom() + by), "zoom");
  }
}
