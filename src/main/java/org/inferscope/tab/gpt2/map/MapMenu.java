package org.inferscope.tab.gpt2.map;

import java.util.Optional;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import org.inferscope.model.gpt2.Operation;
import org.inferscope.model.gpt2.walk.CostRef;
import org.inferscope.model.gpt2.walk.PassCosts;
import org.inferscope.model.gpt2.walk.WalkStep;
import org.inferscope.text.Texts;
import org.inferscope.ui.navigate.Intent;

/** What can be done with a node of the path, or a product of the table. Event thread. */
final class MapMenu {
  private MapMenu() {}

  /** The menu of a node. */
  static JPopupMenu of(MapPresenter presenter, PathNode node) {
    return node.step()
        .map(step -> of(presenter, step))
        .orElseGet(() -> ofBlock(presenter, node.layer()));
  }

  /** The menu of a step. */
  static JPopupMenu of(MapPresenter presenter, WalkStep step) {
    JPopupMenu menu = menu();
    Operation operation = step.operation();
    boolean product = PassCosts.PRODUCTS.contains(operation);
    menu.add(item(Texts.get("gpt2map.menu.goTo"), true, () -> presenter.goTo(step)));
    if (product) {
      menu.add(
          item(
              Texts.get("gpt2map.menu.explain"),
              true,
              () -> presenter.explainCost(new CostRef.Flops(operation))));
      Optional<Intent> intent = presenter.product(operation);
      menu.add(
          item(
              Texts.get("gpt2map.menu.product"),
              presenter.canOpen(intent),
              () -> presenter.open(intent)));
    }
    menu.add(whole(presenter));
    return menu;
  }

  private static JPopupMenu ofBlock(MapPresenter presenter, int layer) {
    JPopupMenu menu = menu();
    menu.add(item(Texts.get("gpt2map.menu.goTo"), true, () -> presenter.goTo(layer)));
    menu.add(whole(presenter));
    return menu;
  }

  private static JPopupMenu menu() {
    JPopupMenu menu = new JPopupMenu();
    menu.setName("gpt2.map.menu");
    return menu;
  }

  private static JMenuItem whole(MapPresenter presenter) {
    Optional<Intent> intent = presenter.transformer();
    return item(
        Texts.get("gpt2map.roofline"), presenter.canOpen(intent), () -> presenter.open(intent));
  }

  private static JMenuItem item(String name, boolean enabled, Runnable work) {
    JMenuItem item = new JMenuItem(name);
    item.setEnabled(enabled);
    item.addActionListener(event -> work.run());
    return item;
  }
}
