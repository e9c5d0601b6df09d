package org.inferscope.tab.linear;

import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.swing.JPanel;
import org.inferscope.model.linear.RoundedLayer;
import org.inferscope.tab.linear.RoundingLayout.Spot;
import org.inferscope.tensor.DType;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.FocusKeys;
import org.inferscope.ui.control.ToolTips;
import org.inferscope.ui.edt.RepaintMeter;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;
import org.jspecify.annotations.Nullable;

/**
 * The outputs of a row with the error of each format: painted as one component, so that 64 outputs
 * cost no more than what is in sight. The arrows go from number to number, Enter opens one. Event
 * thread.
 */
final class RoundingTable extends JPanel {
  private static final int LAST = RoundedLayer.FORMATS.size() - 1;

  private final Brush brush = new Brush();
  private final RoundingPainter painter = new RoundingPainter(brush);
  private final RepaintMeter repaints = new RepaintMeter(this);
  private final BiConsumer<Integer, Optional<DType>> open;
  private RowErrors errors;
  private DType precision = DType.FP32;
  private Spot cursor = new Spot(0, -1);
  private @Nullable Spot hover;

  /**
   * A table.
   *
   * @param open opens what stands at an output and a format, or its value where that is empty
   */
  RoundingTable(RowErrors errors, BiConsumer<Integer, Optional<DType>> open) {
    super(null);
    this.errors = errors;
    this.open = open;
    setName("linear.rounding.table");
    setOpaque(false);
    setFocusable(true);
    setToolTipText("");
    getAccessibleContext().setAccessibleName(Texts.get("linear.rounding.table"));
    FocusKeys.bind(this, KeyEvent.VK_UP, () -> moveBy(-1, 0));
    FocusKeys.bind(this, KeyEvent.VK_DOWN, () -> moveBy(1, 0));
    FocusKeys.bind(this, KeyEvent.VK_LEFT, () -> moveBy(0, -1));
    FocusKeys.bind(this, KeyEvent.VK_RIGHT, () -> moveBy(0, 1));
    FocusKeys.bind(this, KeyEvent.VK_ENTER, () -> open(cursor));
    FocusKeys.bind(this, KeyEvent.VK_SPACE, () -> open(cursor));
    Pointer pointer = new Pointer();
    addMouseListener(pointer);
    addMouseMotionListener(pointer);
    addFocusListener(new Focus());
    describe();
  }

  /** Shows other errors. */
  void show(RowErrors next, DType inForce) {
    boolean otherSize = next.outputs() != errors.outputs();
    errors = next;
    precision = inForce;
    if (otherSize) {
      cursor = new Spot(Math.min(cursor.i(), next.outputs() - 1), cursor.format());
      hover = null;
      revalidate();
    }
    if (isFocusOwner() || otherSize) {
      describe();
    }
    repaints.request();
  }

  /** What is shown. */
  RowErrors errors() {
    return errors;
  }

  /** Where the parts lie now. */
  RoundingLayout tableLayout() {
    return tableLayout(getWidth());
  }

  private RoundingLayout tableLayout(int width) {
    return new RoundingLayout(width, errors.outputs(), Metrics.px(Fonts.smallest()));
  }

  private void moveBy(int down, int right) {
    cursor =
        new Spot(
            Math.max(0, Math.min(errors.outputs() - 1, cursor.i() + down)),
            Math.max(-1, Math.min(LAST, cursor.format() + right)));
    Box place = tableLayout().place(cursor).grown(Metrics.px(4));
    scrollRectToVisible(
        new Rectangle((int) place.x(), (int) place.y(), (int) place.w(), (int) place.h()));
    describe();
    repaint();
  }

  private void describe() {
    getAccessibleContext().setAccessibleDescription(RoundingWords.of(errors, cursor));
  }

  private void open(Spot spot) {
    open.accept(
        spot.i(),
        spot.format() < 0
            ? Optional.empty()
            : Optional.of(RoundedLayer.FORMATS.get(spot.format())));
  }

  @Override
  public @Nullable String getToolTipText(MouseEvent event) {
    RoundingLayout layout = tableLayout();
    Optional<Spot> spot = layout.at(event.getX(), event.getY());
    if (spot.isPresent()) {
      return ToolTips.wrapped(RoundingWords.of(errors, spot.get()));
    }
    boolean summary = layout.blockAt(event.getY()) < RoundingLayout.HEAD;
    return summary ? ToolTips.wrapped(RoundingWords.summary(errors)) : null;
  }

  /** As high as its width makes it. */
  @Override
  public Dimension getPreferredSize() {
    int width = getWidth() > 0 ? getWidth() : Metrics.px(336);
    return new Dimension(Metrics.px(200), (int) Math.ceil(tableLayout(width).height()));
  }

  @Override
  public Dimension getMinimumSize() {
    return new Dimension(1, getPreferredSize().height);
  }

  /** Asks for another layout when its width changes, because its height follows from its width. */
  @Override
  public void setBounds(int x, int y, int width, int height) {
    boolean otherWidth = width != getWidth();
    super.setBounds(x, y, width, height);
    if (otherWidth) {
      revalidate();
    }
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    repaints.painted();
    Rectangle clip = graphics.getClipBounds();
    Graphics2D g = (Graphics2D) graphics.create();
    brush.take(g);
    RoundingLayout layout = tableLayout();
    int first = clip == null ? 0 : Math.max(0, layout.blockAt(clip.y));
    int last = clip == null ? Integer.MAX_VALUE : layout.blockAt(clip.getMaxY());
    painter.paint(layout, errors, precision, hover, first, last);
    if (isFocusOwner()) {
      double unit = Metrics.scale();
      brush.outline(layout.place(cursor), Palette.accent(), 4 * unit, 1.5 * unit);
    }
    brush.release();
    g.dispose();
  }

  private final class Pointer extends MouseAdapter {
    @Override
    public void mouseMoved(MouseEvent event) {
      Optional<Spot> spot = tableLayout().at(event.getX(), event.getY());
      setCursor(
          Cursor.getPredefinedCursor(
              spot.isPresent() ? Cursor.HAND_CURSOR : Cursor.DEFAULT_CURSOR));
      lit(spot.orElse(null));
    }

    @Override
    public void mouseExited(MouseEvent event) {
      lit(null);
    }

    private void lit(@Nullable Spot spot) {
      hover = spot;
      repaints.request();
    }

    @Override
    public void mouseClicked(MouseEvent event) {
      tableLayout()
          .at(event.getX(), event.getY())
          .ifPresent(
              spot -> {
                cursor = spot;
                open(spot);
              });
    }
  }

  private final class Focus extends FocusAdapter {
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
