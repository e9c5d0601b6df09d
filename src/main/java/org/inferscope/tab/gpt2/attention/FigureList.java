package org.inferscope.tab.gpt2.attention;

import java.awt.Color;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.OptionalDouble;
import javax.swing.JPanel;
import org.inferscope.model.gpt2.attention.AttentionRef;
import org.inferscope.model.gpt2.attention.HeadFigure;
import org.inferscope.model.gpt2.attention.HeadFigures;
import org.inferscope.model.gpt2.attention.HeadTag;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.FocusKeys;
import org.inferscope.ui.control.ToolTips;
import org.inferscope.ui.edt.RepaintMeter;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.Edge;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;
import org.jspecify.annotations.Nullable;

/**
 * The figures of the selected head as numbers over bars, a tick where a head that looks everywhere
 * alike would be. A click opens a figure; the arrows go from one to the next, Enter opens. Event
 * thread.
 */
final class FigureList extends JPanel {
  /** Width in sizes of the type: room for the longest name and its number. */
  private static final double WIDTH = 16.6;

  private static final double TITLE = 1.6;
  private static final double LINE = 1.35;
  private static final double BAR = 6;
  private static final double GAP = 5;

  private final AttentionDesk desk;
  private final Brush brush = new Brush();
  private final RepaintMeter meter = new RepaintMeter(this);
  private @Nullable AttentionScene scene;
  private int under = -1;
  private int cursor;

  FigureList(AttentionDesk desk) {
    super(null);
    this.desk = desk;
    setName("gpt2.attention.figures");
    setOpaque(false);
    setFocusable(true);
    setToolTipText("");
    getAccessibleContext().setAccessibleName(Texts.get("attention.figures"));
    Hand hand = new Hand();
    addMouseListener(hand);
    addMouseMotionListener(hand);
    addFocusListener(hand);
    FocusKeys.bind(this, KeyEvent.VK_UP, () -> step(-1));
    FocusKeys.bind(this, KeyEvent.VK_DOWN, () -> step(1));
    FocusKeys.bind(this, KeyEvent.VK_ENTER, () -> open(cursor));
  }

  void show(AttentionScene next) {
    scene = next;
    describe();
    meter.request();
  }

  private void describe() {
    AttentionScene now = scene;
    if (now != null) {
      getAccessibleContext().setAccessibleDescription(words(now, HeadFigure.all().get(cursor)));
    }
  }

  private void step(int by) {
    cursor = Math.max(0, Math.min(HeadFigure.all().size() - 1, cursor + by));
    describe();
    meter.request();
  }

  private void open(int row) {
    AttentionScene now = scene;
    if (now != null && row >= 0) {
      HeadFigure figure = HeadFigure.all().get(row);
      if (AttentionWords.value(now, figure).isPresent()) {
        desk.explain(new AttentionRef.OfHead(figure, now.layer(), now.head()));
      }
    }
  }

  // ---- where things lie

  private static double type() {
    return Fonts.smallest() * Metrics.scale();
  }

  private static double titleHeight() {
    return Math.ceil(type() * TITLE);
  }

  private static double rowHeight() {
    return Math.ceil(type() * LINE) + (BAR + GAP) * Metrics.scale();
  }

  /** Where a figure stands, by its place among all. */
  Box row(int index) {
    return new Box(0, titleHeight() + index * rowHeight(), getWidth(), rowHeight());
  }

  private int rowAt(double y) {
    int row = (int) Math.floor((y - titleHeight()) / rowHeight());
    return row >= 0 && row < HeadFigure.all().size() ? row : -1;
  }

  @Override
  public Dimension getPreferredSize() {
    double rows = titleHeight() + HeadFigure.all().size() * rowHeight();
    return new Dimension((int) Math.ceil(WIDTH * type()), (int) Math.ceil(rows));
  }

  @Override
  public Dimension getMinimumSize() {
    return getPreferredSize();
  }

  // ---- words

  @Override
  public @Nullable String getToolTipText(MouseEvent event) {
    AttentionScene now = scene;
    int row = rowAt(event.getY());
    return now == null || row < 0 ? null : ToolTips.wrapped(words(now, HeadFigure.all().get(row)));
  }

  private static String words(AttentionScene now, HeadFigure figure) {
    OptionalDouble value = AttentionWords.value(now, figure);
    if (now.figures().isEmpty()) {
      return Texts.get("attention.measuring");
    }
    if (value.isEmpty()) {
      return Texts.get(
          "attention.figure.none",
          figure.meaning(),
          figure.needsRepeats()
              ? Texts.get("attention.noRepeats")
              : Texts.get("attention.oneToken"));
    }
    HeadFigures figures = now.figures().get();
    double chance = figures.chance(figure).orElse(0);
    String number = Numbers.full(value.getAsDouble());
    String even = AttentionWords.number(figure, chance);
    return HeadTag.all().stream()
        .filter(tag -> tag.figure() == figure)
        .map(
            tag ->
                Texts.get(
                    "attention.figure.score",
                    figure.title(),
                    number,
                    figure.meaning(),
                    even,
                    Numbers.fixed(tag.least(chance), 3)))
        .findFirst()
        .orElseGet(
            () ->
                Texts.get("attention.figure.tip", figure.title(), number, figure.meaning(), even));
  }

