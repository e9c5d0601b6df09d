package org.inferscope.tab.gpt2.next;

import java.awt.BasicStroke;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Optional;
import javax.swing.JPanel;
import javax.swing.Scrollable;
import org.inferscope.model.gpt2.explain.Gpt2Ref;
import org.inferscope.model.gpt2.generate.explain.NextRef;
import org.inferscope.model.gpt2.sampling.Candidate;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.FocusKeys;
import org.inferscope.ui.control.ToolTips;
import org.inferscope.ui.edt.RepaintMeter;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Canvas;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;
import org.jspecify.annotations.Nullable;

/**
 * The likeliest next tokens: for each its probability by the model and its chance after the
 * settings as two bars, and their numbers with the logit. A click on a number, or Enter, explains
 * it; a click on a token continues the text with it. Event thread.
 */
final class TopView extends JPanel implements Scrollable {
  private static final float SIZE = 13;
  private static final double ROW = 1.8;
  private static final double MOST_STRETCH = 1.7;
  private static final int GAP = 8;
  private static final String WIDEST = "−99.99 %";

  private final NextPresenter presenter;
  private final RepaintMeter meter = new RepaintMeter(this);
  private @Nullable Moment moment;
  private List<Row> rows = List.of();
  private int row = -1;
  private TopColumn column = TopColumn.PROBABILITY;
  private @Nullable TopLayout layout;
  private int laidOutFor = -1;
  private int laidOutHigh = -1;

  TopView(NextPresenter presenter) {
    this.presenter = presenter;
    setOpaque(false);
    setName("gpt2.next.top");
    setFocusable(true);
    setToolTipText("");
    getAccessibleContext().setAccessibleName(Texts.get("gpt2next.top"));
    Hand hand = new Hand();
    addMouseListener(hand);
    addMouseMotionListener(hand);
    addFocusListener(
        new FocusAdapter() {
          @Override
          public void focusGained(FocusEvent event) {
            go(Math.max(row, 0), column);
          }

          @Override
          public void focusLost(FocusEvent event) {
            repaint();
          }
        });
    FocusKeys.bind(this, KeyEvent.VK_UP, () -> go(row - 1, column));
    FocusKeys.bind(this, KeyEvent.VK_DOWN, () -> go(row + 1, column));
    FocusKeys.bind(this, KeyEvent.VK_LEFT, () -> turn(-1));
    FocusKeys.bind(this, KeyEvent.VK_RIGHT, () -> turn(1));
    FocusKeys.bind(this, KeyEvent.VK_ENTER, this::act);
  }

  private void turn(int by) {
    List<TopColumn> all = List.of(TopColumn.values());
    int next = Math.max(0, Math.min(all.size() - 1, all.indexOf(column) + by));
    go(row, all.get(next));
  }

  private void go(int toRow, TopColumn toColumn) {
    if (rows.isEmpty()) {
      return;
    }
    row = Math.max(0, Math.min(rows.size() - 1, toRow));
    column = toColumn;
    getAccessibleContext().setAccessibleDescription(words(row, column));
    Box cell = placed().cell(row, column);
    scrollRectToVisible(
        new Rectangle((int) cell.x(), (int) cell.y(), (int) cell.w(), (int) Math.ceil(cell.h())));
    repaint();
  }

  /** Explains the number under the cursor, or continues with the token. */
  private void act() {
    Moment shown = moment;
    if (shown == null || row < 0 || row >= rows.size()) {
      return;
    }
    int id = rows.get(row).candidate().id();
    int position = shown.position();
    if (column != TopColumn.TOKEN && !shown.isTraced()) {
      presenter.say(Texts.get("gpt2next.later"));
      return;
    }
    switch (column) {
      case TOKEN -> presenter.writer().put(position + 1, id);
      case PROBABILITY -> presenter.desk().explain(new Gpt2Ref.Probability(position, id));
      case CHANCE -> presenter.explain(new NextRef.Chance(position, id));
      case LOGIT -> presenter.desk().explain(new Gpt2Ref.Logit(position, id));
    }
  }

  /** Shows a change. */
  void refresh() {
    Optional<Moment> next = presenter.moment();
    List<Row> nextRows = next.map(presenter::rows).orElse(List.of());
    moment = next.orElse(null);
    if (nextRows.equals(rows)) {
      return;
    }
    boolean resized = nextRows.size() != rows.size();
    rows = nextRows;
    row = Math.min(row, rows.size() - 1);
    laidOutFor = -1;
    if (resized) {
      revalidate();
    }
    meter.request();
  }

  /** The rows shown. */
  List<Row> rows() {
    return rows;
  }

