package org.inferscope.tab.gpt2.weights;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.gpt2.weights.ParameterFacts;
import org.inferscope.model.gpt2.weights.Statistic;
import org.inferscope.model.gpt2.weights.WeightRef;
import org.inferscope.model.gpt2.weights.WeightStats;
import org.inferscope.tab.FollowingPanel;
import org.inferscope.ui.control.FigureButton;
import org.inferscope.ui.control.ToolTips;

/** The figures of the selected parameter, each of which explains itself. Event thread. */
final class FiguresBar extends JPanel {
  private static final List<Statistic> SHOWN =
      List.of(Statistic.MEAN, Statistic.DEVIATION, Statistic.MIN, Statistic.MAX);

  private final WeightsPresenter presenter;
  private final Map<Statistic, FigureButton> figures = new EnumMap<>(Statistic.class);

  FiguresBar(WeightsPresenter presenter) {
    super(
        new MigLayout(
            "insets 2 4 0 4, gap 2 0, fillx, novisualpadding",
            "[][grow,fill]8[][grow,fill]",
            "[center]"));
    this.presenter = presenter;
    setOpaque(false);
    for (Statistic statistic : SHOWN) {
      FigureButton figure =
          new FigureButton(
              "gpt2.weights.figure." + statistic, statistic.title(), () -> open(statistic));
      figures.put(statistic, figure);
      add(FollowingPanel.muted(statistic.title()));
      add(figure, statistic == Statistic.DEVIATION ? "wrap, wmin 0" : "wmin 0");
    }
  }

  private void open(Statistic statistic) {
    presenter
        .selected()
        .ifPresent(of -> presenter.explain(new WeightRef.Figure(of.name(), statistic)));
  }

  /** Shows what the presenter says now. */
  void refresh() {
    Optional<ParameterFacts> of = presenter.selected();
    Optional<WeightStats> stats = of.flatMap(each -> presenter.stats(each.name()));
    figures.forEach(
        (statistic, figure) ->
            figure.show(
                stats.map(known -> statistic.text(statistic.of(known))).orElse("…"),
                ToolTips.wrapped(
                    statistic.meaning(of.map(ParameterFacts::name).orElse("")))));
  }
}
