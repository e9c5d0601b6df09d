package org.inferscope.tab.gpt2.weights;

import java.awt.Color;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Optional;
import javax.swing.JPanel;
import org.inferscope.tab.gpt2.weights.WeightsPresenter.Cell;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.FocusKeys;
import org.inferscope.ui.control.ToolTips;
import org.inferscope.ui.paint.Backdrop;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.Canvas;
import org.inferscope.ui.paint.GridBox;
import org.inferscope.ui.theme.ColorMap;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;
import org.jspecify.annotations.Nullable;

/** The notebook's two pictures of the selected matrix; a click explains a number. Event thread. */
final class CornerView extends JPanel {
  private static final int PAD = 10;

  private final WeightsPresenter presenter;
  private final WeightsLoader loader;
  private final Brush brush = new Brush();
  private final CornerPainter painter = new CornerPainter(brush);
  private final Backdrop backdrop = new Backdrop();

  /** What the kept picture depends on. */
  private record Look(Corner corner, double limit, ColorMap map, Color text) {}

  CornerView(WeightsPresenter presenter, WeightsLoader loader) {
    this.presenter = presenter;
    this.loader = loader;
    setName("gpt2.weights.corner");
    setOpaque(false);
    setFocusable(true);
    setToolTipText("");
    getAccessibleContext().setAccessibleName(Texts.get("gpt2weights.mode.corner"));
    Hand hand = new Hand();
    addMouseListener(hand);
    addMouseMotionListener(hand);
    FocusKeys.bind(this, KeyEvent.VK_ENTER, () -> presenter.open(presenter.cell()));
  }

  private Box box() {
    double pad = PAD * Metrics.scale();
    return new Box(pad, pad / 2, getWidth() - 2 * pad, getHeight() - pad);
  }

  private double limit() {
    return WeightsLoader.NOTEBOOK_LIMIT;
  }

  /** The cell of the matrix under a point, in either picture. */
  private Optional<Cell> cellAt(double x, double y) {
    return loader
        .corner()
        .flatMap(
            corner -> {
              GridBox left = CornerPainter.grid(box(), corner, true);
              if (left.contains(x, y)) {
                return Optional.of(
                    new Cell(left.rowAt(y) * corner.step(), left.columnAt(x) * corner.step()));
              }
              GridBox right = CornerPainter.grid(box(), corner, false);
              return right.contains(x, y)
                  ? Optional.of(new Cell(right.rowAt(y), right.columnAt(x)))
                  : Optional.empty();
            });
  }

  @Override
  public @Nullable String getToolTipText(MouseEvent event) {
    return cellAt(event.getX(), event.getY())
        .map(
            cell ->
                ToolTips.wrapped(
                    WeightsWords.cell(
                        presenter.selected().orElseThrow(), cell, presenter.value(cell))))
        .orElse(null);
  }

  /** What the pictures show, in a sentence. */
  static String words(Corner corner) {
    return Texts.get(
        "gpt2weights.caption.corner",
        corner.parameter().name(),
        Numbers.count(corner.step()),
        Numbers.count(corner.corner().rows()),
        Numbers.count(corner.corner().cols()));
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(Metrics.px(420), Metrics.px(320));
  }

  @Override
  public Dimension getMinimumSize() {
    return new Dimension(1, 1);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = Canvas.of(graphics);
    loader
        .corner()
        .ifPresent(
            corner ->
                backdrop.draw(
                    g,
                    new Look(corner, limit(), Palette.signed(), Palette.text()),
                    getWidth(),
                    getHeight(),
                    to -> paint(to, corner)));
    g.dispose();
  }

  private void paint(Graphics2D g, Corner corner) {
    brush.take(g);
    brush.fill(new Box(0, 0, getWidth(), getHeight()), Palette.background(), 0);
    painter.paint(box(), corner, limit());
    brush.release();
  }

  private final class Hand extends MouseAdapter {
    @Override
    public void mouseMoved(MouseEvent event) {
      boolean on = cellAt(event.getX(), event.getY()).isPresent();
      setCursor(Cursor.getPredefinedCursor(on ? Cursor.HAND_CURSOR : Cursor.DEFAULT_CURSOR));
    }

    @Override
    public void mouseClicked(MouseEvent event) {
      requestFocusInWindow();
      cellAt(event.getX(), event.getY()).ifPresent(presenter::open);
    }
  }
}
