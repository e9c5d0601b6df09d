package org.inferscope.tab.gpt2.states;

import java.util.List;
import org.inferscope.io.gpt2.StatesCsv;
import org.inferscope.tab.gpt2.desk.Exporter;
import org.inferscope.tab.gpt2.desk.Gpt2Presenter;
import org.inferscope.tab.gpt2.desk.View;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.AppAction;

/** What can be done in the view of hidden states. Event thread. */
final class StatesActions {
  private StatesActions() {}

  static List<AppAction> of(Gpt2Presenter presenter, StatesScenes scenes) {
    return List.of(
        AppAction.of(
                "gpt2.states.csv",
                Texts.get("gpt2states.csv"),
                () -> scenes.current().ifPresent(scene -> csv(presenter, scene)))
            .icon("save")
            .tooltip(Texts.get("gpt2states.csv.tip"))
            .section("files")
            .when(
                () ->
                    presenter.state().view() == View.STATES && scenes.current().isPresent())
            .build());
  }

  private static void csv(Gpt2Presenter presenter, StatesScene scene) {
    List<Integer> positions = scene.lines().stream().map(TokenLine::position).toList();
    new Exporter(presenter)
        .csv(
            Texts.get("gpt2states.csv"),
            Texts.get("gpt2states.csv.name"),
            () ->
                StatesCsv.write(
                    scene.shown().trace(), positions, scene.shown().tokens()::word));
  }
}
