package org.inferscope.tab.network.views;

import java.util.Optional;
import org.inferscope.model.network.Ablations;
import org.inferscope.tab.network.desk.NetworkPresenter;
import org.inferscope.tab.network.desk.Shown;
import org.inferscope.text.Texts;

/** Says in one sentence what the compare view shows. Stateless, any thread. */
public final class CompareNarrator {
  private CompareNarrator() {}

  /** The sentence for the caption. */
  public static String say(NetworkPresenter presenter) {
    Optional<Shown> shown = presenter.shown();
    return shown
        .flatMap(Comparison::of)
        .map(comparison -> say(presenter, shown.get(), comparison))
        .orElseGet(() -> Texts.get("networkviews.compare.empty.how"));
  }

  private static String say(NetworkPresenter presenter, Shown shown, Comparison comparison) {
    if (presenter.isPointedAt()
        && presenter.focus() instanceof Ablations.Unit unit
        && Ablations.isInside(shown.plan(), unit)) {
      return CompareWriter.unit(comparison, comparison.pairOf(unit.column()), unit.i());
    }
    return Texts.get(
        "networkviews.compare.say",
        CompareWriter.headline(comparison),
        CompareWriter.sub(comparison, presenter.state().held(), shown.plan()));
  }
}
