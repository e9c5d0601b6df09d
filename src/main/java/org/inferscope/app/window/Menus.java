package org.inferscope.app.window;

import java.awt.Dimension;
import java.awt.Graphics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.swing.ButtonGroup;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JRadioButtonMenuItem;
import javax.swing.event.MenuEvent;
import javax.swing.event.MenuListener;
import org.inferscope.ui.action.ActionRegistry;
import org.inferscope.ui.action.AppAction;

/**
 * The menu bar, made from the registry: a menu a group, filled when it is opened. Items show
 * shortcuts but do not listen for them; {@link ShortcutKeys} does, so that a key does one thing.
 */
final class Menus {
  private final ActionRegistry registry;
  private final JMenuBar bar = new JMenuBar();

  Menus(ActionRegistry registry) {
    this.registry = registry;
    rebuild();
  }

  JMenuBar bar() {
    return bar;
  }

  /** Makes the menus for the groups that the registry has now. */
  void rebuild() {
    bar.removeAll();
    for (String group : registry.groups()) {
      bar.add(menu(group));
    }
    bar.revalidate();
    bar.repaint();
  }

  private JMenu menu(String group) {
    JMenu menu = new JMenu(group);
    menu.addMenuListener(
        new MenuListener() {
          @Override
          public void menuSelected(MenuEvent event) {
            fill(menu, registry.in(group));
          }

          @Override
          public void menuDeselected(MenuEvent event) {}

          @Override
          public void menuCanceled(MenuEvent event) {}
        });
    return menu;
  }

  /** An action without a name, such as a recent file that is not there, has no item. */
  private void fill(JMenu menu, List<AppAction> actions) {
    menu.removeAll();
    registry.refresh();
    Map<String, JMenu> submenus = new HashMap<>();
    Map<String, ButtonGroup> choices = new HashMap<>();
    String section = "";
    for (AppAction action : actions) {
      if (action.name().isEmpty()) {
        continue;
      }
      if (!action.section().equals(section) && menu.getItemCount() > 0) {
        menu.addSeparator();
      }
      section = action.section();
      JMenuItem item = item(action);
      home(menu, action.submenu(), submenus).add(item);
      action
          .choice()
          .ifPresent(c -> choices.computeIfAbsent(c, name -> new ButtonGroup()).add(item));
    }
  }

  private static JMenu home(JMenu menu, String submenu, Map<String, JMenu> submenus) {
    return submenu.isEmpty()
        ? menu
        : submenus.computeIfAbsent(submenu, name -> (JMenu) menu.add(new JMenu(name)));
  }

  private static JMenuItem item(AppAction action) {
    JMenuItem item;
    if (!action.isToggle()) {
      item = new Item(action);
    } else if (action.choice().isPresent()) {
      item = new RadioItem(action);
    } else {
      item = new CheckItem(action);
    }
    item.setIcon(null);
    item.setToolTipText(action.tooltip().isEmpty() ? null : action.tooltip());
    item.setName("menu." + action.id());
    return item;
  }

  /** Items write the shortcut themselves: the toolkit's words for keys are not ours. */
  private static final class Item extends JMenuItem {
    private final transient ShortcutText shortcut;

    Item(AppAction action) {
      super(action);
      shortcut = new ShortcutText(action);
      setAccelerator(null);
    }

    @Override
    public Dimension getPreferredSize() {
      return shortcut.widen(this, super.getPreferredSize());
    }

    @Override
    protected void paintComponent(Graphics g) {
      super.paintComponent(g);
      shortcut.paint(this, g);
    }
  }

  private static final class CheckItem extends JCheckBoxMenuItem {
    private final transient ShortcutText shortcut;

    CheckItem(AppAction action) {
      super(action);
      shortcut = new ShortcutText(action);
      setAccelerator(null);
    }

    @Override
    public Dimension getPreferredSize() {
      return shortcut.widen(this, super.getPreferredSize());
    }

    @Override
    protected void paintComponent(Graphics g) {
      super.paintComponent(g);
      shortcut.paint(this, g);
    }
  }

  private static final class RadioItem extends JRadioButtonMenuItem {
    private final transient ShortcutText shortcut;

    RadioItem(AppAction action) {
      super(action);
      shortcut = new ShortcutText(action);
      setAccelerator(null);
    }

    @Override
    public Dimension getPreferredSize() {
      return shortcut.widen(this, super.getPreferredSize());
    }

    @Override
    protected void paintComponent(Graphics g) {
      super.paintComponent(g);
      shortcut.paint(this, g);
    }
  }
}
