package org.inferscope.tab.network.stage;

import java.util.Optional;
import javax.swing.ButtonGroup;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.JRadioButtonMenuItem;
import org.inferscope.model.network.Ablations;
import org.inferscope.model.network.Activation;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.tab.network.desk.NetworkPresenter;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** The menu of a column, and of a unit or a weight on it. Event thread. */
final class StageMenu {
  private final NetworkPresenter presenter;
  private final NetworkStage stage;

  StageMenu(NetworkPresenter presenter, NetworkStage stage) {
    this.presenter = presenter;
    this.stage = stage;
  }

  /**
   * The menu at a place.
   *
   * @param column the column there, or −1
   * @param target the unit or weight there, if any
   */
  JPopupMenu of(int column, Optional<Ablations.Target> target) {
    JPopupMenu menu = new JPopupMenu();
    menu.setName("network.stage.menu");
    target.ifPresent(each -> addTarget(menu, each));
    if (column >= 0 && column <= presenter.state().plan().depth()) {
      if (target.isPresent()) {
        menu.addSeparator();
      }
      addColumn(menu, column);
    }
    return menu;
  }

  private void addTarget(JPopupMenu menu, Ablations.Target target) {
    boolean off =
        presenter.state().off().units().contains(target)
            || presenter.state().off().links().contains(target);
    boolean unit = target instanceof Ablations.Unit;
    String text;
    if (off) {
      text = unit ? Texts.get("networkstage.menu.unitOn") : Texts.get("networkstage.menu.weightOn");
    } else {
      text =
          unit ? Texts.get("networkstage.menu.unitOff") : Texts.get("networkstage.menu.weightOff");
    }
    item(menu, "off", text, () -> presenter.toggle(target));
    item(menu, "explain", Texts.get("networkstage.menu.explain"), () -> stage.open(target));
  }

  private void addColumn(JPopupMenu menu, int column) {
    int l = column - 1;
    item(menu, "width", Texts.get("networkstage.menu.width"), () -> stage.typeWidth(column));
    item(menu, "insert", Texts.get("networkstage.menu.insert"), () -> presenter.insertAfter(l));
    if (l < 0) {
      return;
    }
    item(menu, "duplicate", Texts.get("networkstage.menu.duplicate"), () -> presenter.duplicate(l));
    JMenuItem remove =
        item(menu, "remove", Texts.get("networkstage.menu.remove"), () -> presenter.remove(l));
    remove.setEnabled(presenter.state().plan().depth() > 1);
    menu.add(activations(l));
  }

  private JMenu activations(int l) {
    NetworkPlan plan = presenter.state().plan();
    JMenu menu = new JMenu(Texts.get("networkstage.menu.activation", Numbers.count(l + 1L)));
    menu.setName("network.stage.menu.activation");
    ButtonGroup group = new ButtonGroup();
    for (Activation activation : Activation.values()) {
      boolean now = plan.layers().get(l).activation() == activation;
      JRadioButtonMenuItem item = new JRadioButtonMenuItem(activation.title(), now);
      item.setName("network.stage.menu." + activation);
      item.setToolTipText(activation.meaning());
      item.addActionListener(event -> presenter.setActivation(l, activation));
      group.add(item);
      menu.add(item);
    }
    return menu;
  }

  private static JMenuItem item(JPopupMenu menu, String name, String text, Runnable work) {
    JMenuItem item = new JMenuItem(text);
    item.setName("network.stage.menu." + name);
    item.addActionListener(event -> work.run());
    menu.add(item);
    return item;
  }
}
