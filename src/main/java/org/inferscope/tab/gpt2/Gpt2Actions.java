package org.inferscope.tab.gpt2;

import java.util.List;
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
            .build());
  }
}
