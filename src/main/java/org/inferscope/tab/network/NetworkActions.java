package org.inferscope.tab.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.inferscope.model.linear.Initialisation;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.tab.network.desk.Display;
import org.inferscope.tab.network.desk.NetworkPresenter;
import org.inferscope.tab.network.desk.WeightFiles;
import org.inferscope.tab.network.stage.NetworkStage;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.AppAction;

/** What can be done in the tab, for its menu, its toolbar and the command palette. */
final class NetworkActions {
  private NetworkActions() {}

  /**
   * All of them.
   *
   * @param stage gives the stage with the layers, which is made when it is first asked for
   */
  static List<AppAction> of(NetworkPresenter presenter, Supplier<NetworkStage> stage) {
    List<AppAction> actions = new ArrayList<>();
    actions.addAll(LayerActions.of(presenter));
    for (Initialisation init : NetworkPlan.INITIALISATIONS) {
      actions.add(
          AppAction.of(
                  "network.init." + init.id(),
                  init.title(),
                  () -> presenter.draw(init, presenter.state().plan().seed()))
              .tooltip(init.meaning())
              .submenu(Texts.get("network.menu.weights"))
              .build());
    }
    actions.add(roll(presenter));
    actions.add(drawInputs(presenter));
    actions.add(view(presenter, Display.View.NETWORK, Texts.get("network.view.network")));
    actions.add(view(presenter, Display.View.BATCH, Texts.get("network.view.batch")));
    actions.add(view(presenter, Display.View.COMPARE, Texts.get("network.view.compare")));
    actions.add(axisPerLayer(presenter));
    actions.add(picture(presenter));
    actions.addAll(zoom(presenter, stage));
    actions.add(hold(presenter));
    actions.add(
        AppAction.of("network.release", Texts.get("network.release"), presenter::release)
            .section("compare")
            .when(() -> presenter.state().held().isPresent())
            .build());
    actions.add(
        AppAction.of(
                "network.toggle",
                Texts.get("network.toggle"),
                () -> presenter.toggle(presenter.focus()))
            .tooltip(Texts.get("network.toggle.tip"))
            .section("compare")
            .build());
    actions.add(restore(presenter));
    actions.add(openInLinear(presenter));
    WeightFiles files = new WeightFiles(presenter);
    actions.add(
        AppAction.of("network.load", Texts.get("network.load"), files::load)
            .icon("open")
            .tooltip(Texts.get("network.load.tip"))
            .section("files")
            .build());
    actions.add(
        AppAction.of("network.save", Texts.get("network.save"), files::save)
            .icon("save")
            .tooltip(Texts.get("network.save.tip"))
            .section("files")
            .when(() -> presenter.shown().isPresent())
            .build());
    return actions;
  }

  static AppAction roll(NetworkPresenter presenter) {
    return AppAction.of("network.roll", Texts.get("network.roll"), presenter::rollWeights)
        .icon("dice")
        .tooltip(Texts.get("network.roll.tip"))
        .section("numbers")
        .build();
  }

  static AppAction drawInputs(NetworkPresenter presenter) {
    return AppAction.of(
            "network.drawInputs", Texts.get("network.drawInputs"), presenter::drawInputs)
        .icon("shuffle")
        .tooltip(Texts.get("network.drawInputs.tip"))
        .section("numbers")
        .build();
  }

  private static AppAction view(NetworkPresenter presenter, Display.View view, String name) {
    return AppAction.of("network.view." + view, name, () -> presenter.setView(view))
        .choice("network.view", () -> presenter.view() == view)
        .section("view")
        .when(() -> view != Display.View.COMPARE || presenter.state().compared().isPresent())
        .build();
  }

  static AppAction axisPerLayer(NetworkPresenter presenter) {
    return AppAction.of(
            "network.axis",
            Texts.get("network.axis"),
            () ->
                presenter.setAxis(
                    isPerLayer(presenter) ? Display.Axis.SHARED : Display.Axis.PER_LAYER))
        .icon("axes")
        .tooltip(Texts.get("network.axis.tip"))
        .toggle(() -> isPerLayer(presenter))
        .section("axis")
        .build();
  }

  private static boolean isPerLayer(NetworkPresenter presenter) {
    return presenter.state().display().axis() == Display.Axis.PER_LAYER;
  }

  /** The keys for them belong to the stage, since + and − may be typed elsewhere. */
  private static List<AppAction> zoom(NetworkPresenter presenter, Supplier<NetworkStage> stage) {
    BooleanSupplier shown = () -> presenter.view() == Display.View.NETWORK;
    return List.of(
        AppAction.of("network.zoomIn", Texts.get("network.zoomIn"), () -> stage.get().zoomIn())
            .icon("zoom-in")
            .tooltip(Texts.get("network.zoomIn.tip"))
            .section("zoom")
            .when(shown)
            .build(),
        AppAction.of("network.zoomOut", Texts.get("network.zoomOut"), () -> stage.get().zoomOut())
            .icon("zoom-out")
            .tooltip(Texts.get("network.zoomOut.tip"))
            .section("zoom")
            .when(shown)
            .build(),
        AppAction.of("network.fit", Texts.get("network.fit"), () -> stage.get().fit())
            .icon("fit")
            .tooltip(Texts.get("network.fit.tip"))
            .section("zoom")
            .when(shown)
            .build());
  }

  private static AppAction picture(NetworkPresenter presenter) {
    return AppAction.of(
            "network.picture",
            Texts.get("network.picture"),
            () -> presenter.setPad(!presenter.state().display().pad()))
        .tooltip(Texts.get("network.picture.tip"))
        .toggle(() -> presenter.state().display().pad())
        .section("axis")
        .when(presenter::canBePicture)
        .build();
  }

  static AppAction hold(NetworkPresenter presenter) {
    return AppAction.of("network.hold", Texts.get("network.hold"), presenter::hold)
        .icon("pin")
        .tooltip(Texts.get("network.hold.tip"))
        .section("compare")
        .build();
  }

  private static AppAction restore(NetworkPresenter presenter) {
    return AppAction.of("network.restore", Texts.get("network.restore"), presenter::restore)
        .section("compare")
        .when(() -> !presenter.state().off().isEmpty())
        .build();
  }

  static AppAction openInLinear(NetworkPresenter presenter) {
    return AppAction.of(
            "network.openInLinear", Texts.get("network.openInLinear"), presenter::openInLinear)
        .icon("open")
        .tooltip(Texts.get("network.openInLinear.tip"))
        .section("open")
        .when(presenter::canOpenInLinear)
        .build();
  }
}
