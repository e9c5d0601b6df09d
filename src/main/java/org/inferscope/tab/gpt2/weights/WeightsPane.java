package org.inferscope.tab.gpt2.weights;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.swing.JComponent;
import org.inferscope.model.gpt2.weights.Level;
import org.inferscope.model.gpt2.weights.ParameterFacts;
import org.inferscope.model.gpt2.weights.WeightStats;
import org.inferscope.tab.Lazy;
import org.inferscope.tab.gpt2.desk.Gpt2Pane;
import org.inferscope.tab.gpt2.desk.Gpt2Presenter;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.AppAction;

/** The view of parameters (Part 9 of the notebook). Event thread. */
public final class WeightsPane implements Gpt2Pane {
  private final WeightsPresenter presenter;
  private final WeightsLoader loader;
  private final Lazy<WeightsView> view;
  private final Lazy<List<AppAction>> actions;

  /** A pane that shows what the presenter says. */
  public WeightsPane(Gpt2Presenter desk) {
    presenter = new WeightsPresenter(desk);
    loader = new WeightsLoader(presenter);
    view = new Lazy<>(() -> new WeightsView(presenter, loader));
    actions = new Lazy<>(() -> WeightsActions.of(presenter));
  }

  @Override
  public JComponent component() {
    return view.get();
  }

  @Override
  public List<AppAction> actions() {
    return actions.get();
  }

  @Override
  public String caption() {
    Optional<ParameterFacts> of = presenter.selected();
    if (of.isEmpty()) {
      return Texts.get("gpt2weights.caption.none");
    }
    return switch (presenter.settings().mode()) {
      case MATRIX -> matrix(of.get());
      case DISTRIBUTION ->
          presenter
              .stats(of.get().name())
              .map(stats -> distribution(of.get(), stats))
              .orElseGet(() -> Texts.get("gpt2weights.reading", of.get().name()));
      case LAYER -> layer();
      case CORNER ->
          loader
              .corner()
              .map(CornerView::words)
              .orElseGet(() -> Texts.get("gpt2weights.reading", of.get().name()));
    };
  }

  private String matrix(ParameterFacts of) {
    Level level = view.get().matrix().camera().map(Camera::level).orElse(Level.FULL);
    String pixel = WeightsWords.pixel(of, level, presenter.settings().merge());
    double limit = loader.limit(level).orElse(WeightsLoader.NOTEBOOK_LIMIT);
    return Texts.get(
            "gpt2weights.caption.matrix",
            of.name(),
            WeightsWords.shape(of),
            Numbers.cell((float) limit))
        + (pixel.isEmpty() ? "" : " " + pixel);
  }

  private static String distribution(ParameterFacts of, WeightStats stats) {
    return Texts.get(
        "gpt2weights.caption.distribution",
        of.name(),
        Numbers.count(stats.count()),
        Numbers.fixed(stats.mean(), 4),
        Numbers.fixed(stats.deviation(), 4),
        Numbers.cell(stats.min().value()),
        Numbers.cell(stats.max().value()));
  }

  private String layer() {
    String layer = Numbers.count(presenter.desk().layer());
    OptionalInt compared = presenter.compared();
    return compared.isPresent()
        ? Texts.get(
            "gpt2weights.caption.compared", layer, Numbers.count(compared.getAsInt()))
        : Texts.get("gpt2weights.caption.layer", layer);
  }
}
