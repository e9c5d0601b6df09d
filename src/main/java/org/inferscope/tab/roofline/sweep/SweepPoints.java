package org.inferscope.tab.roofline.sweep;

import java.util.Optional;
import org.inferscope.io.bench.KeptResult;
import org.inferscope.io.bench.KeptRun;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.hardware.Roof;
import org.inferscope.model.roofline.MatmulShape;
import org.inferscope.model.roofline.MeasuredPoint;
import org.inferscope.model.roofline.Point;
import org.inferscope.model.roofline.explain.PointExplainer;
import org.inferscope.model.roofline.explain.PointFigure;
import org.inferscope.model.roofline.explain.PointRef;
import org.inferscope.model.roofline.explain.SpeedUpExplainer;
import org.inferscope.model.roofline.explain.SpeedUpRef;
import org.inferscope.text.Texts;

/** The figures of the shown run, and how they are explained. Confined to the presenter's thread. */
final class SweepPoints {
  private final SweepPresenter presenter;

  SweepPoints(SweepPresenter presenter) {
    this.presenter = presenter;
  }

  /** The point that a result makes; empty where there are no times. */
  Optional<Point> point(KeptResult result) {
    return result.point().map(measured -> point(measured, roof(result)));
  }

  private static Point point(MeasuredPoint measured, Optional<Roof> roof) {
    return new Point(
        Texts.get(
            "rooflinesweep.point.name",
            measured.implName(),
            SizeList.label(measured.result().size())),
        measured.shape(),
        MeasuredPoint.FORMATS,
        roof,
        Optional.of(measured.result().timing()));
  }

  /** The roof of this machine's processor, for what ran on it. */
  private Optional<Roof> roof(KeptResult result) {
    return presenter
        .desk()
        .machine()
        .filter(
            roof ->
                presenter.run().filter(run -> run.machine().equals(result.device())).isPresent());
  }

  /** Whether any result can be held against a roof. */
  boolean haveRoof() {
    return presenter.run().stream()
        .flatMap(run -> run.results().stream())
        .anyMatch(result -> roof(result).isPresent());
  }

  /** How a result compares with the other run; empty where either was not measured. */
  Optional<SpeedUpRef> speedUp(KeptResult result) {
    Optional<KeptRun> other = presenter.compared();
    Optional<Point> then =
        other
            .flatMap(run -> run.of(result.impl(), result.size()))
            .flatMap(KeptResult::point)
            .map(measured -> point(measured, Optional.empty()));
    return point(result)
        .flatMap(
            now ->
                then.map(
                    before -> new SpeedUpRef(now, before, RunWords.title(other.orElseThrow()))));
  }

  /** Shows in the inspector how a figure of a result came to be. */
  void explain(KeptResult result, PointFigure figure) {
    point(result)
        .ifPresent(
            point -> presenter.desk().explain(new PointExplainer(), new PointRef(point, figure)));
  }

  /** Shows in the inspector how a result compares with the other run. */
  void explainSpeedUp(KeptResult result) {
    speedUp(result).ifPresent(ref -> explain(ref));
  }

  private void explain(ValueRef ref) {
    presenter.desk().explain(new SpeedUpExplainer(), ref);
  }

  /** The product's sizes, for the other tabs. */
  static MatmulShape shape(KeptResult result) {
    return MatmulShape.of(result.size().m(), result.size().k(), result.size().n());
  }
}
