package org.inferscope.app.window;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.CardLayout;
import java.awt.Component;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.ButtonGroup;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JToggleButton;
import javax.swing.JViewport;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import org.inferscope.tab.SidePanel;
import org.jspecify.annotations.Nullable;

/** The panels beside the stage, one in front, chosen by the tabs on top of them. */
final class Dock extends Card {
  private static final String ON_CARD =
      "track: $Inferscope.card; hoverTrackColor: $Inferscope.card";

  private final JPanel strip = new JPanel(new MigLayout("insets 0, gap 0", "", "[34!,fill]"));
  private final CardLayout cards = new CardLayout();
  private final JPanel content = new JPanel(cards);
  private final Map<String, JToggleButton> buttons = new LinkedHashMap<>();
  private final Map<String, SidePanel> panels = new HashMap<>();
  private final Map<SidePanel, JComponent> made = new HashMap<>();
  private final List<Runnable> listeners = new ArrayList<>();
  private @Nullable String front;

  /** An empty dock. */
  Dock() {
    super(new MigLayout("insets 0 1 8 1, gap 0, wrap, fill", "[grow,fill]", "[]0[grow,fill]"));
    JPanel head = new JPanel(new MigLayout("insets 2 8 0 8, gap 0, fill", "[grow,fill]"));
    head.setOpaque(false);
    strip.setOpaque(false);
    content.setOpaque(false);
    head.add(strip, "wmin 0");
    add(head, "growx");
    add(content, "grow, wmin 0, hmin 0");
    setName("dock");
  }

  /** Shows these panels; the one that was in front stays there if it is among them. */
  void show(List<SidePanel> toShow) {
    strip.removeAll();
    buttons.clear();
    content.removeAll();
    panels.clear();
    ButtonGroup group = new ButtonGroup();
    for (SidePanel panel : toShow) {
      JToggleButton button = button(panel);
      group.add(button);
      buttons.put(panel.id(), button);
      strip.add(button, "wmin 24");
      panels.put(panel.id(), panel);
    }
    boolean stays = front != null && buttons.containsKey(front);
    select(stays && front != null ? front : toShow.get(0).id());
    revalidate();
    repaint();
  }

  private static JComponent make(SidePanel panel) {
    JComponent component = panel.maker().get();
    seeThrough(component);
    return component;
  }

  /** Brings panels that are not in the window now to the new look. */
  void followLook() {
    for (JComponent component : made.values()) {
      if (!content.isAncestorOf(component)) {
        SwingUtilities.updateComponentTreeUI(component);
      }
    }
  }

  /** Panels lie on the dock's card, so what only holds other components must not cover it. */
  private static void seeThrough(Component component) {
    boolean holds =
        component instanceof JPanel
            || component instanceof JScrollPane
            || component instanceof JViewport;
    if (holds && component instanceof JComponent holder) {
      holder.setOpaque(false);
      if (component instanceof JScrollPane scroll) {
        scroll.getVerticalScrollBar().putClientProperty(FlatClientProperties.STYLE, ON_CARD);
      }
      for (Component inside : holder.getComponents()) {
        seeThrough(inside);
      }
    }
  }

  private JToggleButton button(SidePanel panel) {
    JToggleButton button = new JToggleButton(panel.title());
    button.setRequestFocusEnabled(false);
    button.setName("dock." + panel.id());
    button.setToolTipText(panel.title());
    button.putClientProperty(
        FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TAB);
    button.putClientProperty(
        FlatClientProperties.STYLE,
        "tab.underlineHeight: 2; margin: 4,4,4,4; minimumWidth: 24;"
            + "tab.selectedBackground: null; tab.hoverBackground: $TabbedPane.hoverColor");
    button.addActionListener(event -> select(panel.id()));
    return button;
  }

  /** Brings a panel to the front. */
  void select(String id) {
    JToggleButton button = buttons.get(id);
    SidePanel panel = panels.get(id);
    if (button != null && panel != null) {
      front = id;
      content.add(made.computeIfAbsent(panel, Dock::make), id);
      button.setSelected(true);
      cards.show(content, id);
      listeners.forEach(Runnable::run);
    }
  }

  /** Whether this panel is the one in front. */
  boolean isInFront(String id) {
    return id.equals(front);
  }

  /** Calls the listener after each change of the panel in front. */
  void onChange(Runnable listener) {
    listeners.add(listener);
  }
}
