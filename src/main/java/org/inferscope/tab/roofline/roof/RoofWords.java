package org.inferscope.tab.roofline.roof;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.inferscope.model.hardware.Roof;
import org.inferscope.model.hardware.Roof.Bound;
import org.inferscope.model.roofline.MatmulShape;
import org.inferscope.model.roofline.MatmulShape.Right;
import org.inferscope.model.roofline.Point;
import org.inferscope.model.roofline.WhatIf;
import org.inferscope.model.roofline.explain.PointFigure;
import org.inferscope.model.roofline.explain.PointValues;
import org.inferscope.tab.roofline.desk.RooflineState;
import org.inferscope.tab.roofline.roof.RoofPoint.Group;
import org.inferscope.tab.roofline.roof.RoofPresenter.DrawnRoof;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Says in sentences what a point means. Confined to the presenter's thread. */
final class RoofWords {
  private static final double PERCENT = 100;
  private static final double NEARLY_ALL = 99.5;

  private final RoofPresenter presenter;

  RoofWords(RoofPresenter presenter) {
    this.presenter = presenter;
  }

  /** "62.1", as the notebook prints intensities. */
  static String intensity(double intensity) {
    return intensity < 0.1 ? Numbers.cell(intensity) : Numbers.fixed(intensity, 1);
  }

  /** "memory" or "compute"; a dash where no roof decides. */
  static String bound(Point point) {
    return point
        .bound()
        .map(
            bound ->
                bound == Bound.MEMORY
                    ? Texts.get("rooflineroof.bound.memory")
                    : Texts.get("rooflineroof.bound.compute"))
        .orElse(Texts.get("rooflineroof.none"));
  }

  /** "[8, 4,096] × [4,096, 4,096], FP16". */
  static String shape(Point point) {
    MatmulShape shape = point.shape();
    String product =
        Texts.get(
            "rooflineroof.shape",
            count(shape.m()),
            count(shape.k()),
            count(shape.n()),
            point.formats().label());
    return shape.groups() == 1
        ? product
        : Texts.get("rooflineroof.groups", count(shape.groups()), product);
  }

  private static String count(double size) {
    return size == Math.rint(size) ? Numbers.count((long) size) : Numbers.cell(size);
  }

  /** What a person reads under the pointer: name, sizes, and the sentence. */
  String tip(RoofPoint point) {
    return Texts.get(
        "rooflineroof.tip", point.point().name(), shape(point.point()), sentence(point));
  }

  /** What the point's place under the roof means. */
  String sentence(RoofPoint point) {
    Point of = point.point();
    String intensity = intensity(of.intensity());
    if (point.group() == Group.MEASURED) {
      return measured(of, intensity);
    }
    if (of.roof().isEmpty()) {
      return Texts.get("rooflineroof.sentence.noRoof", intensity, missing());
    }
    Roof roof = of.roof().get();
    return of.intensity() < roof.ridge()
        ? Texts.get("rooflineroof.sentence.memory", intensity, who(), share(of.waiting().orElse(0)))
        : Texts.get(
            "rooflineroof.sentence.compute",
            intensity,
            who(),
            share(roof.ridge() / of.intensity()));
  }

  private String measured(Point point, String intensity) {
    String rate = PointValues.text(point, PointFigure.RATE);
    if (point.shareOfRoof().isEmpty()) {
      return Texts.get("rooflineroof.sentence.unmeasured", intensity, rate);
    }
    double share = point.shareOfRoof().getAsDouble();
    String percent = PointValues.text(point, PointFigure.SHARE);
    return share <= 1
        ? Texts.get("rooflineroof.sentence.measured", intensity, rate, percent)
        : Texts.get("rooflineroof.sentence.above", intensity, rate, percent);
  }

