package org.inferscope.tab.network.views;

import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.network.Ablations;
import org.inferscope.model.network.Histogram;
import org.inferscope.tab.network.desk.NetworkPresenter;
import org.inferscope.tab.network.desk.Shown;
import org.inferscope.text.Texts;
import org.inferscope.ui.edt.RepaintMeter;
import org.inferscope.ui.paint.GridBox;
import org.inferscope.ui.theme.Metrics;
import org.jspecify.annotations.Nullable;

/**
 * Every column's activations for all inputs of the batch: heatmaps [inputs × units] side by side,
 * each above the histogram of its values. Event thread.
 *
 * <p>Keys while it has the focus: ↑ ↓ bring the input before or after into focus, PageUp and
 * PageDown (or Shift with ↑ ↓) one ten away, Home and End the first and last; ← → go from unit to
 * unit, with Shift from column to column, Enter opens the unit.
 */
public final class BatchStage extends JPanel {
  private static final int OFFERED = 32;
  private static final int STRIDE = 10;

  private final NetworkPresenter presenter;
  private final UnitOpener opener;
  private final ColumnPictures pictures = new ColumnPictures();
  private final BatchPainter painter = new BatchPainter(pictures);
  private final BatchScenes scenes;
  private final SideScroll scroll;
  private final JPanel offer;
  private final RepaintMeter repaints = new RepaintMeter(this);
  private BatchScene.Lit lit = BatchScene.Lit.NOTHING;

  /**
   * A view that follows a presenter through {@link #refresh}.
   *
   * @param opener opens a unit in the inspector
   */
  public BatchStage(NetworkPresenter presenter, UnitOpener opener) {
    super(null);
    this.presenter = presenter;
    this.opener = opener;
    scenes = new BatchScenes(presenter);
    setName("network.batchStage");
    setOpaque(true);
    setFocusable(true);
    getAccessibleContext().setAccessibleName(Texts.get("networkviews.batch.name"));
    scroll = new SideScroll(this, "network.batch.scroll", repaints::request);
    offer = offer();
    add(offer);
    Pointer pointer = new Pointer();
    addMouseListener(pointer);
    addMouseMotionListener(pointer);
    addMouseWheelListener(scroll::wheel);
    addFocusListener(new Ring());
    addComponentListener(new Hiding());
    bindKeys();
  }

  private JPanel offer() {
    JPanel panel = new JPanel(new MigLayout("insets 0, gap 10", "[][grow, fill]", "[grow]"));
    panel.setOpaque(false);
    JButton more = new JButton(Texts.get("networkviews.batch.more"));
    more.setName("network.batch.more");
    more.setToolTipText(Texts.get("networkviews.batch.more.tip"));
    more.addActionListener(event -> presenter.setBatch(OFFERED));
    panel.add(more);
    panel.add(new JLabel(Texts.get("networkviews.batch.notice")), "wmin 0");
    panel.setVisible(false);
    return panel;
  }

  private void bindKeys() {
    int shift = InputEvent.SHIFT_DOWN_MASK;
    new KeyMap(this)
        .on(KeyEvent.VK_UP, 0, () -> row(presenter.row() - 1))
        .on(KeyEvent.VK_DOWN, 0, () -> row(presenter.row() + 1))
        .on(KeyEvent.VK_UP, shift, () -> row(presenter.row() - STRIDE))
        .on(KeyEvent.VK_DOWN, shift, () -> row(presenter.row() + STRIDE))
        .on(KeyEvent.VK_PAGE_UP, 0, () -> row(presenter.row() - STRIDE))
        .on(KeyEvent.VK_PAGE_DOWN, 0, () -> row(presenter.row() + STRIDE))
        .on(KeyEvent.VK_HOME, 0, () -> row(0))
        .on(KeyEvent.VK_END, 0, () -> row(presenter.state().input().size() - 1))
        .on(KeyEvent.VK_LEFT, 0, () -> move(-1))
        .on(KeyEvent.VK_RIGHT, 0, () -> move(1))
        .on(KeyEvent.VK_LEFT, shift, () -> moveColumn(-1))
        .on(KeyEvent.VK_RIGHT, shift, () -> moveColumn(1))
        .on(KeyEvent.VK_ENTER, 0, this::openCursor);
  }

  private void row(int row) {
    lit = BatchScene.Lit.NOTHING;
    presenter.setRow(row);
  }

  private void move(int step) {
    UnitCursor.of(presenter).ifPresent(cursor -> choose(cursor.moved(step)));
  }

  private void moveColumn(int step) {
    UnitCursor.of(presenter).ifPresent(cursor -> choose(cursor.movedColumn(step)));
  }

  private void choose(UnitCursor cursor) {
    lit = BatchScene.Lit.NOTHING;
    presenter.choose(cursor.unit());
    layoutNow().ifPresent(layout -> scroll.to(layout.scrollTo(cursor.unit().column())));
  }

  private void openCursor() {
    UnitCursor.of(presenter)
        .map(UnitCursor::unit)
        .ifPresent(unit -> opener.open(unit.column(), presenter.row(), unit.i()));
  }

