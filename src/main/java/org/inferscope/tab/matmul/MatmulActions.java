package org.inferscope.tab.matmul;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.model.matmul.Algorithm;
import org.inferscope.model.matmul.Grain;
import org.inferscope.model.matmul.MatmulPreset;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.AppAction;

/** What can be done in the tab, for its menu and the command palette. */
final class MatmulActions {
  private MatmulActions() {}

  static List<AppAction> of(MatmulPresenter presenter) {
    List<AppAction> actions = new ArrayList<>();
    for (Algorithm algorithm : Algorithm.values()) {
      actions.add(algorithm(presenter, algorithm));
    }
    actions.add(grain(presenter, Grain.PRODUCT, Texts.get("matmul.action.product")));
    actions.add(grain(presenter, Grain.ELEMENT, Texts.get("matmul.action.element")));
    actions.add(grain(presenter, Grain.MULTIPLY_ADD, Texts.get("matmul.action.term")));
    for (MatmulPreset preset : MatmulPreset.values()) {
      actions.add(preset(presenter, preset));
    }
    actions.add(
        AppAction.of("matmul.roll", Texts.get("matmul.roll"), presenter::rollSeed)
            .tooltip(Texts.get("matmul.roll.tip"))
            .when(() -> presenter.seed().isPresent())
            .build());
    actions.add(
        AppAction.of(
                "matmul.predict",
                Texts.get("matmul.action.predict"),
                () -> presenter.setPredict(!presenter.state().predict()))
            .tooltip(Texts.get("matmul.predict.tip"))
            .toggle(() -> presenter.state().predict())
            .build());
    actions.add(
        AppAction.of(
                "matmul.link",
                Texts.get("matmul.size.link"),
                () -> presenter.setLinked(!presenter.state().linked()))
            .tooltip(Texts.get("matmul.size.link.tip"))
            .toggle(() -> presenter.state().linked())
            .build());
    return List.copyOf(actions);
  }

  private static AppAction algorithm(MatmulPresenter presenter, Algorithm algorithm) {
    return AppAction.of(
            "matmul.algorithm." + algorithm.id(),
            algorithm.title(),
            () -> presenter.setAlgorithm(algorithm))
        .tooltip(algorithm.meaning())
        .choice("matmul.algorithm", () -> presenter.algorithm() == algorithm)
        .when(() -> !presenter.state().predict())
        .build();
  }

  private static AppAction grain(MatmulPresenter presenter, Grain grain, String name) {
    return AppAction.of("matmul.grain." + grain, name, () -> presenter.setGrain(grain))
        .choice("matmul.grain", () -> presenter.grain() == grain)
        .when(() -> !presenter.state().predict())
        .build();
  }

  private static AppAction preset(MatmulPresenter presenter, MatmulPreset preset) {
    return AppAction.of(
            "matmul.preset." + preset.id(),
            Texts.get("matmul.action.preset", preset.title()),
            () -> presenter.choosePreset(preset))
        .tooltip(preset.meaning())
        .build();
  }
}
