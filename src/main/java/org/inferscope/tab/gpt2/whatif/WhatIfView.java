package org.inferscope.tab.gpt2.whatif;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.List;
import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.gpt2.whatif.Comparison;
import org.inferscope.model.gpt2.whatif.Importance;
import org.inferscope.model.gpt2.whatif.Measure;
import org.inferscope.model.gpt2.whatif.Part;
import org.inferscope.tab.gpt2.desk.Gpt2Presenter;
import org.inferscope.tab.gpt2.desk.Shown;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.FigureButton;
import org.inferscope.ui.heatmap.ColourScale;
import org.jspecify.annotations.Nullable;

/** The view of what if: the plan at the left, what comes of it at the right. Event thread. */
final class WhatIfView extends JPanel {
  private final WhatIfPresenter presenter;
  private final WhatIfWords words;
  private final AwayBar away;
  private final PlanStage plan;
  private final SweepBar sweep;
  private final PairsStage pairs;
  private final JLabel next = new JLabel();
  private final FigureButton divergence;
  private final JLabel quiet = new JLabel("", JLabel.CENTER);
  private final JPanel results;
  private @Nullable Mapped mapped;
  private @Nullable Matrix changes;

  /** What the map was last made of. */
  private record Mapped(Importance importance, Measure measure) {}

  WhatIfView(WhatIfPresenter presenter, WhatIfWords words) {
    super(
        new MigLayout(
            "insets 6 12 8 12, gap 16 8, fill, hidemode 3, novisualpadding",
            "[44%,fill][56%,grow,fill]",
            "[][grow,fill][]"));
    this.presenter = presenter;
    this.words = words;
    setName("gpt2.whatif");
    setOpaque(false);
    away = new AwayBar(presenter, words);
    plan = new PlanStage(presenter, words);
    sweep = new SweepBar(presenter);
    pairs = new PairsStage(presenter, words, this::showPairs);
    divergence =
        new FigureButton("gpt2.whatif.kl", Texts.get("whatif.kl"), presenter::explainDivergence);
    quiet.setName("gpt2.whatif.quiet");
    quiet.putClientProperty(FlatClientProperties.STYLE, "foreground: $Inferscope.muted");
    results = results();
    add(away, "spanx, growx, wrap");
    add(plan, "wmin 0, hmin 0, grow");
    add(results, "spany 2, wmin 0, hmin 0, grow, wrap");
    add(sweep, "wmin 0, growx");
    add(quiet, "pos 0 0 100% 100%");
    presenter.listen(this::refresh);
    refresh();
  }

  private JPanel results() {
    JPanel panel =
        new JPanel(
            new MigLayout(
                "insets 0, gap 0 2, fill, wrap 1, novisualpadding",
                "[grow,fill]",
                "[][][grow,fill]"));
    panel.setOpaque(false);
    next.setName("gpt2.whatif.next");
    next.putClientProperty(FlatClientProperties.STYLE, "font: $semibold.font");
    panel.add(next, "wmin 0");
    divergence.setHorizontalAlignment(FigureButton.LEADING);
    panel.add(divergence, "growx 0, wmin 0, pad 0 -5 0 0");
    panel.add(pairs, "grow, wmin 0, hmin 0");
    return panel;
  }

  private void refresh() {
    Optional<WhatIfResult> result = presenter.result();
    boolean shown = result.isPresent() && presenter.comparison().isPresent();
    plan.setVisible(result.isPresent());
    sweep.setVisible(shown);
    away.setVisible(result.isPresent());
    results.setVisible(shown);
    quiet.setVisible(result.isEmpty());
    quiet.setText(Texts.get("whatif.empty"));
    away.refresh();
    sweep.refresh();
    showPlan(result);
    showPairs();
  }

  private void showPlan(Optional<WhatIfResult> result) {
    if (result.isEmpty()) {
      plan.show(null);
      return;
    }
    Shown shown = result.get().shown();
    Matrix map = changes();
    Gpt2Presenter desk = presenter.desk();
    plan.show(
        new PlanScene(
            shown.tokens().words(),
            shown.config().layers(),
            shown.config().heads(),
            presenter.wanted(),
            presenter.position(),
            map,
            map == null ? 1 : ColourScale.limit(ofHeads(map)),
            words.legend(),
            new Part.Head(desk.layer(), desk.head())));
  }

  /** The map, if there is anything in it yet. */
  private @Nullable Matrix changes() {
    Importance made = presenter.importance().orElse(null);
    if (made == null) {
      return null;
    }
    Mapped next = new Mapped(made, presenter.settings().measure());
    if (!next.equals(mapped)) {
      Matrix map = made.changes(next.measure());
      boolean empty = true;
      for (int at = 0; at < map.size() && empty; at++) {
        empty = Float.isNaN(map.buffer().get(at));
      }
      mapped = next;
      changes = empty ? null : map;
    }
    return changes;
  }

  /**
   * Without the MLPs, the first of which does more than all heads: it would leave them no colour.
   */
  private static Matrix ofHeads(Matrix map) {
    return Matrix.generate(
        map.rows(), map.cols() - 1, (i, j) -> Float.isNaN(map.get(i, j)) ? 0 : map.get(i, j));
  }

  private void showPairs() {
    Optional<Comparison> comparison = presenter.comparison();
    if (comparison.isEmpty()) {
      pairs.show(null);
      return;
    }
    Comparison made = comparison.get();
    List<Comparison.Row> rows = presenter.rows(pairs.room());
    pairs.show(
        new PairsScene(
            rows,
            rows.stream().map(row -> presenter.word(row.id())).toList(),
            presenter.target().orElse(-1)));
    next.setText(words.next(made));
    double nats = presenter.nats();
    divergence.show(
        Texts.get("whatif.kl.value", Numbers.significant(nats)), words.divergence(nats));
  }
}
