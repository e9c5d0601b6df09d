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
import java.awt.event.MouseWheelEvent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import org.inferscope.model.gpt2.whatif.Part;
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
 * The plan of the model. A click takes a part away or puts it back, with Shift all from the one
 * clicked before to this one; the number of a layer stands for all its heads. With the keyboard the
 * arrows move, Space takes away, Enter explains the part's number. Event thread.
 */
final class PlanStage extends JPanel {
  private final WhatIfPresenter presenter;
  private final WhatIfWords words;
  private final Brush brush = new Brush();
  private final PlanPainter painter = new PlanPainter(brush);
  private final RepaintMeter meter = new RepaintMeter(this);
  private @Nullable PlanScene scene;
  private @Nullable PlanLayout layout;
  private @Nullable Part under;
  private Part cursor = new Part.Head(0, 0);
  private Part anchor = cursor;
  private int firstToken = Integer.MAX_VALUE;
  private int followed = -1;

  PlanStage(WhatIfPresenter presenter, WhatIfWords words) {
    super(null);
    this.presenter = presenter;
    this.words = words;
    setName("gpt2.whatif.plan");
    setOpaque(false);
    setFocusable(true);
    setToolTipText("");
    getAccessibleContext().setAccessibleName(Texts.get("whatif.plan"));
    Hand hand = new Hand();
    addMouseListener(hand);
    addMouseMotionListener(hand);
    addMouseWheelListener(hand);
    addFocusListener(hand);
    FocusKeys.bind(this, KeyEvent.VK_UP, () -> step(-1, 0));
    FocusKeys.bind(this, KeyEvent.VK_DOWN, () -> step(1, 0));
    FocusKeys.bind(this, KeyEvent.VK_LEFT, () -> step(0, -1));
    FocusKeys.bind(this, KeyEvent.VK_RIGHT, () -> step(0, 1));
    FocusKeys.bind(this, KeyEvent.VK_SPACE, () -> toggle(List.of(cursor)));
    FocusKeys.bind(this, KeyEvent.VK_ENTER, () -> presenter.explain(cursor));
    FocusKeys.bind(this, KeyEvent.VK_CONTEXT_MENU, () -> menu(cursor));
  }

  /** Shows other contents. */
  void show(@Nullable PlanScene next) {
    if (!Objects.equals(next, scene)) {
      boolean sameTokens = next != null && scene != null && next.words().equals(scene.words());
      scene = next;
      layout = next != null && sameTokens && sameShape(next) ? layout : null;
      if (!sameTokens) {
        firstToken = Integer.MAX_VALUE; // The end is what is followed.
      }
      boolean other = next != null && scene != null && next.followed() != followed;
      followed = next == null ? -1 : next.followed();
      if (other && layout != null) {
        bringIntoSight(followed);
      }
      if (next != null && !fits(next, cursor)) {
        cursor = new Part.Head(0, 0);
        anchor = cursor;
      }
      under = null;
      describe();
      meter.request();
    }
  }

  private boolean sameShape(PlanScene next) {
    PlanLayout made = layout;
    return made != null
        && made.heads().rows() == next.layers()
        && made.heads().cols() == next.heads();
  }

  private static boolean fits(PlanScene scene, Part part) {
    if (part instanceof Part.Head head) {
      return head.layer() < scene.layers() && head.head() < scene.heads();
    }
    return part instanceof Part.Mlp mlp
        ? mlp.layer() < scene.layers()
        : ((Part.Token) part).position() < scene.words().size();
  }

  private void describe() {
    getAccessibleContext().setAccessibleDescription(scene == null ? "" : words.tip(cursor));
  }

  private void toggle(List<Part> parts) {
    if (scene != null && !parts.isEmpty()) {
      presenter.toggle(parts);
    }
  }

  /** The parts between two of the same kind: a stretch of tokens, or a block of cells. */
  private List<Part> between(PlanScene shown, Part from, Part to) {
    if (from instanceof Part.Token a && to instanceof Part.Token b) {
      return IntStream.rangeClosed(
              Math.min(a.position(), b.position()), Math.max(a.position(), b.position()))
          .<Part>mapToObj(Part.Token::new)
          .toList();
    }
    if (from instanceof Part.Token || to instanceof Part.Token) {
      return List.of(to);
    }
    int top = Math.min(row(from), row(to));
    int left = Math.min(column(shown, from), column(shown, to));
    int rows = Math.abs(row(from) - row(to)) + 1;
    int columns = Math.abs(column(shown, from) - column(shown, to)) + 1;
    return IntStream.range(0, rows * columns)
        .mapToObj(k -> shown.part(top + k / columns, left + k % columns))
        .toList();
  }

  /** The layer of a part; −1 for a token. */
  private static int row(Part part) {
    if (part instanceof Part.Head head) {
      return head.layer();
    }
    return part instanceof Part.Mlp mlp ? mlp.layer() : -1;
  }

  private static int column(PlanScene shown, Part part) {
    if (part instanceof Part.Head head) {
      return head.head();
    }
    return part instanceof Part.Token token ? token.position() : shown.heads();
  }

  private void step(int down, int right) {
    PlanScene shown = scene;
    if (shown == null) {
      return;
    }
    int row = Math.max(-1, Math.min(shown.layers() - 1, row(cursor) + down));
    int last = row < 0 ? shown.words().size() - 1 : shown.heads();
    int column = Math.max(0, Math.min(last, column(shown, cursor) + right));
    cursor = row < 0 ? new Part.Token(column) : shown.part(row, column);
    if (cursor instanceof Part.Token token) {
      bringIntoSight(token.position());
    }
    describe();
    meter.request();
  }

