package org.inferscope.tab.gpt2;

import java.util.List;
import org.inferscope.tab.gpt2.desk.Exporter;
import org.inferscope.tab.gpt2.desk.Gpt2Presenter;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.AppAction;

/** What can be done with the model and the prompt. Event thread. */
final class Gpt2Actions {
  private Gpt2Actions() {}

  static List<AppAction> of(Gpt2Presenter presenter) {
    return List.of(
        AppAction.of(
                "gpt2.openFolder",
                Texts.get("gpt2tab.action.folder"),
                () ->
                    presenter
                        .context()
                        .files()
                        .folderToOpen(Texts.get("gpt2tab.action.folderTitle"))
                        .ifPresent(presenter::chooseFolder))
            .tooltip(Texts.get("gpt2tab.action.folderTip"))
            .section("model")
            .build(),
        AppAction.of(
                "gpt2.trace.save", Texts.get("gpt2tab.trace.save"), new Exporter(presenter)::trace)
            .icon("save")
            .tooltip(Texts.get("gpt2tab.trace.saveTip"))
            .section("files")
            .when(() -> presenter.shown().isPresent())
            .build());
  }
}
