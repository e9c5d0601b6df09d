package org.inferscope.ui.grid;

import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import org.inferscope.tensor.MatrixFormat;
import org.inferscope.text.Texts;

/** The menu of a matrix: explain, edit, copy in several formats, paste, clear. */
final class GridMenu {
  private GridMenu() {}

  static JPopupMenu of(MatrixEditor editor) {
    JPopupMenu menu = new JPopupMenu(editor.title());
    menu.setName("gridMenu");
    item(menu, "explain", Texts.get("grid.menu.explain"), editor::open);
    if (editor.isEditable()) {
      item(menu, "edit", Texts.get("grid.menu.edit"), () -> editor.beginEdit(null));
    }
    menu.addSeparator();
    copyItem(menu, editor, MatrixFormat.TSV, Texts.get("grid.menu.copyTsv"));
    copyItem(menu, editor, MatrixFormat.CSV, Texts.get("grid.menu.copyCsv"));
    copyItem(menu, editor, MatrixFormat.NUMPY, Texts.get("grid.menu.copyNumpy"));
    copyItem(menu, editor, MatrixFormat.MATLAB, Texts.get("grid.menu.copyMatlab"));
    if (editor.isEditable()) {
      menu.addSeparator();
      item(menu, "paste", Texts.get("grid.menu.paste"), editor::paste);
      item(menu, "clear", Texts.get("grid.menu.clear"), editor.exchange()::clear);
    }
    return menu;
  }

  private static void copyItem(
      JPopupMenu menu, MatrixEditor editor, MatrixFormat format, String text) {
    item(menu, "copy." + format, text, () -> editor.copyAs(format));
  }

  private static void item(JPopupMenu menu, String name, String text, Runnable work) {
    JMenuItem item = new JMenuItem(text);
    item.setName(menu.getName() + "." + name);
    item.addActionListener(event -> work.run());
    menu.add(item);
  }
}
