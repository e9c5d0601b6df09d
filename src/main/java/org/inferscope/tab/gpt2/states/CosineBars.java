package org.inferscope.tab.gpt2.states;

import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import org.inferscope.model.gpt2.explain.Gpt2Ref;
import org.inferscope.tab.gpt2.desk.Gpt2Presenter;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.FocusKeys;
import org.inferscope.ui.control.FocusOutline;
import org.inferscope.ui.control.ToolTips;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.jspecify.annotations.Nullable;

/**
 * How much each hidden state points where the one before it does. ← → go from bar to bar, ↑ ↓ from
 * token to token, Enter explains. Event thread.
 */
final class CosineBars extends JPanel {
  private static final int HEIGHT = 120;
  private static final double REACH = 7;

  private final Gpt2Presenter presenter;
  private final Brush brush = new Brush();
  private final CosinePainter painter = new CosinePainter(brush);
  private List<TokenLine> lines = List.of();
  private int lit = -1;
  private int line;

  CosineBars(Gpt2Presenter presenter) {
    this.presenter = presenter;
    setName("gpt2.states.cosines");
    setOpaque(false);
    setFocusable(true);
    setToolTipText("");
    getAccessibleContext().setAccessibleName(Texts.get("gpt2states.cosines.name"));
    Hand hand = new Hand();
    addMouseListener(hand);
    addMouseMotionListener(hand);
    FocusOutline.follow(this);
    FocusKeys.bind(this, KeyEvent.VK_LEFT, () -> step(-1, 0));
    FocusKeys.bind(this, KeyEvent.VK_RIGHT, () -> step(1, 0));
    FocusKeys.bind(this, KeyEvent.VK_UP, () -> step(0, -1));
    FocusKeys.bind(this, KeyEvent.VK_DOWN, () -> step(0, 1));
    FocusKeys.bind(this, KeyEvent.VK_ENTER, this::explain);
  }

  void show(StatesScene scene) {
    if (lines.equals(scene.lines())) {
      return;
    }
    lines = scene.lines();
    line = Math.min(line, lines.size() - 1);
    light(Math.min(lit, transitions() - 1), line);
    repaint();
  }

  private int transitions() {
    return lines.isEmpty() ? 0 : lines.get(0).cosines().size();
  }

  /** The layout at the size it has now. */
  CosineLayout layoutNow() {
    double least =
        lines.stream().flatMap(each -> each.cosines().stream()).mapToDouble(x -> x).min().orElse(0);
    return CosineLayout.of(
        getWidth(), getHeight(), transitions(), least, Metrics.scale(), Fonts.smallest());
  }

  private void step(int across, int down) {
    if (!lines.isEmpty()) {
      int next = lit < 0 ? 0 : Math.max(0, Math.min(transitions() - 1, lit + across));
      light(next, Math.max(0, Math.min(lines.size() - 1, line + down)));
    }
  }

  private void light(int transition, int ofLine) {
    if (transition != lit || ofLine != line) {
      lit = transition;
      line = ofLine;
      repaint();
    }
    getAccessibleContext()
        .setAccessibleDescription(
            lit < 0 || lines.isEmpty() ? "" : StatesWords.cosine(lines.get(line), lit));
  }

  private void explain() {
    if (lit >= 0 && !lines.isEmpty()) {
      presenter.explain(new Gpt2Ref.Cosine(lit, lines.get(line).position()));
    }
  }

  /** Lights the dot under the pointer, else the bar. */
  private void aim(MouseEvent event) {
    if (lines.isEmpty()) {
      return;
    }
    CosineLayout layout = layoutNow();
    int at = layout.at(event.getX(), event.getY());
    int of = 0;
    for (int i = 1; at >= 0 && i < lines.size(); i++) {
      Box dot = layout.dot(lines, i, at);
      double away = Math.hypot(dot.centerX() - event.getX(), dot.centerY() - event.getY());
      of = of == 0 && away <= REACH * Metrics.scale() ? i : of;
    }
    light(at, of);
    setCursor(Cursor.getPredefinedCursor(at < 0 ? Cursor.DEFAULT_CURSOR : Cursor.HAND_CURSOR));
  }

  @Override
  public @Nullable String getToolTipText(MouseEvent event) {
    aim(event);
    return lit < 0 ? null : ToolTips.wrapped(StatesWords.cosine(lines.get(line), lit));
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(Metrics.px(240), Metrics.px(HEIGHT));
  }

  @Override
  public Dimension getMinimumSize() {
    return new Dimension(1, Metrics.px(HEIGHT));
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    if (lines.isEmpty()) {
      return;
    }
    Graphics2D g = (Graphics2D) graphics.create();
    brush.take(g);
    brush.within(
        new Box(0, 0, getWidth(), getHeight()), () -> painter.paint(layoutNow(), lines, lit, line));
    brush.release();
    g.dispose();
    FocusOutline.paint(graphics, this);
  }

  private final class Hand extends MouseAdapter {
    @Override
    public void mouseMoved(MouseEvent event) {
      aim(event);
    }

    @Override
    public void mouseExited(MouseEvent event) {
      light(-1, 0);
    }

    @Override
    public void mousePressed(MouseEvent event) {
      requestFocusInWindow();
      if (SwingUtilities.isLeftMouseButton(event)) {
        aim(event);
        explain();
      }
    }
  }
}
