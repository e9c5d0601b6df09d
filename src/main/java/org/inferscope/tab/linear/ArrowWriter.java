package org.inferscope.tab.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inferscope.ui.theme.Role;

/** Puts the arrows of both planes together, with what is to be said at their tips. */
final class ArrowWriter {
  private static final double ROOMY = 420;

  private final LinearPresenter presenter;
  private final MapMoment moment;
  private final Camera camera;
  private final Plane before;
  private final Plane after;
  private final double unit;
  private final int n;

  /**
   * A writer for one picture.
   *
   * @param unit pixels of an unscaled pixel
   */
  ArrowWriter(
      LinearPresenter presenter,
      MapMoment moment,
      Camera camera,
      Plane before,
      Plane after,
      double unit) {
    this.presenter = presenter;
    this.moment = moment;
    this.camera = camera;
    this.before = before;
    this.after = after;
    this.unit = unit;
    n = moment.dimensions();
  }

  /** In the order they are painted: what can be dragged lies on top. */
  List<Arrow> write() {
    List<Arrow> arrows = new ArrayList<>();
    double[] origin = new double[n];
    double[] x = Reach.row(presenter.x(), presenter.row());
    for (int j = 0; j < n; j++) {
      Arrow.Label name = new Arrow.Label(Tip.basis(j), "");
      arrows.add(arrow(Optional.empty(), origin, MapMoment.basis(n, j), Tip.basisRole(j), name));
    }
    arrows.add(tip(Tip.INPUT, origin, x, label(Tip.INPUT.name(), x, before)));
    arrows.add(tip(Tip.OUTPUT, origin, moment.image(x), output(x)));
    if (moment.shifted() > 0) {
      arrows.add(tip(Tip.BIAS, origin, moment.offset(), bias()));
    }
    for (int j = 0; j < n; j++) {
      double[] basis = MapMoment.basis(n, j);
      arrows.add(tip(Tip.column(j), moment.offset(), moment.image(basis), column(j, basis)));
    }
    return arrows;
  }

  /** In space only names where the plane is small: the numbers stand in the map beside it. */
  private Arrow.Label column(int j, double[] basis) {
    if (!moment.isTurned()) {
      return new Arrow.Label(Tip.basis(j), "");
    }
    return n == 3 && after.box().w() < ROOMY * unit
        ? new Arrow.Label(Tip.column(j).name(), "")
        : label(Tip.column(j).name(), moment.vector(basis), after);
  }

  private Arrow.Label bias() {
    boolean zero = moment.geometry().shiftLength() == 0;
    return zero || !moment.isShifted()
        ? new Arrow.Label(Tip.BIAS.name(), "")
        : label(Tip.BIAS.name(), moment.geometry().shift(), after);
  }

  /** On its way it is x, then W·x, and y in the end: then the number in force, in its precision. */
  private Arrow.Label output(double[] x) {
    if (!moment.isTurned()) {
      return new Arrow.Label(Tip.INPUT.name(), "");
    }
    if (moment.shifted() == 0) {
      return label("W·" + Tip.INPUT.name(), moment.vector(x), after);
    }
    return moment.isShifted()
        ? label(Tip.OUTPUT.name(), Reach.row(presenter.y(), presenter.row()), after)
        : new Arrow.Label(Tip.OUTPUT.name(), "");
  }

  private static Arrow.Label label(String name, double[] value, Plane plane) {
    return new Arrow.Label(name, PlaneNumbers.point(value, plane.range()));
  }

  private Arrow tip(Tip tip, double[] from, double[] to, Arrow.Label label) {
    return arrow(Optional.of(tip), from, to, tip.role(), label);
  }

  private Arrow arrow(Optional<Tip> tip, double[] from, double[] to, Role role, Arrow.Label label) {
    boolean second = tip.filter(Tip::isAfter).isPresent();
    Plane plane = second ? after : before;
    return new Arrow(
        tip,
        second,
        plane.place(camera.seen(from)),
        plane.place(camera.seen(to)),
        role,
        tip.map(ArrowWriter::weight).orElse(Arrow.Weight.BASIS),
        label);
  }

  private static Arrow.Weight weight(Tip tip) {
    return switch (tip.kind()) {
      case COLUMN -> Arrow.Weight.BASIS;
      case BIAS -> Arrow.Weight.DASHED;
      case INPUT, OUTPUT -> Arrow.Weight.STRONG;
    };
  }
}
