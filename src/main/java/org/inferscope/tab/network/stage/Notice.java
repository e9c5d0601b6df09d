package org.inferscope.tab.network.stage;

import org.inferscope.compute.Progress;
import org.inferscope.tab.network.desk.NetworkPresenter;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/**
 * What is said at the top of the stage. Immutable.
 *
 * @param text one sentence; empty if there is nothing to say
 * @param bad whether it is about something that went wrong
 */
record Notice(String text, boolean bad) {
  private static final int PERCENT = 100;

  /**
   * What there is to say now: the problem first, then what came of the last wish, then the job.
   *
   * @param slow whether the job that runs has run long enough to be spoken of
   */
  static Notice of(NetworkPresenter presenter, boolean slow) {
    if (!presenter.problem().isEmpty()) {
      return new Notice(presenter.problem(), true);
    }
    if (!presenter.notice().isEmpty()) {
      return new Notice(presenter.notice(), false);
    }
    return slow
        ? presenter.running().map(Notice::of).orElse(new Notice("", false))
        : new Notice("", false);
  }

  private static Notice of(Progress progress) {
    String what =
        progress.message().isEmpty() ? Texts.get("networkstage.running") : progress.message();
    String text =
        progress.isKnown()
            ? Texts.get(
                "networkstage.running.part",
                what,
                Numbers.count(Math.round(progress.fraction() * PERCENT)))
            : Texts.get("networkstage.running.whole", what);
    return new Notice(text, false);
  }
}
