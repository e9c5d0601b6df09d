package org.inferscope.tab.network.views;

import org.inferscope.model.network.Ablations;
import org.inferscope.model.network.ColumnStats;
import org.inferscope.model.network.Trace;
import org.inferscope.tab.network.desk.NetworkPresenter;
import org.inferscope.tab.network.desk.Shown;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Says in one sentence what the batch view shows. Stateless, any thread. */
public final class BatchNarrator {
  private BatchNarrator() {}

  /** The sentence for the caption; empty before the first run. */
  public static String say(NetworkPresenter presenter) {
    return presenter.shown().map(shown -> say(presenter, shown)).orElse("");
  }

  private static String say(NetworkPresenter presenter, Shown shown) {
    Trace trace = shown.trace();
    if (presenter.isPointedAt()
        && presenter.focus() instanceof Ablations.Unit unit
        && Ablations.isInside(shown.plan(), unit)) {
      return BatchWriter.cell(trace, unit.column(), trace.row(), unit.i());
    }
    if (trace.batch() == 1) {
      return Texts.get("networkviews.batch.say.one");
    }
    return Texts.get("networkviews.batch.say", Numbers.count(trace.batch()), dead(trace));
  }

  /** The hidden layer with the largest share of dead units, or that there is none. */
  private static String dead(Trace trace) {
    int most = 0;
    for (int c = 1; c <= trace.network().depth(); c++) {
      if (trace.stats(c).dead() > 0
          && (most == 0 || trace.stats(c).deadShare() > trace.stats(most).deadShare())) {
        most = c;
      }
    }
    if (most == 0) {
      return Texts.get("networkviews.batch.say.alive");
    }
    ColumnStats stats = trace.stats(most);
    return Texts.get(
        "networkviews.batch.say.dead",
        ColumnNames.plain(most),
        Numbers.count(stats.dead()),
        Numbers.count(stats.units()));
  }
}
