package org.inferscope.tab.gpt2.whatif;

import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Objects;
import javax.swing.JPanel;
import org.inferscope.model.gpt2.whatif.Comparison;
import org.inferscope.tab.gpt2.whatif.PairsPainter.Place;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.FocusKeys;
import org.inferscope.ui.control.ToolTips;
import org.inferscope.ui.edt.RepaintMeter;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.jspecify.annotations.Nullable;

/**
 * The next tokens before and after. A click on a number explains it, a click on a token or its bars
 * makes it the one that heads are judged by; the arrows and Enter do the same. Event thread.
 */
final class PairsStage extends JPanel {
  private final WhatIfPresenter presenter;
  private final WhatIfWords words;
  private final Brush brush = new Brush();
  private final PairsPainter painter = new PairsPainter(brush);
  private final RepaintMeter meter = new RepaintMeter(this);
  private final Runnable resized;
  private @Nullable PairsScene scene;
  private @Nullable PairsLayout layout;
  private @Nullable Place under;
  private Place cursor = new Place(0, PairFigure.TOKEN);

  /**
   * An empty stage.
   *
   * @param resized told when there is room for another number of rows
   */
  PairsStage(WhatIfPresenter presenter, WhatIfWords words, Runnable resized) {
    super(null);
    this.presenter = presenter;
    this.words = words;
    this.resized = resized;
    setName("gpt2.whatif.pairs");
    setOpaque(false);
    setFocusable(true);
    setToolTipText("");
    getAccessibleContext().setAccessibleName(Texts.get("whatif.pairs"));
    Hand hand = new Hand();
    addMouseListener(hand);
    addMouseMotionListener(hand);
    addFocusListener(hand);
    FocusKeys.bind(this, KeyEvent.VK_UP, () -> step(-1, 0));
    FocusKeys.bind(this, KeyEvent.VK_DOWN, () -> step(1, 0));
    FocusKeys.bind(this, KeyEvent.VK_LEFT, () -> step(0, -1));
    FocusKeys.bind(this, KeyEvent.VK_RIGHT, () -> step(0, 1));
    FocusKeys.bind(this, KeyEvent.VK_ENTER, () -> open(cursor));
    FocusKeys.bind(this, KeyEvent.VK_SPACE, () -> open(cursor));
  }

  /** How many rows there is room for. */
  int room() {
    return PairsLayout.room(box(), Metrics.scale(), Fonts.smallest());
  }

  private Box box() {
    double edge = 2 * Metrics.scale();
    return new Box(edge, edge, getWidth() - 2 * edge, getHeight() - 2 * edge);
  }

  /** Shows other contents. */
  void show(@Nullable PairsScene next) {
    if (!Objects.equals(next, scene)) {
      scene = next;
      layout = null;
      under = null;
      int last = next == null ? 0 : Math.max(0, next.rows().size() - 1);
      cursor = new Place(Math.min(cursor.row(), last), cursor.figure());
      describe();
      meter.request();
    }
  }

  private void describe() {
    getAccessibleContext().setAccessibleDescription(scene == null ? "" : tip(scene, cursor));
  }

  private String tip(PairsScene shown, Place place) {
    Comparison.Row row = shown.rows().get(place.row());
    return words.tip(row, shown.words().get(place.row()), place.figure());
  }

  private void step(int down, int right) {
    PairsScene shown = scene;
    if (shown != null && !shown.rows().isEmpty()) {
      List<PairFigure> figures = PairFigure.all();
      int row = Math.max(0, Math.min(shown.rows().size() - 1, cursor.row() + down));
      int column = figures.indexOf(cursor.figure()) + right;
      cursor = new Place(row, figures.get(Math.max(0, Math.min(figures.size() - 1, column))));
      describe();
      meter.request();
    }
  }

  private void open(Place place) {
    PairsScene shown = scene;
    if (shown != null && place.row() < shown.rows().size()) {
      presenter.open(shown.rows().get(place.row()).id(), place.figure());
    }
  }

  /** The middle of a figure, as last painted. */
  Point placeOf(int row, PairFigure figure) {
    PairsLayout made = layout;
    Box box = made == null ? Box.EMPTY : made.box(row, figure);
    return new Point((int) box.centerX(), (int) box.centerY());
  }

  private @Nullable Place at(MouseEvent event) {
    PairsLayout made = layout;
    PairsScene shown = scene;
    if (made == null || shown == null) {
      return null;
    }
    int row = made.rowAt(event.getY());
    if (row < 0 || row >= shown.rows().size()) {
      return null;
    }
    return PairFigure.all().stream()
        .filter(figure -> made.box(row, figure).contains(event.getX(), event.getY()))
        .findFirst()
        .map(figure -> new Place(row, figure))
        .orElse(null);
  }

  @Override
  public @Nullable String getToolTipText(MouseEvent event) {
    Place place = at(event);
    return place == null || scene == null ? null : ToolTips.wrapped(tip(scene, place));
  }

  @Override
  public Dimension getMinimumSize() {
    return new Dimension(Metrics.px(240), Metrics.px(100));
  }

  @Override
  public void setBounds(int x, int y, int width, int height) {
    boolean other = width != getWidth() || height != getHeight();
    super.setBounds(x, y, width, height);
    if (other) {
      layout = null;
      resized.run();
    }
  }

  @Override
  public void updateUI() {
    super.updateUI();
    layout = null;
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    meter.painted();
    PairsScene shown = scene;
    if (shown == null) {
      return;
    }
    Graphics2D g = (Graphics2D) graphics.create();
    brush.take(g);
    PairsLayout made = layout;
    if (made == null) {
      made = PairsLayout.of(box(), shown.rows().size(), Metrics.scale(), Fonts.smallest());
      layout = made;
    }
    painter.paint(made, shown, under, isFocusOwner() ? cursor : null);
    brush.release();
    g.dispose();
  }

  private final class Hand extends MouseAdapter implements FocusListener {
    @Override
    public void mouseMoved(MouseEvent event) {
      hover(at(event));
    }

    @Override
    public void mouseExited(MouseEvent event) {
      hover(null);
    }

    private void hover(@Nullable Place place) {
      if (!Objects.equals(place, under)) {
        under = place;
        int cursorType = place == null ? Cursor.DEFAULT_CURSOR : Cursor.HAND_CURSOR;
        setCursor(Cursor.getPredefinedCursor(cursorType));
        meter.request();
      }
    }

    @Override
    public void mousePressed(MouseEvent event) {
      requestFocusInWindow();
      Place place = at(event);
      if (place != null && event.getButton() == MouseEvent.BUTTON1) {
        cursor = place;
        describe();
        open(place);
        meter.request();
      }
    }

    @Override
    public void focusGained(FocusEvent event) {
      meter.request();
    }

    @Override
    public void focusLost(FocusEvent event) {
      meter.request();
    }
  }
}
