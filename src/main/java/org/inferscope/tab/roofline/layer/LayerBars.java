package org.inferscope.tab.roofline.layer;

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
import java.util.Optional;
import javax.swing.JPanel;
import org.inferscope.model.roofline.explain.PointFigure;
import org.inferscope.model.roofline.transformer.LayerMatmul;
import org.inferscope.model.roofline.transformer.explain.TransformerRef.Product;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.FocusKeys;
import org.inferscope.ui.control.ToolTips;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.Edge;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;
import org.jspecify.annotations.Nullable;

/**
 * The operations of a layer's products as the notebook's bars. A click lights a product and opens
 * its operations; with the keyboard the arrows go from bar to bar and Enter opens. Event thread.
 */
final class LayerBars extends JPanel {
  private static final double LEAST_LANE = 20;
  private static final double LARGEST_LANE = 76;
  private static final double BAR = 0.72;
  private static final double GAP = 8;

  private final LayerPresenter presenter;
  private final Brush brush = new Brush();
  private LayerScene scene;
  private int under = -1;

  LayerBars(LayerPresenter presenter, LayerScene scene) {
    super(null);
    this.presenter = presenter;
    this.scene = scene;
    setName("roofline.layer.bars");
    setOpaque(false);
    setFocusable(true);
    setToolTipText("");
    getAccessibleContext().setAccessibleName(Texts.get("rooflinelayer.bars"));
    Hand hand = new Hand();
    addMouseListener(hand);
    addMouseMotionListener(hand);
    addFocusListener(hand);
    FocusKeys.bind(this, KeyEvent.VK_UP, () -> step(-1));
    FocusKeys.bind(this, KeyEvent.VK_DOWN, () -> step(1));
    FocusKeys.bind(this, KeyEvent.VK_ENTER, () -> lit().ifPresent(this::open));
    FocusKeys.bind(
        this,
        KeyEvent.VK_CONTEXT_MENU,
        () -> lit().ifPresent(row -> menu(row, getWidth() / 2, getHeight() / 2)));
  }

  void show(LayerScene next) {
    scene = next;
    lit().ifPresent(row -> getAccessibleContext().setAccessibleDescription(words(row)));
    repaint();
  }

  private Optional<LayerRow> lit() {
    return scene.lit().flatMap(this::row);
  }

  private Optional<LayerRow> row(LayerMatmul matmul) {
    return scene.rows().stream().filter(row -> row.matmul() == matmul).findFirst();
  }

  private void step(int by) {
    int now = lit().map(scene.rows()::indexOf).orElse(by > 0 ? -1 : scene.rows().size());
    int next = Math.max(0, Math.min(scene.rows().size() - 1, now + by));
    presenter.select(scene.rows().get(next).matmul());
  }

  private void open(LayerRow row) {
    presenter.explain(Product.of(row.matmul(), PointFigure.FLOPS));
  }

  private void menu(LayerRow row, int x, int y) {
    LayerMenu.show(presenter, row, this, x, y);
  }

  private int at(int y) {
    int row = (int) Math.floor((y - top()) / lane());
    return row >= 0 && row < scene.rows().size() ? row : -1;
  }

  @Override
  public @Nullable String getToolTipText(MouseEvent event) {
    int row = at(event.getY());
    return row < 0 ? null : ToolTips.wrapped(words(scene.rows().get(row)));
  }

  private static String words(LayerRow row) {
    return Texts.get(
        "rooflinelayer.bar.tip",
        row.point().name(),
        LayerNumbers.side(row.point().shape().rows()),
        LayerNumbers.side(row.point().shape().k()),
        LayerNumbers.side(row.point().shape().n()),
        Numbers.si(row.flops(), Texts.get("rooflinelayer.flops")),
        LayerNumbers.percent(row.share()));
  }

  private double lane() {
    double even = getHeight() / Math.max(1.0, scene.rows().size());
    return Math.min(LARGEST_LANE * Metrics.scale(), even);
  }

  private double top() {
    return Math.max(0, (getHeight() - lane() * scene.rows().size()) / 2);
  }