  private void bringIntoSight(int position) {
    PlanLayout made = layout;
    if (made != null && made.box(new Part.Token(position)).isEmpty()) {
      scroll(position);
    }
  }

  private void scroll(int first) {
    PlanScene shown = scene;
    if (shown != null) {
      firstToken = Math.max(0, Math.min(shown.words().size() - 1, first));
      layout = null;
      meter.request();
    }
  }

  private void menu(Part part) {
    Point place = placeOf(part);
    menu(part, place.x, place.y);
  }

  /** The middle of a part, as last painted; the corner for one that is out of sight. */
  Point placeOf(Part part) {
    PlanLayout made = layout;
    Box box = made == null ? Box.EMPTY : made.box(part);
    return new Point((int) box.centerX(), (int) box.centerY());
  }

  private void menu(Part part, int x, int y) {
    JPopupMenu menu = PartMenu.of(presenter, words, part);
    menu.show(this, x, y);
  }

  @Override
  public @Nullable String getToolTipText(MouseEvent event) {
    PlanLayout made = layout;
    if (made == null) {
      return null;
    }
    int layer = made.layerAt(event.getX(), event.getY());
    if (layer >= 0) {
      return Texts.get("whatif.plan.layerTip", layer);
    }
    Optional<Part> part = made.partAt(event.getX(), event.getY());
    return part.map(each -> ToolTips.wrapped(words.tip(each))).orElse(null);
  }

  @Override
  public Dimension getMinimumSize() {
    return new Dimension(Metrics.px(180), Metrics.px(120));
  }

  @Override
  public void setBounds(int x, int y, int width, int height) {
    if (width != getWidth() || height != getHeight()) {
      layout = null;
    }
    super.setBounds(x, y, width, height);
  }

  @Override
  public void updateUI() {
    super.updateUI();
    layout = null;
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    meter.painted();
    PlanScene shown = scene;
    if (shown == null) {
      return;
    }
    Graphics2D g = (Graphics2D) graphics.create();
    brush.take(g);
    PlanLayout made = layout;
    if (made == null) {
      double unit = Metrics.scale();
      double edge = 3 * unit;
      Box box = new Box(edge, edge, getWidth() - 2 * edge, getHeight() - 2 * edge);
      double smallest = Fonts.smallest();
      made =
          PlanLayout.of(
              box, shown, firstToken, unit, smallest, text -> brush.width(text, smallest * unit));
      layout = made;
    }
    painter.paint(made, shown, under, isFocusOwner() ? cursor : null);
    brush.release();
    g.dispose();
  }

  private final class Hand extends MouseAdapter implements FocusListener {
    @Override
    public void mouseMoved(MouseEvent event) {
      PlanLayout made = layout;
      boolean onLayer = made != null && made.layerAt(event.getX(), event.getY()) >= 0;
      Part part = made == null ? null : made.partAt(event.getX(), event.getY()).orElse(null);
      hover(part, onLayer);
    }

    @Override
    public void mouseExited(MouseEvent event) {
      hover(null, false);
    }

    private void hover(@Nullable Part part, boolean onLayer) {
      boolean hand = part != null || onLayer;
      setCursor(Cursor.getPredefinedCursor(hand ? Cursor.HAND_CURSOR : Cursor.DEFAULT_CURSOR));
      if (!Objects.equals(part, under)) {
        under = part;
        meter.request();
      }
    }

    @Override
    public void mousePressed(MouseEvent event) {
      requestFocusInWindow();
      popup(event);
      if (event.getButton() == MouseEvent.BUTTON1 && !event.isPopupTrigger()) {
        press(event);
      }
    }

    private void press(MouseEvent event) {
      PlanLayout made = layout;
      PlanScene shown = scene;
      if (made == null || shown == null) {
        return;
      }
      int layer = made.layerAt(event.getX(), event.getY());
      if (layer >= 0) {
        toggle(
            IntStream.range(0, shown.heads())
                .<Part>mapToObj(head -> new Part.Head(layer, head))
                .toList());
      } else if (made.less().contains(event.getX(), event.getY())) {
        scroll(made.first() - 1);
      } else if (made.more().contains(event.getX(), event.getY())) {
        scroll(made.first() + 1);
      } else {
        made.partAt(event.getX(), event.getY()).ifPresent(part -> press(shown, part, event));
      }
    }

    private void press(PlanScene shown, Part part, MouseEvent event) {
      cursor = part;
      toggle(event.isShiftDown() ? between(shown, anchor, part) : List.of(part));
      anchor = part;
      describe();
    }

    @Override
    public void mouseReleased(MouseEvent event) {
      popup(event);
    }

    private void popup(MouseEvent event) {
      PlanLayout made = layout;
      if (event.isPopupTrigger() && made != null) {
        made.partAt(event.getX(), event.getY())
            .ifPresent(part -> menu(part, event.getX(), event.getY()));
      }
    }

    @Override
    public void mouseWheelMoved(MouseWheelEvent event) {
      PlanLayout made = layout;
      if (made != null && !(made.less().isEmpty() && made.more().isEmpty())) {
        boolean atEnd = event.getWheelRotation() > 0 && made.more().isEmpty();
        scroll(made.first() + (atEnd ? 0 : event.getWheelRotation()));
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
