package org.inferscope.tab.roofline.layer;

import java.awt.Component;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import org.inferscope.model.roofline.MatmulShape;
import org.inferscope.model.roofline.explain.PointFigure;
import org.inferscope.model.roofline.transformer.explain.TransformerRef.Product;
import org.inferscope.tab.roofline.desk.RooflinePresenter;
import org.inferscope.text.Texts;

/** What can be done with a product. Event thread. */
final class LayerMenu {
  private LayerMenu() {}

  /** Shows the menu of a row at a place in a component. */
  static void show(LayerPresenter presenter, LayerRow row, Component over, int x, int y) {
    presenter.select(row.matmul());
    of(presenter, row).show(over, x, y);
  }

  static JPopupMenu of(LayerPresenter presenter, LayerRow row) {
    RooflinePresenter desk = presenter.desk();
    MatmulShape shape = row.point().shape();
    JPopupMenu menu = new JPopupMenu();
    menu.setName("roofline.layer.menu");
    menu.add(
        item(
            Texts.get("rooflinelayer.menu.explain"),
            true,
            () -> presenter.explain(Product.of(row.matmul(), PointFigure.INTENSITY))));
    menu.add(
        item(
            Texts.get("rooflinelayer.menu.matmul"),
            desk.canOpenInMatmul(shape),
            () -> desk.openInMatmul(shape)));
    menu.add(
        item(
            Texts.get("rooflinelayer.menu.linear"),
            desk.canOpenInLinear(shape),
            () -> desk.openInLinear(shape)));
    return menu;
  }

  private static JMenuItem item(String name, boolean enabled, Runnable work) {
    JMenuItem item = new JMenuItem(name);
    item.setEnabled(enabled);
    item.addActionListener(event -> work.run());
    return item;
  }
}
