package org.inferscope.tab.roofline.sweep;

import java.util.Optional;
import org.inferscope.compute.bench.MatmulResult.Measured;
import org.inferscope.compute.bench.Timing;
import org.inferscope.io.bench.KeptResult;
import org.inferscope.model.roofline.explain.PointFigure;
import org.inferscope.model.roofline.explain.PointValues;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** The columns of the table of results. */
enum SweepColumn {
  /** The product. */
  SIZE,
  /** What computed it. */
  IMPL,
  /** The median in ms. */
  MEDIAN,
  /** The fastest run in ms. */
  MIN,
  /** The slowest run in ms. */
  MAX,
  /** GFLOP/s, from the median. */
  RATE,
  /** How many runs were timed. */
  RUNS,
  /** Percent of what is attainable on this machine. */
  SHARE,
  /** How many times as fast as in the other run. */
  SPEED_UP;

  /** Its head, with the unit. */
  String title() {
    return switch (this) {
      case SIZE -> Texts.get("rooflinesweep.column.size");
      case IMPL -> Texts.get("rooflinesweep.column.impl");
      case MEDIAN -> Texts.get("rooflinesweep.column.median");
      case MIN -> Texts.get("rooflinesweep.column.min");
      case MAX -> Texts.get("rooflinesweep.column.max");
      case RATE -> Texts.get("rooflinesweep.column.rate");
      case RUNS -> Texts.get("rooflinesweep.column.runs");
      case SHARE -> Texts.get("rooflinesweep.column.share");
      case SPEED_UP -> Texts.get("rooflinesweep.column.speedUp");
    };
  }

  /** The widest that is usual in it, to measure its width by. */
  String widest() {
    return switch (this) {
      case SIZE -> "8192×8192×819";
      case IMPL -> "OpenBLAS 0.3.31 xx";
      case MEDIAN, MIN, MAX -> "0.008888";
      case RATE -> "8,888.8";
      case RUNS -> "7 (limit)";
      case SHARE -> "100.0";
      case SPEED_UP -> "10.00×";
    };
  }

  /** Whether a cell of it opens in the inspector. */
  boolean isFigure() {
    return this != SIZE && this != IMPL;
  }

  /** What a result shows in it; a dash where there is nothing. */
  String text(KeptResult result, SweepPoints points) {
    return switch (this) {
      case SIZE -> SizeList.label(result.size());
      case IMPL -> result.name();
      case SPEED_UP ->
          points
              .speedUp(result)
              .map(ref -> Texts.get("rooflinesweep.times", Numbers.fixed(ref.value(), 2)))
              .orElse(Texts.get("rooflinesweep.none"));
      case SHARE -> share(result, points);
      default -> measured(result).map(this::figure).orElse(Texts.get("rooflinesweep.none"));
    };
  }

  private String figure(Measured measured) {
    Timing timing = measured.timing();
    return switch (this) {
      case MEDIAN -> Numbers.significant(timing.medianMs());
      case MIN -> Numbers.significant(timing.minMs());
      case MAX -> Numbers.significant(timing.maxMs());
      case RATE -> Numbers.significant(measured.gflops());
      default -> runs(timing);
    };
  }

  private static String runs(Timing timing) {
    String runs = Numbers.count(timing.reps());
    return timing.complete() ? runs : Texts.get("rooflinesweep.runs.short", runs);
  }

  private static String share(KeptResult result, SweepPoints points) {
    return points
        .point(result)
        .map(point -> PointValues.value(point, PointFigure.SHARE))
        .filter(share -> share.isPresent())
        .map(share -> Numbers.fixed(share.getAsDouble(), 1))
        .orElse(Texts.get("rooflinesweep.none"));
  }

  private static Optional<Measured> measured(KeptResult result) {
    return result.result() instanceof Measured measured ? Optional.of(measured) : Optional.empty();
  }

  /** Opens a result's figure in the inspector; size and implementation have none. */
  void explain(KeptResult result, SweepPoints points) {
    switch (this) {
      case SIZE, IMPL -> {}
      case MEDIAN, MIN, MAX, RUNS -> points.explain(result, PointFigure.MEDIAN);
      case RATE -> points.explain(result, PointFigure.RATE);
      case SHARE -> points.explain(result, PointFigure.SHARE);
      case SPEED_UP -> points.explainSpeedUp(result);
    }
  }
}