  /** Where a number stands. */
  Box place(int ofRow, TopColumn ofColumn) {
    return placed().cell(ofRow, ofColumn);
  }

  TopLayout placed() {
    TopLayout current = layout;
    if (current == null || laidOutFor != getWidth() || laidOutHigh != getHeight()) {
      FontMetrics words = getFontMetrics(Fonts.text(SIZE));
      FontMetrics numbers = getFontMetrics(mono());
      double word =
          Math.max(
              words.stringWidth(TopColumn.TOKEN.title()),
              rows.stream().mapToInt(each -> words.stringWidth(each.word())).max().orElse(0));
      current =
          TopLayout.of(
              getWidth(),
              word,
              Math.max(
                  numbers.stringWidth(WIDEST), words.stringWidth(TopColumn.PROBABILITY.title())),
              stretched(),
              Metrics.px(GAP));
      layout = current;
      laidOutFor = getWidth();
      laidOutHigh = getHeight();
    }
    return current;
  }

  private static Font mono() {
    return Fonts.mono(Fonts.SMALL);
  }

  private static double rowHeight() {
    return Math.round(Fonts.text(SIZE).getSize2D() * ROW);
  }

  /** Rows take some of the room that is left over. */
  private double stretched() {
    double least = rowHeight();
    double fair = Math.floor((double) getHeight() / Math.max(1, rows.size()));
    return Math.max(least, Math.min(MOST_STRETCH * least, fair));
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(Metrics.px(320), (int) Math.ceil(rowHeight() * Math.max(1, rows.size())));
  }

  @Override
  public void updateUI() {
    super.updateUI();
    laidOutFor = -1;
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    meter.painted();
    Graphics2D g = Canvas.of(graphics);
    new TopPainter(g, placed(), Fonts.text(SIZE), mono()).paint(rows, g.getClipBounds());
    if (isFocusOwner() && row >= 0) {
      Box cell = placed().cell(row, column);
      g.setColor(Palette.accent());
      g.setStroke(new BasicStroke(Metrics.px(1.5f)));
      g.drawRect(
          (int) cell.x() - Metrics.px(3),
          (int) cell.y() + 1,
          (int) cell.w() + Metrics.px(6),
          (int) cell.h() - 3);
    }
    g.dispose();
  }

  private Optional<TopColumn> columnAt(double x, double y) {
    return List.of(TopColumn.values()).stream()
        .filter(each -> placed().cell(rowAt(y), each).contains(x, y))
        .findFirst();
  }

  private int rowAt(double y) {
    return (int) Math.floor(y / placed().rowHeight());
  }

  @Override
  public @Nullable String getToolTipText(MouseEvent event) {
    int at = rowAt(event.getY());
    return at < 0 || at >= rows.size()
        ? null
        : ToolTips.wrapped(words(at, columnAt(event.getX(), event.getY()).orElse(TopColumn.TOKEN)));
  }

  private String words(int at, TopColumn of) {
    Candidate candidate = rows.get(at).candidate();
    String word = rows.get(at).word();
    return switch (of) {
      case TOKEN -> Texts.get("gpt2next.top.token.tip", word, Numbers.count(candidate.id()));
      case PROBABILITY ->
          Texts.get("gpt2next.top.probability.tip", word, Numbers.full(candidate.probability()));
      case CHANCE ->
          candidate.chance() == 0
              ? Texts.get("gpt2next.top.chance.none.tip", word)
              : Texts.get("gpt2next.top.chance.tip", word, Numbers.full(candidate.chance()));
      case LOGIT -> Texts.get("gpt2next.top.logit.tip", word, Numbers.full(candidate.logit()));
    };
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    return getPreferredSize();
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    return (int) rowHeight();
  }

  @Override
  public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
    return visible.height;
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return true;
  }

  @Override
  public boolean getScrollableTracksViewportHeight() {
    return getParent() != null && getParent().getHeight() > getPreferredSize().height;
  }

  private final class Hand extends MouseAdapter {
    @Override
    public void mouseMoved(MouseEvent event) {
      boolean over =
          rowAt(event.getY()) < rows.size() && columnAt(event.getX(), event.getY()).isPresent();
      setCursor(Cursor.getPredefinedCursor(over ? Cursor.HAND_CURSOR : Cursor.DEFAULT_CURSOR));
    }

    @Override
    public void mouseClicked(MouseEvent event) {
      requestFocusInWindow();
      if (rowAt(event.getY()) < rows.size()) {
        columnAt(event.getX(), event.getY())
            .ifPresent(
                found -> {
                  go(rowAt(event.getY()), found);
                  act();
                });
      }
    }
  }
}
