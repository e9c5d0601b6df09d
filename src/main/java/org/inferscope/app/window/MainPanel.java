package org.inferscope.app.window;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.KeyboardFocusManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import org.inferscope.compute.Registration;
import org.inferscope.tab.Lazy;
import org.inferscope.tab.SidePanel;
import org.inferscope.tab.Tab;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.ActionRegistry;
import org.inferscope.ui.edt.Edt;
import org.inferscope.ui.theme.Metrics;
import org.jspecify.annotations.Nullable;

/**
 * All of the window but its frame: tab strip, notices, stage and dock, caption line, status bar.
 * Needs no display, so the {@code snapshot} command paints the same pixels as the window shows.
 */
public final class MainPanel extends JPanel {
  /** The dock's panel with the guide. */
  public static final String GUIDE = "guide";

  /** Below this width, unscaled, a stage beside the dock would cut its controls. */
  private static final int NARROW = 1100;

  private static final int NARROWEST_STAGE = 420;
  private static final int NARROWEST_DOCK = 200;

  private final OpenTabs tabs;
  private final JPanel strip;
  private final NoticeBar notices = new NoticeBar();
  private final MigLayout middleLayout =
      new MigLayout("insets 0 16 0 16, gap 0, fill, hidemode 3", "", "[grow,fill]");
  private final JPanel middle = new JPanel(middleLayout);
  private final JPanel stage =
      new JPanel(new MigLayout("insets 0, fill", "[grow,fill]", "[grow,fill]"));
  private final DockEdge edge = new DockEdge(this::dockWidth, this::dragDock);
  private final Dock dock;
  private final Lazy<GuidePanel> guide = new Lazy<>(GuidePanel::new);
  private final List<SidePanel> sharedPanels;
  private final CaptionLine caption = new CaptionLine();
  private final StatusBar status;
  private final DoubleConsumer onDockWidth;
  private double dockWidth;
  private final Set<Tab> seen = new HashSet<>();
  private boolean dockOpen = true;
  private boolean projector;
  private boolean narrow;
  private Consumer<Boolean> onNarrow = now -> {};
  private @Nullable Registration captions;
  private @Nullable Runnable onFirstPaint;

  /**
   * The panel for these tabs.
   *
   * @param actions must have all that {@link ShellActions} names
   * @param shared panels of the dock that every tab has, such as the inspector; the guide is added
   * @param onDockWidth hears how wide a person drags the dock, in unscaled pixels
   */
  public MainPanel(
      OpenTabs tabs, ActionRegistry actions, List<SidePanel> shared, DoubleConsumer onDockWidth) {
    super(
        new MigLayout(
            "insets 0, gap 0, fill, hidemode 3", "[grow,fill]", "[]0[]8[grow,fill]0[]0[]"));
    this.tabs = tabs;
    this.onDockWidth = onDockWidth;
    this.sharedPanels = new ArrayList<>(shared);
    sharedPanels.add(new SidePanel(GUIDE, Texts.get("app.guide.title"), guide::get));
    strip =
        new TabStrip(
            tabs,
            actions.get(ShellActions.PALETTE),
            ShellActions.IN_STRIP.stream().map(actions::get).toList());
    strip.setOpaque(false);
    dock = new Dock();
    dock.onChange(this::loadGuideIfShown);
    status = new StatusBar();
    putClientProperty(FlatClientProperties.STYLE, "background: $Inferscope.background");
    middle.setOpaque(false);
    stage.setOpaque(false);
    middle.add(stage, "grow, pushx, width 0:" + NARROWEST_STAGE + ", hmin 0");
    middle.add(edge, "width 12!, growy");
    middle.add(dock);
    // A hidden part would give up its row to the next one if the rows were not named.
    add(strip, "cell 0 0");
    add(notices, "cell 0 1, gaptop 4");
    add(middle, "cell 0 2, hmin 0");
    add(caption, "cell 0 3");
    add(status, "cell 0 4");
    tabs.onChange(this::showCurrentTab);
    showCurrentTab();
    arrange();
  }

  /** The notices under the tab strip. */
  public NoticeBar notices() {
    return notices;
  }

  /** The status bar. */
  public StatusBar status() {
    return status;
  }

  private void showCurrentTab() {
    Tab tab = tabs.current();
    seen.add(tab);
    Component focused = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
    stage.removeAll();
    stage.add(tab.component(), "wmin 0, hmin 0");
    List<SidePanel> panels = new ArrayList<>(tab.sidePanels());
    panels.addAll(sharedPanels);
    dock.show(panels);
    if (captions != null) {
      captions.close();
    }
    captions = tab.onCaption(caption::show);
    caption.show(tab.caption());
    if (focused != null && !focused.isShowing()) {
      // Or the strip would get it, where the arrows change the tab instead of playing.
      tab.component().requestFocusInWindow();
    }
    revalidate();
    repaint();
  }

  /**
   * Brings to the new look what Swing does not reach: tabs that are not in front, and the whole
   * panel where it is in no window.
   */
  public void followLook() {
    for (Tab tab : seen) {
      if (tab != tabs.current()) {
        SwingUtilities.updateComponentTreeUI(tab.component());
      }
    }
    dock.followLook();
    if (SwingUtilities.getWindowAncestor(this) == null) {
      SwingUtilities.updateComponentTreeUI(this);
    }
  }

  private void loadGuideIfShown() {
    if (dock.isInFront(GUIDE)) {
      guide.get().show(tabs.current().guideResource());
    }
  }

  /** Opens or closes the dock, at a width in unscaled pixels. */
  public void setDock(boolean open, double width) {
    dockOpen = open;
    dockWidth = width;
    arrange();
  }

  /** Opens or closes what projector mode puts away: strip, status bar; and shows the caption. */
  public void setProjector(boolean on) {
    projector = on;
    arrange();
  }

  /** Brings a panel of the dock to the front. */
  public void selectPanel(String id) {
    dock.select(id);
  }

  /** Whether a panel of the dock can be seen. */
  public boolean isPanelShown(String id) {
    return dockOpen && dock.isInFront(id);
  }

  private int dockWidth() {
    return dock.getWidth();
  }

  private void dragDock(int pixels) {
    onDockWidth.accept(pixels / (double) Metrics.scale());
  }

  private void arrange() {
    strip.setVisible(!projector);
    status.setVisible(!projector);
    caption.setVisible(projector);
    edge.setVisible(dockOpen);
    dock.setVisible(dockOpen);
    long width = Math.round(dockWidth);
    // The dock gives way before the stage gets too narrow to be of use.
    middleLayout.setComponentConstraints(
        dock,
        "growy, hmin 0, shrinkprio 200, width %d:%d:%d".formatted(NARROWEST_DOCK, width, width));
    middle.revalidate();
    revalidate();
    repaint();
  }

  /** Calls the listener when there is no more room for the dock, or again. */
  public void onNarrow(Consumer<Boolean> listener) {
    onNarrow = listener;
  }

  @Override
  public void setBounds(int x, int y, int width, int height) {
    super.setBounds(x, y, width, height);
    boolean now = width > 0 && width < Metrics.px(NARROW);
    if (now != narrow) {
      narrow = now;
      onNarrow.accept(now);
    }
  }

  /**
   * Calls the listener on the event thread, once, after the panel was painted for the first time.
   */
  public void onFirstPaint(Runnable listener) {
    onFirstPaint = listener;
  }

  @Override
  public void paint(Graphics g) {
    super.paint(g);
    Runnable listener = onFirstPaint;
    if (listener != null) {
      onFirstPaint = null;
      Edt.later(listener);
    }
  }
}
