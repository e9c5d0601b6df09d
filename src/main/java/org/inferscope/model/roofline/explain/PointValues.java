package org.inferscope.model.roofline.explain;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import org.inferscope.model.hardware.Roof;
import org.inferscope.model.roofline.MatmulShape;
import org.inferscope.model.roofline.Point;
import org.inferscope.model.roofline.WhatIf;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** The figures of a point as numbers and as texts. Stateless, any thread. */
public final class PointValues {
  private static final double MILLIS = 1e3;
  private static final double PERCENT = 100;

  private PointValues() {}

  /**
   * A figure in its {@link PointFigure#unit unit}; empty where it needs a roof or a measurement
   * that the point has not, or where no number of rows suffices.
   */
  public static OptionalDouble value(Point point, PointFigure figure) {
    MatmulShape shape = point.shape();
    return switch (figure) {
      case M -> OptionalDouble.of(shape.m());
      case K -> OptionalDouble.of(shape.k());
      case N -> OptionalDouble.of(shape.n());
      case GROUPS -> OptionalDouble.of(shape.groups());
      case RIGHT_BYTES -> OptionalDouble.of(shape.bytesOfRight(point.formats()));
      case ACTIVATION_BYTES -> OptionalDouble.of(point.formats().activations().bytes());
      case FLOPS -> OptionalDouble.of(shape.flops());
      case BYTES -> OptionalDouble.of(shape.bytes(point.formats()));
      case INTENSITY -> OptionalDouble.of(point.intensity());
      case INTENSITY_LIMIT -> OptionalDouble.of(shape.intensityLimit(point.formats()));
      case PEAK -> ofRoof(point, Roof::peak);
      case BANDWIDTH -> ofRoof(point, Roof::bandwidth);
      case RIDGE -> ofRoof(point, Roof::ridge);
      case ATTAINABLE -> point.attainable();
      case COMPUTE_TIME -> ofRoof(point, roof -> MILLIS * shape.flops() / roof.peak());
      case MEMORY_TIME ->
          ofRoof(point, roof -> MILLIS * shape.bytes(point.formats()) / roof.bandwidth());
      case ROOF_TIME -> scaled(point.secondsAtRoof(), MILLIS);
      case WAITING -> scaled(point.waiting(), PERCENT);
      case MEDIAN -> point.timing().stream().mapToDouble(t -> t.medianMs()).findFirst();
      case RATE -> point.rate();
      case SHARE -> scaled(point.shareOfRoof(), PERCENT);
      case ROWS_NEEDED -> rowsNeeded(point);
    };
  }

  private static OptionalDouble ofRoof(Point point, ToDoubleFunction<Roof> figure) {
    return point.roof().stream().mapToDouble(figure).findFirst();
  }

  private static OptionalDouble scaled(OptionalDouble value, double factor) {
    return value.isPresent() ? OptionalDouble.of(value.getAsDouble() * factor) : value;
  }

  private static OptionalDouble rowsNeeded(Point point) {
    if (point.roof().isEmpty()) {
      return OptionalDouble.empty();
    }
    OptionalLong rows =
        WhatIf.rowsToBeComputeBound(point.shape(), point.formats(), point.roof().get().ridge());
    return rows.isPresent() ? OptionalDouble.of((double) rows.getAsLong()) : OptionalDouble.empty();
  }

  /** A figure with its unit, shortened: "33.55 MFLOPs", "62.06 FLOP/byte"; a dash for none. */
  public static String text(Point point, PointFigure figure) {
    OptionalDouble value = value(point, figure);
    return value.isPresent() ? text(figure, value.getAsDouble()) : "–";
  }

  private static String text(PointFigure figure, double x) {
    return switch (figure) {
      case M, K, N, GROUPS, ROWS_NEEDED -> Numbers.count((long) x);
      case RIGHT_BYTES, ACTIVATION_BYTES -> Numbers.cell(x);
      case FLOPS, PEAK, ATTAINABLE, RATE, BANDWIDTH -> Numbers.si(x, figure.unit());
      case BYTES -> Numbers.bytes(x);
      case INTENSITY, INTENSITY_LIMIT, RIDGE, COMPUTE_TIME, MEMORY_TIME, ROOF_TIME, MEDIAN ->
          Numbers.significant(x) + "\u00a0" + figure.unit();
      case WAITING, SHARE -> Texts.get("rooflinemodel.percent", Numbers.fixed(x, 1));
    };
  }
}
