package org.inferscope.tab.gpt2.next;

import java.util.List;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.AppAction;

/** What can be done in the view of the next token. Event thread. */
final class NextActions {
  private static final String SECTION = "next";

  private NextActions() {}

  static List<AppAction> of(NextPresenter presenter, NextExport export) {
    Writer writer = presenter.writer();
    return List.of(
        AppAction.of("gpt2.next.step", Texts.get("gpt2next.action.step"), writer::step)
            .tooltip(Texts.get("gpt2next.step.tip"))
            .when(() -> presenter.isInFront() && writer.canWrite())
            .section(SECTION)
            .build(),
        AppAction.of(
                "gpt2.next.run",
                () ->
                    writer.isRunning()
                        ? Texts.get("gpt2next.action.stop")
                        : Texts.get("gpt2next.action.run"),
                () -> {
                  if (writer.isRunning()) {
                    writer.stop();
                  } else {
                    writer.run();
                  }
                })
            .tooltip(Texts.get("gpt2next.run.tip"))
            .when(() -> presenter.isInFront() && writer.canWrite())
            .section(SECTION)
            .build(),
        AppAction.of("gpt2.next.back", Texts.get("gpt2next.action.back"), writer::back)
            .tooltip(Texts.get("gpt2next.back.tip"))
            .when(() -> presenter.isInFront() && writer.canGoBack())
            .section(SECTION)
            .build(),
        AppAction.of("gpt2.next.keep", Texts.get("gpt2next.action.keep"), writer::keep)
            .tooltip(Texts.get("gpt2next.keep.tip"))
            .when(writer::canGoBack)
            .section(SECTION)
            .build(),
        AppAction.of("gpt2.next.csv", Texts.get("gpt2next.action.csv"), export::steps)
            .tooltip(Texts.get("gpt2next.action.csv.tip"))
            .when(writer::canGoBack)
            .section(SECTION)
            .build(),
        AppAction.of("gpt2.next.top.csv", Texts.get("gpt2next.action.topCsv"), export::top)
            .tooltip(Texts.get("gpt2next.action.topCsv.tip"))
            .when(() -> presenter.moment().isPresent())
            .section(SECTION)
            .build());
  }
}
