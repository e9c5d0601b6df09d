package org.inferscope.tab.linear;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.model.linear.Initialisation;
import org.inferscope.model.linear.RoundedLayer;
import org.inferscope.tensor.DType;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.AppAction;

/** What can be done in the tab, for its menu and the command palette. */
final class LinearActions {
  private LinearActions() {}

  static List<AppAction> of(LinearPresenter presenter) {
    List<AppAction> actions = new ArrayList<>();
    for (Initialisation init : Initialisation.values()) {
      actions.add(
          AppAction.of("linear.init." + init.id(), init.title(), () -> presenter.choose(init))
              .tooltip(init.meaning())
              .submenu(Texts.get("linear.menu.init"))
              .build());
    }
    actions.add(roll(presenter));
    actions.add(
        AppAction.of("linear.draw", Texts.get("linear.draw"), presenter::drawInputs)
            .tooltip(Texts.get("linear.draw.tip"))
            .build());
    actions.add(
        AppAction.of(
                "linear.fixed",
                Texts.get("linear.fixed"),
                () -> presenter.setSeedFixed(!presenter.state().source().fixed()))
            .tooltip(Texts.get("linear.fixed.tip"))
            .toggle(() -> presenter.state().source().fixed())
            .build());
    for (DType format : RoundedLayer.FORMATS) {
      actions.add(precision(presenter, format));
    }
    actions.add(stage(presenter, Display.Stage.NUMBERS, Texts.get("linear.action.numbers")));
    actions.add(stage(presenter, Display.Stage.GEOMETRY, Texts.get("linear.action.geometry")));
    actions.add(grain(presenter, Display.StepGrain.ROW, Texts.get("linear.action.byRow")));
    actions.add(grain(presenter, Display.StepGrain.TERM, Texts.get("linear.action.byTerm")));
    actions.add(openInMatmul(presenter));
    actions.add(roofline(presenter));
    return List.copyOf(actions);
  }

  private static AppAction roll(LinearPresenter presenter) {
    return AppAction.of("linear.roll", Texts.get("linear.roll"), presenter::rollSeed)
        .icon("dice")
        .tooltip(Texts.get("linear.roll.tip"))
        .build();
  }

  static AppAction openInMatmul(LinearPresenter presenter) {
    return AppAction.of(
            "linear.openInMatmul", Texts.get("linear.openInMatmul"), presenter::openInMatmul)
        .icon("open")
        .tooltip(Texts.get("linear.openInMatmul.tip"))
        .when(presenter::canOpenInMatmul)
        .build();
  }

  static AppAction roofline(LinearPresenter presenter) {
    return AppAction.of("linear.roofline", Texts.get("linear.roofline"), presenter::showOnRoofline)
        .icon("open")
        .tooltip(Texts.get("linear.roofline.tip"))
        .when(presenter::canShowOnRoofline)
        .build();
  }

  private static AppAction precision(LinearPresenter presenter, DType format) {
    return AppAction.of(
            "linear.precision." + format,
            Texts.get("linear.action.precision", format.label()),
            () -> presenter.setPrecision(format))
        .choice("linear.precision", () -> presenter.precision() == format)
        .submenu(Texts.get("linear.menu.precision"))
        .build();
  }

  private static AppAction stage(LinearPresenter presenter, Display.Stage stage, String name) {
    return AppAction.of("linear.stage." + stage, name, () -> presenter.setStage(stage))
        .choice("linear.stage", () -> presenter.stage() == stage)
        .when(() -> stage == Display.Stage.NUMBERS || presenter.hasGeometry())
        .build();
  }

  private static AppAction grain(LinearPresenter presenter, Display.StepGrain grain, String name) {
    return AppAction.of("linear.grain." + grain, name, () -> presenter.setGrain(grain))
        .choice("linear.grain", () -> presenter.state().display().grain() == grain)
        .build();
  }
}
