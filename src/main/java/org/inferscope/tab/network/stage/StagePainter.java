package org.inferscope.tab.network.stage;

import java.awt.Graphics2D;
import org.inferscope.model.network.Ablations;
import org.inferscope.tab.network.desk.Flow;
import org.inferscope.text.Texts;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.LinePainter;
import org.inferscope.ui.paint.Tone;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;

/**
 * Paints the stage from a scene. What does not change with the numbers, the weights above all, is
 * kept as a picture. Use one for one component. Event thread.
 */
final class StagePainter {
  private static final double RADIUS = 6;
  private static final double SWATCH = 10;

  private final Brush brush = new Brush();
  private final EdgePainter edges = new EdgePainter(brush);
  private final UnitPainter units = new UnitPainter(brush);
  private final PadPainter pads = new PadPainter(brush);
  private final TitlePainter titles = new TitlePainter(brush);
  private final PulsePainter pulses = new PulsePainter(brush);
  private final HandPainter hands = new HandPainter(brush);
  private final LinePainter lines = new LinePainter(brush);

  void paint(Graphics2D g, Scene scene, Hand hand) {
    StageSpec spec = scene.layout().spec();
    double scale = g.getTransform().getScaleX();
    boolean fades = scene.light().pointed() && scene.trace().isPresent();
    brush.take(g);
    brush.fill(new Box(0, 0, spec.width(), spec.height()), Palette.background(), 0);
    edges.paint(scene, fades, scale);
    brush.within(scene.layout().ground(), () -> columns(scene, scale));
    pulses.paint(scene);
    if (fades && scene.light().target() instanceof Ablations.Link link) {
      pulses.product(scene, link);
    }
    around(scene);
    hands.paint(scene.layout(), hand);
    brush.release();
  }

  private void columns(Scene scene, double scale) {
    StageLayout layout = scene.layout();
    for (Column column : layout.inSight()) {
      double radius = Math.min(layout.spec().px(RADIUS), column.frame().w() * 0.2);
      brush.cell(column.frame(), Palette.card(), Palette.cardBorder(), radius, layout.spec().px(1));
      if (column.kind() == Column.Kind.PAD) {
        pads.paint(scene, column);
      } else {
        units.paint(scene, column, scale);
      }
      atWork(scene, column);
    }
    focus(scene);
  }

  /** The block that the running step belongs to is framed. */
  private void atWork(Scene scene, Column column) {
    StageSpec spec = scene.layout().spec();
    if (scene.play().running() && scene.play().column() == column.index()) {
      double radius = Math.min(spec.px(RADIUS), column.frame().w() * 0.2);
      brush.outline(column.frame(), Palette.accent(), radius, spec.px(2));
    }
  }

  private void focus(Scene scene) {
    if (!scene.light().pointed() && !scene.light().keyboard()) {
      return;
    }
    StageLayout layout = scene.layout();
    if (scene.light().target() instanceof Ablations.Unit unit
        && unit.column() < layout.columns().size()
        && unit.i() < layout.column(unit.column()).units()) {
      Column column = layout.column(unit.column());
      if (column.kind() == Column.Kind.PAD) {
        pads.focus(scene, column, unit.i());
      } else {
        units.focus(scene, column, unit);
      }
    }
  }

  /** What stands around the columns. */
  private void around(Scene scene) {
    StageLayout layout = scene.layout();
    for (Column column : layout.columns()) {
      if (layout.isTitled(column)) {
        titles.title(scene, column);
        titles.counters(scene, column);
      }
    }
    if (layout.spec().sampled()) {
      titles.notes(scene);
    }
    if (scene.words().notice().isEmpty()) {
      legend(scene);
    } else {
      notice(scene);
    }
    lines.paint(scene.words().line());
    lines.sentence(scene.words().sentence(), layout.sentence(), layout.spec().unit(), Tone.PLAIN);
  }

  /** What the colours and the length of bars mean. */
  private void legend(Scene scene) {
    StageSpec spec = scene.layout().spec();
    Box box = scene.layout().legend();
    String above = Texts.get("networkstage.legend.above");
    String below = Texts.get("networkstage.legend.below");
    double x = swatch(box.x(), box, Role.ROW, above, spec);
    x = swatch(x, box, Role.COLUMN, below, spec);
    String axis = axis(scene);
    if (!axis.isEmpty() && brush.width(axis, spec.type()) < box.right() - x) {
      brush.trailing(axis, box, spec.type(), Palette.muted());
    }
  }

  private double swatch(double x, Box box, Role role, String text, StageSpec spec) {
    double side = spec.px(SWATCH);
    brush.fill(new Box(x, box.centerY() - side / 2, side, side), role.fill(), spec.px(2));
    double start = x + side + spec.px(5);
    double width = brush.width(text, spec.type());
    brush.leading(text, new Box(start, box.y(), width + 2, box.h()), spec.type(), Palette.muted());
    return start + width + spec.px(16);
  }

  private static String axis(Scene scene) {
    if (scene.numbers().isEmpty()) {
      return "";
    }
    double limit = scene.numbers().get(0).limit();
    boolean shared = scene.numbers().stream().allMatch(numbers -> numbers.limit() == limit);
    return shared
        ? Texts.get("networkstage.legend.shared", ShortNumbers.rounded(limit, Flow.TICKS))
        : Texts.get("networkstage.legend.own");
  }

  private void notice(Scene scene) {
    StageSpec spec = scene.layout().spec();
    Box box = scene.layout().legend();
    boolean bad = scene.words().bad();
    brush.fill(box, bad ? Palette.errorSoft() : Palette.accentSoft(), spec.px(5));
    brush.leading(
        scene.words().notice(),
        box.grown(-spec.px(8)).union(new Box(box.x() + spec.px(8), box.y(), 1, box.h())),
        spec.type(),
        bad ? Palette.error() : Palette.text());
  }
}