  // ---- painting

  @Override
  protected void paintComponent(Graphics graphics) {
    meter.painted();
    AttentionScene now = scene;
    if (now == null) {
      return;
    }
    brush.take((Graphics2D) graphics);
    title(now);
    for (int i = 0; i < HeadFigure.all().size(); i++) {
      row(now, i);
    }
    brush.release();
  }

  private void title(AttentionScene now) {
    Box line = new Box(0, 0, getWidth(), titleHeight());
    String name = AttentionWords.name(now.layer(), now.head());
    brush.leadingStrong(name, line, type(), Palette.text());
    List<HeadTag> tags = now.values().map(values -> values.tags()).orElse(List.of());
    double side = type() * 1.35;
    double x = getWidth() - side;
    for (int i = tags.size() - 1; i >= 0; i--) {
      Box chip = new Box(x, line.centerY() - side / 2, side, side);
      brush.fill(chip, TagColours.of(tags.get(i)).fill(), 4 * Metrics.scale());
      brush.strong(tags.get(i).letter(), chip, type(), TagColours.of(tags.get(i)).on());
      x -= side + 3 * Metrics.scale();
    }
  }

  private void row(AttentionScene now, int index) {
    HeadFigure figure = HeadFigure.all().get(index);
    Box row = row(index);
    double unit = Metrics.scale();
    double line = Math.ceil(type() * LINE);
    OptionalDouble value = AttentionWords.value(now, figure);
    boolean focused = isFocusOwner() && index == cursor;
    if (index == under && value.isPresent()) {
      brush.fill(row, Palette.accentSoft(), 4 * unit);
    }
    if (focused) {
      brush.outline(row, Palette.accent(), 4 * unit, 1.5 * unit);
    }
    Box words = new Box(2 * unit, row.y(), row.w() - 4 * unit, line);
    String number = AttentionWords.value(figure, value);
    double width = number.length() * type() * Brush.DIGIT_ASPECT;
    Box name = new Box(words.x(), words.y(), words.w() - width - 4 * unit, line);
    brush.leading(figure.title(), name, type(), Palette.muted());
    Box at = new Box(words.right() - width, words.y(), width, line);
    brush.number(number, at, type(), value.isPresent() ? Palette.text() : Palette.muted());
    Box track = new Box(words.x(), row.y() + line, words.w(), BAR * unit);
    brush.fill(track, Palette.cell(), BAR * unit / 2);
    if (value.isPresent()) {
      bar(now, figure, value.getAsDouble(), track);
    }
  }

  private void bar(AttentionScene now, HeadFigure figure, double value, Box track) {
    double unit = Metrics.scale();
    double chance = now.figures().map(figures -> figures.chance(figure).orElse(0)).orElse(0.0);
    double most = most(figure, chance);
    double length = track.w() * Math.max(0, Math.min(1, value / most));
    Color fill = TagColours.of(figure).fill();
    brush.bar(new Box(track.x(), track.y(), length, track.h()), fill, track.h() / 2, Edge.RIGHT);
    double x = track.x() + track.w() * Math.min(1, chance / most);
    Box tick =
        new Box(
            Math.min(x, track.right()) - unit, track.y() - unit, 2 * unit, track.h() + 2 * unit);
    brush.fill(tick, Palette.text(), 0);
  }

  /** What a full bar stands for; twice the even look's distance is that to the first token. */
  private static double most(HeadFigure figure, double chance) {
    return switch (figure) {
      case DISTANCE -> Math.max(1, 2 * chance);
      case ENTROPY -> Math.max(1, chance);
      case EVENNESS, PREVIOUS, INDUCTION, FIRST, DUPLICATE -> 1;
    };
  }

  private final class Hand extends MouseAdapter implements FocusListener {
    @Override
    public void mouseMoved(MouseEvent event) {
      hover(rowAt(event.getY()));
    }

    @Override
    public void mouseExited(MouseEvent event) {
      hover(-1);
    }

    private void hover(int row) {
      if (row != under) {
        under = row;
        setCursor(Cursor.getPredefinedCursor(row < 0 ? Cursor.DEFAULT_CURSOR : Cursor.HAND_CURSOR));
        meter.request();
      }
    }

    @Override
    public void mouseClicked(MouseEvent event) {
      requestFocusInWindow();
      int row = rowAt(event.getY());
      if (row >= 0 && event.getButton() == MouseEvent.BUTTON1) {
        cursor = row;
        open(row);
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
