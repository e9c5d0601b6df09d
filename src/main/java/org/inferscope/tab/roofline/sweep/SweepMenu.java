package org.inferscope.tab.roofline.sweep;

import java.awt.Component;
import java.awt.Point;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import org.inferscope.io.bench.KeptResult;
import org.inferscope.model.roofline.MatmulShape;
import org.inferscope.model.roofline.explain.PointFigure;
import org.inferscope.text.Texts;

/** What can be done with a result, as a menu under the pointer. Event thread. */
final class SweepMenu {
  private final SweepPresenter presenter;
  private final SweepPoints points;

  SweepMenu(SweepPresenter presenter, SweepPoints points) {
    this.presenter = presenter;
    this.points = points;
  }

  /** Selects the result and shows the menu. */
  void show(KeptResult result, Component over, Point at) {
    presenter.select(result);
    of(result).show(over, at.x, at.y);
  }

  JPopupMenu of(KeptResult result) {
    JPopupMenu menu = new JPopupMenu();
    MatmulShape shape = SweepPoints.shape(result);
    add(
        menu,
        Texts.get("rooflinesweep.explain"),
        result.point().isPresent(),
        () -> points.explain(result, PointFigure.RATE));
    menu.addSeparator();
    boolean rerun = presenter.canRerun(result.impl());
    add(
        menu,
        Texts.get("rooflinesweep.rerun"),
        rerun,
        () -> presenter.rerun(result.impl(), result.size()));
    add(
        menu,
        Texts.get("rooflinesweep.rerun.all", result.name()),
        rerun,
        () -> presenter.rerun(result.impl()));
    menu.addSeparator();
    add(
        menu,
        Texts.get("rooflinesweep.openMatmul"),
        presenter.desk().canOpenInMatmul(shape),
        () -> presenter.desk().openInMatmul(shape));
    add(
        menu,
        Texts.get("rooflinesweep.openLinear"),
        presenter.desk().canOpenInLinear(shape),
        () -> presenter.desk().openInLinear(shape));
    return menu;
  }

  private static void add(JPopupMenu menu, String name, boolean applies, Runnable work) {
    JMenuItem item = new JMenuItem(name);
    item.setEnabled(applies);
    item.addActionListener(event -> work.run());
    menu.add(item);
  }
}
