package org.inferscope.tab.gpt2.weights;

import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.ToolTips;

/** What can be done with the selected number. Event thread. */
final class WeightsMenu {
  private WeightsMenu() {}

  static JPopupMenu of(WeightsPresenter presenter, MatrixView view) {
    JPopupMenu menu = new JPopupMenu();
    menu.setName("gpt2.weights.menu");
    menu.add(
        item(
            Texts.get("gpt2weights.menu.explain"),
            "",
            () -> presenter.open(presenter.cell())));
    menu.add(item(Texts.get("gpt2weights.nearest"), "", view::nearest));
    menu.add(item(Texts.get("gpt2weights.fit"), "", view::fit));
    menu.addSeparator();
    String obstacle = presenter.obstacle();
    menu.add(item(Texts.get("gpt2weights.linear"), obstacle, presenter::openInLinear));
    menu.add(item(Texts.get("gpt2weights.matmul"), obstacle, presenter::openInMatmul));
    return menu;
  }

  private static JMenuItem item(String name, String obstacle, Runnable work) {
    JMenuItem item = new JMenuItem(name);
    item.setEnabled(obstacle.isEmpty());
    if (!obstacle.isEmpty()) {
      item.setToolTipText(ToolTips.wrapped(obstacle));
    }
    item.addActionListener(event -> work.run());
    return item;
  }
}
