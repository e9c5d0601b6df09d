package org.inferscope.tab.linear;

import java.awt.Color;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.Pen;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;

/** Paints the arrows of one plane, the halos of tips that can be dragged, and the labels. */
final class ArrowPainter {
  private static final double HALO = 20;

  private final Brush brush;
  private final Pen pen;

  ArrowPainter(Brush brush, Pen pen) {
    this.brush = brush;
    this.pen = pen;
  }

  void paint(GeometryScene scene, boolean after) {
    PlaneLayout.Spec spec = scene.layout().spec();
    dots(after ? scene.dots().after() : scene.dots().before(), after, spec);
    if (after) {
      sum(scene, spec);
    }
    for (Arrow arrow : scene.arrows()) {
      if (arrow.after() == after) {
        halo(scene, arrow, spec);
        arrow(arrow, spec);
      }
    }
    for (TipLabel label : scene.labels()) {
      if (label.arrow().after() == after) {
        label(scene, label, spec);
      }
    }
  }

  private void dots(double[] points, boolean after, PlaneLayout.Spec spec) {
    Color ink = after ? Role.RESULT.ink() : Role.BLUE.ink();
    pen.dots(points, spec.px(5), Shades.on(Palette.card(), ink, 0.55));
  }

  /** From b to y: W·x, so that the two are seen to add up. */
  private void sum(GeometryScene scene, PlaneLayout.Spec spec) {
    scene
        .arrow(Tip.BIAS)
        .ifPresent(
            b ->
                scene
                    .arrow(Tip.OUTPUT)
                    .ifPresent(
                        y ->
                            pen.dashed(
                                b.to(), y.to(), Shades.of(Role.BLUE.ink(), 0.9), spec.px(1.6))));
  }

  private void halo(GeometryScene scene, Arrow arrow, PlaneLayout.Spec spec) {
    boolean editable = arrow.tip().filter(Tip::isEditable).isPresent();
    boolean hot = arrow.tip().equals(scene.light().hot()) && arrow.tip().isPresent();
    if (editable || hot) {
      Box box = arrow.around(spec.px(hot ? HALO * 1.25 : HALO));
      brush.fill(box, Shades.of(arrow.role().ink(), hot ? 0.4 : 0.2), box.w() / 2);
    }
    if (arrow.tip().isPresent() && arrow.tip().equals(scene.light().focused())) {
      Box ring = arrow.around(spec.px(HALO * 1.4));
      brush.outline(ring, Palette.accent(), ring.w() / 2, spec.px(2.2));
    }
  }

  private void arrow(Arrow arrow, PlaneLayout.Spec spec) {
    Color ink = arrow.role().ink();
    double length = Math.hypot(arrow.to()[0] - arrow.from()[0], arrow.to()[1] - arrow.from()[1]);
    if (length < spec.px(3)) {
      Box dot = arrow.around(spec.px(8));
      brush.fill(dot, ink, dot.w() / 2);
      return;
    }
    switch (arrow.weight()) {
      case BASIS -> pen.arrow(arrow.from(), arrow.to(), ink, spec.px(2.8));
      case STRONG -> pen.arrow(arrow.from(), arrow.to(), ink, spec.px(3.4));
      case DASHED -> pen.dashedArrow(arrow.from(), arrow.to(), ink, spec.px(2.6));
    }
  }

  private void label(GeometryScene scene, TipLabel label, PlaneLayout.Spec spec) {
    Color ink = label.arrow().role().ink();
    boolean lit = label.arrow().tip().filter(scene.light()::isOn).isPresent();
    brush.fill(label.box(), Shades.of(Palette.card(), 0.86), spec.px(4));
    if (lit) {
      brush.outline(label.box(), ink, spec.px(4), spec.px(1));
    }
    brush.strongNumber(label.text(), label.box(), label.size(), ink);
  }
}