  @Override
  public Dimension getPreferredSize() {
    int lanes = (int) Math.ceil(LEAST_LANE * Metrics.scale() * scene.rows().size());
    return new Dimension(Metrics.px(360), Math.max(lanes, minimumLanes()));
  }

  @Override
  public Dimension getMinimumSize() {
    return new Dimension(1, minimumLanes());
  }

  private int minimumLanes() {
    return (int) Math.ceil(1.5 * type() * Math.min(8, scene.rows().size()));
  }

  private static double type() {
    return Metrics.px(Fonts.BODY < Fonts.smallest() ? Fonts.smallest() : Fonts.BODY);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = (Graphics2D) graphics.create();
    brush.take(g);
    paint(Math.min(type(), 0.8 * lane()));
    if (isFocusOwner()) {
      Box all = new Box(0, 0, getWidth(), getHeight());
      brush.outline(all, Palette.accent(), Metrics.RADIUS * Metrics.scale(), 1.5 * Metrics.scale());
    }
    brush.release();
    g.dispose();
  }

  private void paint(double type) {
    double gap = GAP * Metrics.scale();
    double names = 0;
    double labels = 0;
    double most = 0;
    for (LayerRow row : scene.rows()) {
      names = Math.max(names, brush.width(row.point().name(), type));
      labels = Math.max(labels, label(row).length() * type * Brush.DIGIT_ASPECT);
      most = Math.max(most, row.flops());
    }
    double zero = names + 2 * gap;
    double room = Math.max(1, getWidth() - zero - labels - 2 * gap);
    for (int i = 0; i < scene.rows().size(); i++) {
      LayerRow row = scene.rows().get(i);
      Box lane = new Box(0, top() + i * lane(), getWidth(), lane());
      boolean lit = scene.lit().filter(matmul -> matmul == row.matmul()).isPresent();
      if (lit || i == under) {
        Color tint = lit ? Palette.accentSoft() : Palette.cell();
        brush.fill(lane, tint, Metrics.RADIUS * Metrics.scale());
      }
      Box name = new Box(gap, lane.y(), names + 2, lane.h());
      brush.leading(row.point().name(), name, type, Palette.text());
      double length = Math.max(Metrics.px(2f), room * row.flops() / most);
      double high = Math.rint(lane.h() * BAR);
      Box bar = new Box(zero, Math.rint(lane.centerY() - high / 2), length, high);
      brush.bar(bar, row.role().fill(), 4 * Metrics.scale(), Edge.RIGHT);
      String label = label(row);
      double wide = label.length() * type * Brush.DIGIT_ASPECT;
      Box value = new Box(bar.right() + gap, lane.y(), wide, lane.h());
      brush.number(label, value, type, Palette.text());
    }
  }

  private static String label(LayerRow row) {
    return Texts.get(
        "rooflinelayer.bar", LayerNumbers.gflops(row.flops()), LayerNumbers.percent(row.share()));
  }

  private final class Hand extends MouseAdapter implements FocusListener {
    @Override
    public void mouseMoved(MouseEvent event) {
      hover(at(event.getY()));
    }

    @Override
    public void mouseExited(MouseEvent event) {
      hover(-1);
    }

    private void hover(int row) {
      if (row != under) {
        under = row;
        setCursor(Cursor.getPredefinedCursor(row < 0 ? Cursor.DEFAULT_CURSOR : Cursor.HAND_CURSOR));
        repaint();
      }
    }

    @Override
    public void mousePressed(MouseEvent event) {
      popup(event);
    }

    @Override
    public void mouseReleased(MouseEvent event) {
      popup(event);
    }

    private void popup(MouseEvent event) {
      int row = at(event.getY());
      if (event.isPopupTrigger() && row >= 0) {
        menu(scene.rows().get(row), event.getX(), event.getY());
      }
    }

    @Override
    public void mouseClicked(MouseEvent event) {
      requestFocusInWindow();
      int row = at(event.getY());
      if (row >= 0 && event.getButton() == MouseEvent.BUTTON1) {
        LayerRow clicked = scene.rows().get(row);
        presenter.select(clicked.matmul());
        open(clicked);
      }
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
