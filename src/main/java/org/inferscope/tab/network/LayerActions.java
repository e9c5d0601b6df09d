package org.inferscope.tab.network;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.model.network.Activation;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.tab.network.desk.NetworkPresenter;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.AppAction;

/** What can be done with the chosen layer. */
final class LayerActions {
  private LayerActions() {}

  static List<AppAction> of(NetworkPresenter presenter) {
    List<AppAction> actions = new ArrayList<>();
    actions.add(insert(presenter));
    actions.add(
        AppAction.of(
                "network.insertFirst",
                Texts.get("network.insertFirst"),
                () -> presenter.insertAfter(-1))
            .section("layers")
            .when(() -> presenter.state().plan().depth() < NetworkPlan.DEEPEST)
            .build());
    actions.add(duplicate(presenter));
    actions.add(remove(presenter));
    actions.add(
        AppAction.of(
                "network.moveLeft",
                Texts.get("network.moveLeft"),
                () -> presenter.move(presenter.layer(), presenter.layer() - 1))
            .section("layers")
            .when(() -> presenter.layer() > 0)
            .build());
    actions.add(
        AppAction.of(
                "network.moveRight",
                Texts.get("network.moveRight"),
                () -> presenter.move(presenter.layer(), presenter.layer() + 1))
            .section("layers")
            .when(() -> presenter.layer() < presenter.state().plan().depth() - 1)
            .build());
    for (Activation activation : Activation.values()) {
      actions.add(activation(presenter, activation));
    }
    return actions;
  }

  static AppAction insert(NetworkPresenter presenter) {
    return AppAction.of(
            "network.insert",
            Texts.get("network.insert"),
            () -> presenter.insertAfter(presenter.layer()))
        .icon("add")
        .tooltip(Texts.get("network.insert.tip"))
        .section("layers")
        .when(() -> presenter.state().plan().depth() < NetworkPlan.DEEPEST)
        .build();
  }

  static AppAction duplicate(NetworkPresenter presenter) {
    return AppAction.of(
            "network.duplicate",
            Texts.get("network.duplicate"),
            () -> presenter.duplicate(presenter.layer()))
        .icon("copy")
        .tooltip(Texts.get("network.duplicate.tip"))
        .section("layers")
        .when(() -> presenter.state().plan().depth() < NetworkPlan.DEEPEST)
        .build();
  }

  static AppAction remove(NetworkPresenter presenter) {
    return AppAction.of(
            "network.remove",
            Texts.get("network.remove"),
            () -> presenter.remove(presenter.layer()))
        .icon("remove")
        .tooltip(Texts.get("network.remove.tip"))
        .section("layers")
        .when(() -> presenter.state().plan().depth() > 1)
        .build();
  }

  private static AppAction activation(NetworkPresenter presenter, Activation activation) {
    return AppAction.of(
            "network.activation." + activation.name(),
            activation.title(),
            () -> presenter.setActivation(presenter.layer(), activation))
        .tooltip(activation.meaning())
        .choice(
            "network.activation",
            () ->
                presenter.state().plan().layers().get(presenter.layer()).activation() == activation)
        .submenu(Texts.get("network.menu.activation"))
        .build();
  }
}
