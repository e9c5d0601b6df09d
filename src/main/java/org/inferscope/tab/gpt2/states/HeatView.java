package org.inferscope.tab.gpt2.states;

import org.inferscope.model.gpt2.explain.Gpt2Ref;
import org.inferscope.tab.gpt2.desk.Gpt2Presenter;
import org.inferscope.tab.gpt2.desk.Shown;
import org.inferscope.tab.gpt2.desk.StatesSettings;
import org.inferscope.text.Texts;

/** Which dimensions the heatmap shows: scrolls, zooms and explains. The presenter's thread. */
final class HeatView {
  private static final double ZOOM = 2;

  private final Gpt2Presenter presenter;

  HeatView(Gpt2Presenter presenter) {
    this.presenter = presenter;
  }

  /** Scrolls so that a dimension is the first in view, as far as there are enough. */
  void to(int first) {
    presenter
        .shown()
        .map(Shown::config)
        .ifPresent(
            config -> {
              int columns = columns(config.width());
              set(Math.max(0, Math.min(config.width() - columns, first)), columns);
            });
  }

  /**
   * Shows twice or half as many dimensions.
   *
   * @param steps below 0 for a closer look
   * @param at which part of the view stays where it is, from 0 to 1
   */
  void zoom(int steps, double at) {
    presenter
        .shown()
        .map(Shown::config)
        .ifPresent(
            config -> {
              int width = config.width();
              int columns = columns(width);
              int first = Math.min(settings().from(), width - columns);
              int least = Math.min(width, StatesSettings.FEWEST_COLUMNS);
              int next = (int) Math.max(least, Math.min(width, columns * Math.pow(ZOOM, steps)));
              double held = Math.max(0, Math.min(1, at));
              int from = (int) Math.round(first + held * (columns - next));
              set(Math.max(0, Math.min(width - next, from)), next);
            });
  }

  private int columns(int width) {
    return StatesScenes.columns(settings(), width);
  }

  private StatesSettings settings() {
    return presenter.state().states();
  }

  private void set(int first, int columns) {
    if (first != settings().from() || columns != settings().columns()) {
      presenter.change(
          state -> state.with(state.states().withView(first, columns)),
          Texts.get("gpt2states.step.view"),
          "gpt2.states.view");
    }
  }

  void explain(Gpt2Ref ref) {
    presenter.explain(ref);
  }
}
