package org.inferscope.tab.gpt2.lens;

import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import org.inferscope.model.gpt2.Distribution.Scored;
import org.inferscope.model.gpt2.LogitLens;
import org.inferscope.model.gpt2.explain.Gpt2Ref;
import org.inferscope.text.Texts;

/** What can be done with a cell of the table. Event thread. */
final class LensMenu {
  private LensMenu() {}

  static JPopupMenu of(LensPresenter presenter, LensScene scene, int state, int position) {
    JPopupMenu menu = new JPopupMenu();
    menu.setName("gpt2.lens.menu");
    scene
        .lens()
        .cell(state, position)
        .ifPresent(cell -> fill(menu, presenter, scene, cell, state, position));
    menu.add(
        item(
            Texts.get("gpt2lens.menu.token", scene.shown().tokens().word(position)),
            () -> presenter.desk().selectToken(position)));
    return menu;
  }

  private static void fill(
      JPopupMenu menu,
      LensPresenter presenter,
      LensScene scene,
      LogitLens.Cell cell,
      int state,
      int position) {
    int id = cell.top().get(0).id();
    String word = scene.shown().word(id);
    menu.add(
        item(
            Texts.get("gpt2lens.menu.probability", word),
            () -> presenter.desk().explain(new Gpt2Ref.LensProbability(state, position, id))));
    menu.add(
        item(
            Texts.get("gpt2lens.menu.logit", word),
            () -> presenter.desk().explain(new Gpt2Ref.LensLogit(state, position, id))));
    menu.addSeparator();
    for (Scored each : cell.top()) {
      JMenuItem pick =
          item(
              Texts.get(
                  "gpt2lens.menu.pick",
                  scene.shown().word(each.id()),
                  LensWords.percent(each.probability())),
              () -> presenter.pick(each.id()));
      pick.setName("gpt2.lens.pick." + each.id());
      menu.add(pick);
    }
    JMenuItem own = item(Texts.get("gpt2lens.menu.own"), () -> presenter.type(""));
    own.setEnabled(!presenter.desk().state().lens().isOwn());
    menu.add(own);
    menu.addSeparator();
  }

  private static JMenuItem item(String name, Runnable work) {
    JMenuItem item = new JMenuItem(name);
    item.addActionListener(event -> work.run());
    return item;
  }
}
