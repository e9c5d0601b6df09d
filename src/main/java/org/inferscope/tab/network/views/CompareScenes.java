package org.inferscope.tab.network.views;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inferscope.model.network.Ablations;
import org.inferscope.tab.network.desk.Display;
import org.inferscope.tab.network.desk.NetworkPresenter;
import org.inferscope.tab.network.desk.Shown;
import org.inferscope.text.Texts;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what the compare view is painted from. Keeps the comparison and the layout as long
 * as nothing they depend on changes. Event thread.
 */
final class CompareScenes {
  private final NetworkPresenter presenter;
  private @Nullable Shown compared;
  private Optional<Comparison> comparison = Optional.empty();
  private String headline = "";
  private String sub = "";
  private @Nullable CompareLayout layout;

  CompareScenes(NetworkPresenter presenter) {
    this.presenter = presenter;
  }

  /** The comparison of what is shown, if there is one. */
  @SuppressWarnings("ReferenceEquality") // comparing all numbers of two runs is dear
  Optional<Comparison> comparison() {
    Shown now = presenter.shown().orElse(null);
    if (now != compared) {
      compared = now;
      comparison = now == null ? Optional.empty() : Comparison.of(now);
      if (now != null && comparison.isPresent()) {
        headline = CompareWriter.headline(comparison.get());
        sub = CompareWriter.sub(comparison.get(), presenter.state().held(), now.plan());
      }
    }
    return comparison;
  }

  /** The layout of a comparison in a view of this size. */
  CompareLayout layout(Comparison runs, int width, int height, int scroll) {
    List<CompareSpec.Lanes> lanes = new ArrayList<>();
    for (int k = 0; k < runs.size(); k++) {
      lanes.add(new CompareSpec.Lanes(runs.valuesA(k).size(), runs.valuesB(k).size()));
    }
    CompareSpec spec =
        new CompareSpec(width, height, lanes, scroll, Metrics.scale(), Fonts.smallest());
    CompareLayout current = layout;
    if (current == null || !current.spec().equals(spec)) {
      current = CompareLayout.of(spec);
      layout = current;
    }
    return current;
  }

  /** The scene as it is now. */
  CompareScene build(Comparison runs, CompareLayout place, CompareScene.Lit pointed) {
    Display.Axis axis = presenter.state().display().axis();
    List<Double> limits = new ArrayList<>();
    List<Double> differences = new ArrayList<>();
    for (int k = 0; k < runs.size(); k++) {
      limits.add(runs.limit(k, axis));
      differences.add(runs.differenceLimit(k));
    }
    CompareScene.Lit lit = pointed.pair() >= 0 ? pointed : elsewhere(runs);
    String footer =
        lit.pair() >= 0
            ? CompareWriter.unit(runs, lit.pair(), lit.unit())
            : Texts.get("networkviews.compare.footer");
    return new CompareScene(place, runs, limits, differences, lit, headline, sub, footer);
  }

  private CompareScene.Lit elsewhere(Comparison runs) {
    if (presenter.isPointedAt()
        && presenter.focus() instanceof Ablations.Unit unit
        && unit.column() <= runs.b().network().depth()
        && unit.i() < runs.b().network().width(unit.column())) {
      return new CompareScene.Lit(runs.pairOf(unit.column()), unit.i());
    }
    return CompareScene.Lit.NOTHING;
  }

  /** Lets go of the runs. */
  void clear() {
    compared = null;
    comparison = Optional.empty();
  }
}
