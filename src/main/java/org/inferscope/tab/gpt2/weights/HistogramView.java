package org.inferscope.tab.gpt2.weights;

import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Optional;
import javax.swing.JPanel;
import org.inferscope.model.gpt2.weights.ParameterFacts;
import org.inferscope.model.gpt2.weights.WeightRef;
import org.inferscope.model.gpt2.weights.WeightStats;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.FocusKeys;
import org.inferscope.ui.control.ToolTips;
import org.inferscope.ui.paint.Backdrop;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.Canvas;
import org.inferscope.ui.theme.ColorMap;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;
import org.jspecify.annotations.Nullable;

/**
 * A histogram. A bin says what it holds under the pointer and is explained with a click; with the
 * keyboard the arrows go from bin to bin and Enter explains. Event thread.
 */
final class HistogramView extends JPanel {
  private static final int PAD = 8;

  private final WeightsPresenter presenter;
  private final Brush brush = new Brush();
  private final HistogramPainter painter = new HistogramPainter(brush);
  private final Backdrop backdrop = new Backdrop();
  private Optional<ParameterFacts> of = Optional.empty();
  private Optional<WeightStats> stats = Optional.empty();
  private Optional<WeightStats> other = Optional.empty();
  private String otherName = "";
  private int lit = -1;

  /** What the kept picture depends on. */
  private record Look(Object content, ColorMap map, java.awt.Color text, boolean focused) {}

  HistogramView(WeightsPresenter presenter, String name) {
    this.presenter = presenter;
    setName(name);
    setOpaque(false);
    setFocusable(true);
    setToolTipText("");
    Hand hand = new Hand();
    addMouseListener(hand);
    addMouseMotionListener(hand);
    addFocusListener(hand);
    FocusKeys.bind(this, KeyEvent.VK_LEFT, () -> step(-1));
    FocusKeys.bind(this, KeyEvent.VK_RIGHT, () -> step(1));
    FocusKeys.bind(this, KeyEvent.VK_ENTER, () -> open(lit));
  }

  /** Shows a parameter, and the outline of another's histogram over it. */
  void show(
      Optional<ParameterFacts> parameter, Optional<WeightStats> compared, String comparedName) {
    Optional<WeightStats> now = parameter.flatMap(each -> presenter.stats(each.name()));
    if (!parameter.equals(of)) {
      lit = -1;
    }
    of = parameter;
    stats = now;
    other = compared;
    otherName = comparedName;
    getAccessibleContext()
        .setAccessibleName(
            Texts.get(
                "gpt2weights.histogram", parameter.map(ParameterFacts::name).orElse("")));
    repaint();
  }

  private Optional<HistogramPainter.Content> content() {
    return of.flatMap(
        parameter ->
            stats.map(
                known ->
                    new HistogramPainter.Content(
                        WeightsWords.title(parameter),
                        WeightsWords.dims(parameter),
                        WeightsWords.facts(known),
                        known,
                        other,
                        otherName,
                        lit)));
  }

  private Box box() {
    double pad = PAD * Metrics.scale();
    return new Box(pad, pad / 2, getWidth() - 2 * pad, getHeight() - pad);
  }

  private void step(int by) {
    stats.ifPresent(
        known -> {
          int bins = known.bins().size();
          int from = lit < 0 ? (by > 0 ? -1 : bins) : lit;
          light(Math.max(0, Math.min(bins - 1, from + by)));
        });
  }

  private void light(int bin) {
    if (bin != lit) {
      lit = bin;
      getAccessibleContext()
          .setAccessibleDescription(
              lit < 0 ? "" : stats.map(known -> WeightsWords.bin(known, lit)).orElse(""));
      repaint();
    }
  }

  private void open(int bin) {
    if (bin >= 0) {
      of.ifPresent(parameter -> presenter.explain(new WeightRef.Bin(parameter.name(), bin)));
    }
  }

  @Override
  public @Nullable String getToolTipText(MouseEvent event) {
    return stats
        .filter(known -> lit >= 0)
        .map(known -> ToolTips.wrapped(WeightsWords.bin(known, lit)))
        .orElse(null);
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(Metrics.px(320), Metrics.px(176));
  }

  @Override
  public Dimension getMinimumSize() {
    return new Dimension(1, 1);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = Canvas.of(graphics);
    Optional<HistogramPainter.Content> content = content();
    if (content.isPresent()) {
      Look look = new Look(content.get(), Palette.signed(), Palette.text(), isFocusOwner());
      backdrop.draw(g, look, getWidth(), getHeight(), to -> paint(to, content.get()));
    } else {
      brush.take(g);
      String words =
          of.map(each -> Texts.get("gpt2weights.reading", each.name())).orElse("");
      double size = Fonts.smallest() * Metrics.scale();
      brush.text(words, box(), size, Palette.muted());
      brush.release();
    }
    g.dispose();
  }

  private void paint(Graphics2D g, HistogramPainter.Content content) {
    brush.take(g);
    brush.fill(new Box(0, 0, getWidth(), getHeight()), Palette.background(), 0);
    painter.paint(box(), content);
    if (isFocusOwner()) {
      double unit = Metrics.scale();
      Box ring = new Box(unit, unit, getWidth() - 2 * unit, getHeight() - 2 * unit);
      brush.outline(ring, Palette.accent(), Metrics.RADIUS * unit, 1.5 * unit);
    }
    brush.release();
  }

  private final class Hand extends MouseAdapter implements FocusListener {
    @Override
    public void mouseMoved(MouseEvent event) {
      int bin =
          content()
              .map(now -> HistogramPainter.binAt(box(), now, event.getX(), event.getY()))
              .orElse(-1);
      setCursor(
          Cursor.getPredefinedCursor(bin >= 0 ? Cursor.HAND_CURSOR : Cursor.DEFAULT_CURSOR));
      light(bin);
    }

    @Override
    public void mouseExited(MouseEvent event) {
      light(-1);
    }

    @Override
    public void mouseClicked(MouseEvent event) {
      requestFocusInWindow();
      open(lit);
    }

    @Override
    public void focusGained(FocusEvent event) {
      repaint();
    }

    @Override
    public void focusLost(FocusEvent event) {
      repaint();
    }
  }
}
