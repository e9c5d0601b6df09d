package org.inferscope.tab.network.views;

import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import org.inferscope.model.network.Ablations;
import org.inferscope.tab.network.desk.NetworkPresenter;
import org.inferscope.text.Texts;
import org.inferscope.ui.edt.RepaintMeter;
import org.inferscope.ui.theme.Metrics;

/**
 * Two runs side by side, A left and B right of their difference, for every column; the output
 * large, with its numbers, and always in sight. Event thread.
 *
 * <p>Keys while it has the focus: ↑ ↓ go from unit to unit, ← → from column to column, Enter opens
 * the unit.
 */
public final class CompareStage extends JPanel {
  private final NetworkPresenter presenter;
  private final UnitOpener opener;
  private final ComparePainter painter = new ComparePainter();
  private final CompareScenes scenes;
  private final SideScroll scroll;
  private final JButton hold = new JButton(Texts.get("networkviews.compare.hold"));
  private final RepaintMeter repaints = new RepaintMeter(this);
  private CompareScene.Lit lit = CompareScene.Lit.NOTHING;

  /**
   * A view that follows a presenter through {@link #refresh}.
   *
   * @param opener opens a unit in the inspector
   */
  public CompareStage(NetworkPresenter presenter, UnitOpener opener) {
    super(null);
    this.presenter = presenter;
    this.opener = opener;
    scenes = new CompareScenes(presenter);
    setName("network.compare");
    setOpaque(true);
    setFocusable(true);
    getAccessibleContext().setAccessibleName(Texts.get("networkviews.compare.name"));
    scroll = new SideScroll(this, "network.compare.scroll", repaints::request);
    hold.setName("network.compare.hold");
    hold.setToolTipText(Texts.get("networkviews.compare.hold.tip"));
    hold.addActionListener(event -> presenter.hold());
    hold.setVisible(false);
    add(hold);
    Pointer pointer = new Pointer();
    addMouseListener(pointer);
    addMouseMotionListener(pointer);
    addMouseWheelListener(scroll::wheel);
    addFocusListener(new Ring());
    addComponentListener(new Hiding());
    new KeyMap(this)
        .on(KeyEvent.VK_UP, 0, () -> move(cursor -> cursor.within(-1)))
        .on(KeyEvent.VK_DOWN, 0, () -> move(cursor -> cursor.within(1)))
        .on(KeyEvent.VK_LEFT, 0, () -> move(cursor -> cursor.movedColumn(-1)))
        .on(KeyEvent.VK_RIGHT, 0, () -> move(cursor -> cursor.movedColumn(1)))
        .on(KeyEvent.VK_ENTER, 0, this::openCursor);
  }

  private void move(UnaryOperator<UnitCursor> step) {
    lit = CompareScene.Lit.NOTHING;
    UnitCursor.of(presenter).map(step).ifPresent(cursor -> choose(cursor.unit()));
  }

  private void choose(Ablations.Unit unit) {
    presenter.choose(unit);
    scenes
        .comparison()
        .ifPresent(runs -> scroll.to(layoutNow(runs).scrollTo(runs.pairOf(unit.column()))));
  }

  private void openCursor() {
    UnitCursor.of(presenter).ifPresent(cursor -> open(cursor.unit()));
  }

  private void open(Ablations.Unit unit) {
    opener.open(unit.column(), presenter.row(), unit.i());
  }

  /** Shows a change of what there is to show. */
  public void refresh() {
    Optional<Comparison> runs = scenes.comparison();
    if (runs.filter(this::hasLit).isEmpty()) {
      lit = CompareScene.Lit.NOTHING;
    }
    hold.setVisible(runs.isEmpty() && presenter.shown().isPresent());
    getAccessibleContext().setAccessibleDescription(CompareNarrator.say(presenter));
    doLayout();
    repaints.request();
  }

  private boolean hasLit(Comparison runs) {
    int k = lit.pair();
    return k >= 0
        && k < runs.size()
        && lit.unit() < Math.max(runs.valuesA(k).size(), runs.valuesB(k).size());
  }