  /** Why there is no roof: which device lacks which format. */
  String missing() {
    List<String> devices = presenter.desk().state().devices();
    if (devices.isEmpty()) {
      return Texts.get("rooflineroof.missing.none");
    }
    String id = devices.get(0);
    if (id.equals(RooflineState.THIS_MACHINE)) {
      return presenter.machine().ceilings().isEmpty()
          ? Texts.get("rooflineroof.missing.unmeasured")
          : Texts.get("rooflineroof.missing.fp32", format());
    }
    return Texts.get("rooflineroof.missing.peak", presenter.nameOf(id), format());
  }

  private String format() {
    return presenter.formats().compute().label();
  }

  /** Who waits: all packaged devices are GPUs. */
  private String who() {
    String id = presenter.desk().state().devices().get(0);
    if (id.equals(RooflineState.THIS_MACHINE)) {
      return Texts.get("rooflineroof.who.processor");
    }
    return presenter.shelf().isOwn(id)
        ? Texts.get("rooflineroof.who.device")
        : Texts.get("rooflineroof.who.gpu");
  }

  /** "99": never 100 for what is not quite all. */
  private static String share(double share) {
    double percent = PERCENT * share;
    boolean nearly = percent >= NEARLY_ALL && percent < PERCENT;
    return nearly ? Numbers.fixed(Math.min(percent, 99.9), 1) : Numbers.fixed(percent, 0);
  }

  /** What it would take for the point to be held up by arithmetic only. */
  String whatIf(RoofPoint point) {
    Point of = point.point();
    if (of.roof().isEmpty()) {
      return point.group() == Group.MEASURED ? "" : missing();
    }
    Roof roof = of.roof().get();
    String on = named(roof);
    String format = of.formats().compute().label();
    Optional<String> needed = needed(point, roof);
    if (needed.isEmpty()) {
      return Texts.get(
          "rooflineroof.whatIf.never",
          on,
          format,
          intensity(of.shape().intensityLimit(of.formats())),
          intensity(roof.ridge()));
    }
    if (of.bound().filter(bound -> bound == Bound.COMPUTE).isPresent()) {
      return Texts.get("rooflineroof.whatIf.is", on, format, needed.get());
    }
    return isLayer(point)
        ? Texts.get("rooflineroof.whatIf.layer", on, format, needed.get())
        : Texts.get("rooflineroof.whatIf.product", on, format, needed.get());
  }

  /** A roof's name inside a sentence. */
  private static String named(Roof roof) {
    return roof.name().equals(Texts.get("rooflinemodel.thisMachine"))
        ? Texts.get("rooflineroof.thisMachine")
        : roof.name();
  }

  private static boolean isLayer(RoofPoint point) {
    return point.group() != Group.MEASURED && point.point().shape().right() == Right.WEIGHTS;
  }

  /** "batch ≥ 169", in the letters that the point's rows have. */
  private Optional<String> needed(RoofPoint point, Roof roof) {
    OptionalLong rows =
        WhatIf.rowsToBeComputeBound(point.point().shape(), point.point().formats(), roof.ridge());
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Texts.get(
                "rooflineroof.whatIf.atLeast", letters(point), Numbers.count(rows.getAsLong())));
  }

  private String letters(RoofPoint point) {
    if (!isLayer(point)) {
      return Texts.get("rooflineroof.whatIf.m");
    }
    boolean many = point.group() == Group.LAYER && presenter.desk().state().work().newTokens() > 1;
    return many ? Texts.get("rooflineroof.whatIf.tokens") : Texts.get("rooflineroof.whatIf.batch");
  }

  /** The same on the other devices that are drawn: "H100 SXM: batch ≥ 346"; empty for none. */
  String elsewhere(RoofPoint point) {
    if (point.group() == Group.MEASURED) {
      return "";
    }
    return presenter.roofs().stream()
        .skip(point.point().roof().isPresent() ? 1 : 0)
        .map(roof -> elsewhere(point, roof))
        .collect(Collectors.joining(" · "));
  }

  private String elsewhere(RoofPoint point, DrawnRoof drawn) {
    return Texts.get(
        "rooflineroof.whatIf.elsewhere",
        drawn.roof().name(),
        needed(point, drawn.roof()).orElse(Texts.get("rooflineroof.whatIf.notAtAll")));
  }
}