  /** Shows a change of what there is to show. */
  public void refresh() {
    if (lit.hasCell() && !isInside(lit)) {
      lit = BatchScene.Lit.NOTHING;
    }
    getAccessibleContext().setAccessibleDescription(BatchNarrator.say(presenter));
    offer.setVisible(presenter.shown().filter(now -> now.trace().batch() == 1).isPresent());
    doLayout();
    repaints.request();
  }

  private boolean isInside(BatchScene.Lit cell) {
    return presenter
        .shown()
        .map(Shown::trace)
        .filter(trace -> cell.column() <= trace.network().depth())
        .filter(trace -> cell.unit() < trace.network().width(cell.column()))
        .filter(trace -> cell.row() < trace.batch())
        .isPresent();
  }

  private Optional<BatchLayout> layoutNow() {
    int room = getHeight() - (scroll.isShown() ? scroll.height() : 0);
    return presenter
        .shown()
        .map(now -> scenes.layout(now, Math.max(1, getWidth()), Math.max(1, room), scroll.value()));
  }

  @Override
  public void doLayout() {
    layoutNow()
        .ifPresent(
            layout -> {
              double step = layout.spec().px(BatchLayout.NARROWEST);
              scroll.place(layout.content(), layout.view().w(), step);
            });
    layoutNow()
        .ifPresent(
            layout -> {
              var box = layout.notice();
              offer.setBounds((int) box.x(), (int) box.y(), (int) box.w(), (int) box.h());
              offer.doLayout();
            });
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    repaints.painted();
    Graphics2D g = (Graphics2D) graphics.create();
    Optional<Shown> now = presenter.shown();
    Optional<BatchLayout> layout = layoutNow();
    if (now.isPresent() && layout.isPresent()) {
      BatchScene.Lit light = lit.equals(BatchScene.Lit.NOTHING) ? scenes.elsewhere(now.get()) : lit;
      BatchScene scene = scenes.build(now.get(), layout.get(), light, histogram(light.column()));
      if (!painter.paint(g, scene)) {
        repaints.request();
      }
    } else {
      Notices.paint(g, this, Texts.get("networkviews.batch.empty"), "");
    }
    FocusRing.paint(g, this);
    g.dispose();
  }

  private @Nullable Histogram histogram(int column) {
    return column < 0 ? null : pictures.histogram(column);
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(Metrics.px(860), Metrics.px(470));
  }

  @Override
  public Dimension getMinimumSize() {
    return new Dimension(Metrics.px(320), Metrics.px(220));
  }

  private void light(BatchScene.Lit now) {
    if (now.equals(lit)) {
      return;
    }
    lit = now;
    presenter.hover(
        now.hasCell()
            ? Optional.of(new Ablations.Unit(now.column(), now.unit()))
            : Optional.empty());
    repaints.request();
  }

  private BatchScene.Lit at(BatchLayout layout, MouseEvent event) {
    int c = layout.columnAt(event.getX(), event.getY());
    if (c < 0) {
      return BatchScene.Lit.NOTHING;
    }
    GridBox grid = layout.columns().get(c).grid();
    if (grid.contains(event.getX(), event.getY())) {
      return BatchScene.Lit.cell(c, grid.rowAt(event.getY()), grid.columnAt(event.getX()));
    }
    Histogram histogram = histogram(c);
    int bin =
        histogram == null
            ? -1
            : HistogramPainter.binAt(
                layout.columns().get(c).plot(), histogram, event.getX(), event.getY());
    return bin < 0 ? BatchScene.Lit.NOTHING : BatchScene.Lit.bin(c, bin);
  }

  private final class Pointer extends MouseAdapter {
    @Override
    public void mouseMoved(MouseEvent event) {
      layoutNow().ifPresent(layout -> light(at(layout, event)));
      boolean opens = lit.hasCell();
      setCursor(Cursor.getPredefinedCursor(opens ? Cursor.HAND_CURSOR : Cursor.DEFAULT_CURSOR));
    }

    @Override
    public void mouseExited(MouseEvent event) {
      light(BatchScene.Lit.NOTHING);
    }

    @Override
    public void mousePressed(MouseEvent event) {
      requestFocusInWindow();
      if (SwingUtilities.isLeftMouseButton(event)) {
        layoutNow().ifPresent(layout -> press(layout, event));
      }
    }

    private void press(BatchLayout layout, MouseEvent event) {
      BatchScene.Lit cell = at(layout, event);
      if (cell.hasCell()) {
        presenter.setRow(cell.row());
        presenter.choose(new Ablations.Unit(cell.column(), cell.unit()));
        opener.open(cell.column(), cell.row(), cell.unit());
      } else if (layout.gutter().contains(event.getX(), event.getY())) {
        int row = layout.columns().get(0).grid().rowAt(event.getY());
        if (row >= 0) {
          presenter.setRow(row);
        }
      }
    }
  }

  /** The ring shows who has the focus. */
  private final class Ring implements FocusListener {
    @Override
    public void focusGained(FocusEvent event) {
      repaints.request();
    }

    @Override
    public void focusLost(FocusEvent event) {
      repaints.request();
    }
  }

  /** What is out of sight keeps no numbers: a batch can have hundreds of megabytes. */
  private final class Hiding extends ComponentAdapter {
    @Override
    public void componentHidden(ComponentEvent event) {
      pictures.clear();
      scenes.clear();
      lit = BatchScene.Lit.NOTHING;
    }
  }
}