  private CompareLayout layoutNow(Comparison runs) {
    int room = getHeight() - (scroll.isShown() ? scroll.height() : 0);
    return scenes.layout(runs, Math.max(1, getWidth()), Math.max(1, room), scroll.value());
  }

  @Override
  public void doLayout() {
    Optional<Comparison> runs = scenes.comparison();
    if (runs.isPresent()) {
      CompareLayout layout = layoutNow(runs.get());
      double step = layout.spec().px(CompareLayout.NARROWEST);
      scroll.place(layout.content(), layout.view().w(), step);
    } else {
      scroll.place(0, 1, 1);
      Dimension size = hold.getPreferredSize();
      int y = (int) (getHeight() * 0.42 + Metrics.px(76));
      hold.setBounds((getWidth() - size.width) / 2, y, size.width, size.height);
    }
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    repaints.painted();
    Graphics2D g = (Graphics2D) graphics.create();
    Optional<Comparison> runs = scenes.comparison();
    if (runs.isPresent()) {
      painter.paint(g, scenes.build(runs.get(), layoutNow(runs.get()), lit));
    } else {
      Notices.paint(
          g,
          this,
          Texts.get("networkviews.compare.empty"),
          Texts.get("networkviews.compare.empty.how"));
    }
    FocusRing.paint(g, this);
    g.dispose();
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(Metrics.px(860), Metrics.px(470));
  }

  @Override
  public Dimension getMinimumSize() {
    return new Dimension(Metrics.px(320), Metrics.px(220));
  }

  private static CompareScene.Lit at(CompareLayout layout, MouseEvent event) {
    int k = layout.groupAt(event.getX(), event.getY());
    if (k < 0) {
      return CompareScene.Lit.NOTHING;
    }
    for (CompareLayout.Panel which : CompareLayout.Panel.values()) {
      int i = layout.groups().get(k).unitAt(which, event.getX(), event.getY());
      if (i >= 0) {
        return new CompareScene.Lit(k, i);
      }
    }
    return CompareScene.Lit.NOTHING;
  }

  private void light(Comparison runs, CompareScene.Lit now) {
    if (!now.equals(lit)) {
      lit = now;
      presenter.hover(unitOfB(runs, now).map(unit -> unit));
      repaints.request();
    }
  }

  /** The unit on screen that a lit one is; empty where only A has it. */
  private static Optional<Ablations.Unit> unitOfB(Comparison runs, CompareScene.Lit lit) {
    if (lit.pair() < 0 || lit.unit() >= runs.valuesB(lit.pair()).size()) {
      return Optional.empty();
    }
    return Optional.of(new Ablations.Unit(runs.pair(lit.pair()).b(), lit.unit()));
  }

  private final class Pointer extends MouseAdapter {
    @Override
    public void mouseMoved(MouseEvent event) {
      scenes.comparison().ifPresent(runs -> light(runs, at(layoutNow(runs), event)));
      int cursor = lit.pair() >= 0 ? Cursor.HAND_CURSOR : Cursor.DEFAULT_CURSOR;
      setCursor(Cursor.getPredefinedCursor(cursor));
    }

    @Override
    public void mouseExited(MouseEvent event) {
      scenes.comparison().ifPresent(runs -> light(runs, CompareScene.Lit.NOTHING));
    }

    @Override
    public void mousePressed(MouseEvent event) {
      requestFocusInWindow();
      if (SwingUtilities.isLeftMouseButton(event)) {
        scenes
            .comparison()
            .flatMap(runs -> unitOfB(runs, at(layoutNow(runs), event)))
            .ifPresent(this::press);
      }
    }

    private void press(Ablations.Unit unit) {
      presenter.choose(unit);
      open(unit);
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

  /** What is out of sight keeps no runs. */
  private final class Hiding extends ComponentAdapter {
    @Override
    public void componentHidden(ComponentEvent event) {
      scenes.clear();
      lit = CompareScene.Lit.NOTHING;
    }
  }
}
