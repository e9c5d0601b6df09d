package org.inferscope.tab.gpt2.lens;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.inferscope.io.gpt2.LensCsv;
import org.inferscope.tab.gpt2.desk.Exporter;
import org.inferscope.tab.gpt2.desk.LensSettings;
import org.inferscope.tab.gpt2.desk.View;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.AppAction;

/** What can be done in the logit lens. Event thread. */
final class LensActions {
  private LensActions() {}

  static List<AppAction> of(LensPresenter presenter) {
    BooleanSupplier here = () -> presenter.desk().state().view() == View.LENS;
    return List.of(
        AppAction.of(
                "gpt2.lens.own", Texts.get("gpt2lens.action.own"), () -> presenter.type(""))
            .tooltip(Texts.get("gpt2lens.action.own.tip"))
            .section("lens")
            .when(
                () ->
                    here.getAsBoolean()
                        && !presenter.desk().state().lens().equals(LensSettings.FIRST))
            .build(),
        AppAction.of("gpt2.lens.csv", Texts.get("gpt2lens.csv"), () -> table(presenter))
            .icon("save")
            .tooltip(Texts.get("gpt2lens.csv.tip"))
            .section("files")
            .when(() -> here.getAsBoolean() && presenter.scene().isPresent())
            .build(),
        AppAction.of(
                "gpt2.lens.target.csv",
                Texts.get("gpt2lens.csv.target"),
                () -> target(presenter))
            .icon("save")
            .tooltip(Texts.get("gpt2lens.csv.target.tip"))
            .section("files")
            .when(() -> here.getAsBoolean() && !presenter.standings().isEmpty())
            .build());
  }

  private static void table(LensPresenter presenter) {
    presenter
        .scene()
        .ifPresent(
            scene ->
                new Exporter(presenter.desk())
                    .csv(
                        Texts.get("gpt2lens.csv"),
                        Texts.get("gpt2lens.csv.name"),
                        () ->
                            LensCsv.table(
                                scene.lens(),
                                scene.shown().tokens()::word,
                                scene.shown()::word)));
  }

  private static void target(LensPresenter presenter) {
    presenter
        .scene()
        .filter(scene -> scene.target().isPresent())
        .ifPresent(
            scene ->
                new Exporter(presenter.desk())
                    .csv(
                        Texts.get("gpt2lens.csv.target"),
                        Texts.get("gpt2lens.csv.target.name"),
                        () -> target(scene)));
  }

  private static String target(LensScene scene) {
    return LensCsv.target(
        scene.standings().stream()
            .map(each -> new LensCsv.Place(each.state(), each.rank(), each.scored()))
            .toList(),
        scene.shown().tokens().word(scene.token()),
        scene.shown().word(scene.target().orElseThrow()));
  }
}
