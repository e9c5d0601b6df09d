package org.inferscope.tab.gpt2.whatif;

import java.util.List;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import org.inferscope.model.gpt2.whatif.Part;
import org.inferscope.text.Texts;

/** What can be done with a part of the plan. Event thread. */
final class PartMenu {
  private PartMenu() {}

  static JPopupMenu of(WhatIfPresenter presenter, WhatIfWords words, Part part) {
    JPopupMenu menu = new JPopupMenu();
    String name = words.name(part);
    boolean away = presenter.wanted().has(part);
    add(
        menu,
        away ? Texts.get("whatif.menu.back", name) : Texts.get("whatif.menu.away", name),
        () -> presenter.toggle(List.of(part)),
        true);
    add(menu, Texts.get("whatif.menu.only", name), () -> presenter.only(part), true);
    menu.addSeparator();
    boolean known = presenter.canExplain(part);
    add(menu, Texts.get("whatif.menu.explain"), () -> presenter.explain(part), known);
    if (part instanceof Part.Head head) {
      add(
          menu,
          Texts.get("whatif.menu.select"),
          () -> presenter.desk().selectHead(head.layer(), head.head()),
          true);
    }
    if (part instanceof Part.Token token) {
      add(
          menu,
          Texts.get("whatif.menu.follow"),
          () -> presenter.desk().selectToken(token.position()),
          true);
    }
    return menu;
  }

  private static void add(JPopupMenu menu, String text, Runnable work, boolean applies) {
    JMenuItem item = new JMenuItem(text);
    item.addActionListener(event -> work.run());
    item.setEnabled(applies);
    menu.add(item);
  }
}
