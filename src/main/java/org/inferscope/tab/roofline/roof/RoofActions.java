package org.inferscope.tab.roofline.roof;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.tab.roofline.roof.RoofPoint.Group;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.AppAction;

/** What can be done in the view, for the menu and the command palette. Event thread. */
public final class RoofActions {
  private RoofActions() {}

  /** All of them. */
  public static List<AppAction> of(RoofPresenter presenter) {
    RoofExport export = new RoofExport(presenter);
    List<AppAction> actions = new ArrayList<>();
    actions.add(
        show(presenter, Group.SCENARIOS, "scenarios", Texts.get("rooflineroof.action.scenarios")));
    actions.add(show(presenter, Group.LAYER, "layer", Texts.get("rooflineroof.action.layer")));
    actions.add(
        show(presenter, Group.MEASURED, "measured", Texts.get("rooflineroof.action.measured")));
    actions.add(
        AppAction.of(
                "roofline.machine.measure",
                Texts.get("rooflineroof.action.measure"),
                presenter::measureInPanel)
            .tooltip(Texts.get("rooflineroof.machine.measure.tip"))
            .section("machine")
            .when(() -> presenter.machine().canMeasure() && !presenter.machine().isRunning())
            .build());
    actions.add(
        AppAction.of("roofline.roof.csv", Texts.get("rooflineroof.action.csv"), export::ask)
            .tooltip(Texts.get("rooflineroof.action.csv.tip"))
            .icon("save")
            .section("export")
            .build());
    return List.copyOf(actions);
  }

  private static AppAction show(RoofPresenter presenter, Group group, String id, String name) {
    return AppAction.of(
            "roofline.show." + id, name, () -> presenter.setShown(group, !presenter.isShown(group)))
        .section("points")
        .toggle(() -> presenter.isShown(group))
        .build();
  }
}
