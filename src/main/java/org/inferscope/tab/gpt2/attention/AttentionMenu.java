package org.inferscope.tab.gpt2.attention;

import java.util.Optional;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import org.inferscope.model.gpt2.explain.Gpt2Ref;
import org.inferscope.tab.gpt2.attention.MapPainter.Cell;
import org.inferscope.text.Texts;

/** What can be done with a weight. Event thread. */
final class AttentionMenu {
  private AttentionMenu() {}

  static JPopupMenu of(AttentionDesk desk, AttentionScene scene, Cell cell) {
    JPopupMenu menu = new JPopupMenu();
    menu.setName("gpt2.attention.menu");
    Optional<Gpt2Ref.Pair> score = scene.score(cell.query(), cell.key());
    menu.add(
        item(
            Texts.get("attention.menu.weight"),
            true,
            () -> desk.explain(scene.weight(cell.query(), cell.key()))));
    menu.add(
        item(
            scene.isMean() || score.isPresent()
                ? Texts.get("attention.menu.score")
                : Texts.get("attention.menu.noScore"),
            score.isPresent(),
            () -> score.ifPresent(desk::explain)));
    menu.addSeparator();
    menu.add(
        item(
            Texts.get("attention.menu.follow", scene.word(cell.query())),
            true,
            () -> desk.follow(cell.query())));
    if (cell.key() != cell.query()) {
      menu.add(
          item(
              Texts.get("attention.menu.follow", scene.word(cell.key())),
              true,
              () -> desk.follow(cell.key())));
    }
    return menu;
  }

  private static JMenuItem item(String name, boolean enabled, Runnable work) {
    JMenuItem item = new JMenuItem(name);
    item.setEnabled(enabled);
    item.addActionListener(event -> work.run());
    return item;
  }
}
