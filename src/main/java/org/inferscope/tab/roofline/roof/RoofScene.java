package org.inferscope.tab.roofline.roof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.inferscope.compute.bench.Timing;
import org.inferscope.model.hardware.Roof.Bound;
import org.inferscope.model.roofline.Point;
import org.inferscope.model.roofline.explain.PointFigure;
import org.inferscope.model.roofline.explain.PointValues;
import org.inferscope.tab.roofline.roof.RoofPoint.Group;
import org.inferscope.ui.chart.ChartLabel;
import org.inferscope.ui.chart.ChartPoint;
import org.inferscope.ui.chart.ChartSeries;
import org.inferscope.ui.chart.ChartSeries.Mark;
import org.inferscope.ui.chart.ChartSpot;
import org.inferscope.ui.theme.Role;

/**
 * What of the picture stays while the batch is dragged: the roofs, and all points but the dragged
 * one. Confined to the presenter's thread.
 */
final class RoofScene {
  /** More names than this would only be in each other's way. */
  private static final int MOST_NAMES = 14;

  private final RoofWords words;
  private final List<RoofPoint> points;
  private final List<Object> basis;
  private final List<ChartSeries> series = new ArrayList<>();
  private final List<List<RoofPoint>> pointsOf = new ArrayList<>();
  private final List<ChartLabel> names = new ArrayList<>();
  private final RoofLines lines;

  RoofScene(RoofPresenter presenter, RoofWords words) {
    this.words = words;
    points = presenter.others();
    basis = basis(presenter);
    lines = new RoofLines(presenter, extent(presenter.walk().point()));
    lines.series().forEach(line -> add(line, List.of()));
    addPoints(Group.MEASURED, Mark.DIAMOND);
    addPoints(Group.LAYER, Mark.SQUARE);
    addPoints(Group.SCENARIOS, Mark.DISC);
    nameBest();
    namePoints();
  }

  /** Whether it is still what the presenter holds. */
  boolean isCurrent(RoofPresenter presenter) {
    return points == presenter.others() && basis.equals(basis(presenter));
  }

  /** What it depends on beside the points. */
  private static List<Object> basis(RoofPresenter presenter) {
    return List.of(
        presenter.roofs(),
        presenter.desk().state().devices(),
        presenter.desk().machine(),
        presenter.machine().ceilings(),
        presenter.formats(),
        presenter.desk().state().walk().withBatch(1));
  }

  /** Lines, then points. */
  List<ChartSeries> series() {
    return series;
  }

  /** The points of each series. */
  List<List<RoofPoint>> pointsOf() {
    return pointsOf;
  }

  /** The roofs. */
  RoofLines lines() {
    return lines;
  }

  /** The names of points. */
  List<ChartLabel> names() {
    return names;
  }

  private void add(ChartSeries added, List<RoofPoint> points) {
    series.add(added);
    pointsOf.add(points);
  }

  private Stream<RoofPoint> drawn(Group group) {
    return points.stream().filter(point -> point.group() == group && point.height().isPresent());
  }

  /** The range of all that is shown, the whole way of the dragged point included. */
  private RoofLines.Extent extent(Point walk) {
    double[] xs =
        DoubleStream.concat(
                points.stream().mapToDouble(point -> point.point().intensity()),
                DoubleStream.of(
                    walk.shape().withRows(1).intensity(walk.formats()),
                    walk.shape().intensityLimit(walk.formats())))
            .toArray();
    double[] ys =
        points.stream().map(RoofPoint::height).flatMapToDouble(OptionalDouble::stream).toArray();
    return RoofLines.Extent.of(xs, ys);
  }

  /** One series for each side of the ridge, so that the colour says what holds a point up. */
  private void addPoints(Group group, Mark mark) {
    Map<Optional<Bound>, List<RoofPoint>> sides = new HashMap<>();
    drawn(group)
        .forEach(
            point ->
                sides.computeIfAbsent(point.point().bound(), b -> new ArrayList<>()).add(point));
    for (Optional<Bound> side :
        List.of(Optional.<Bound>empty(), Optional.of(Bound.MEMORY), Optional.of(Bound.COMPUTE))) {
      List<RoofPoint> there = sides.getOrDefault(side, List.of());
      if (!there.isEmpty()) {
        add(marks(role(side), there).with(mark), there);
      }
    }
  }

  private static Role role(Optional<Bound> side) {
    return side.map(bound -> bound == Bound.MEMORY ? Role.ROW : Role.COLUMN).orElse(Role.PLUM);
  }

  private ChartSeries marks(Role role, List<RoofPoint> points) {
    return ChartSeries.marks("", role, points.stream().map(this::chartPoint).toList());
  }

  private ChartPoint chartPoint(RoofPoint point) {
    Point of = point.point();
    double y = point.height().orElseThrow();
    if (point.group() != Group.MEASURED) {
      return new ChartPoint(of.intensity(), y, words.tip(point));
    }
    Timing timing = of.timing().orElseThrow();
    return new ChartPoint(
        of.intensity(),
        y,
        y * timing.medianMs() / timing.maxMs(),
        y * timing.medianMs() / timing.minMs(),
        words.tip(point));
  }

  private static ChartSpot spot(RoofPoint point) {
    return new ChartSpot(point.point().intensity(), point.height().orElseThrow());
  }

  private void label(String text, Role role, ChartSpot at) {
    names.add(new ChartLabel(text, Optional.of(role), at, ChartLabel.Side.BESIDE));
  }

  /** How far the best of each size is from the roof, in percent. */
  private void nameBest() {
    Map<Double, RoofPoint> best = new HashMap<>();
    drawn(Group.MEASURED)
        .filter(point -> point.point().shareOfRoof().isPresent())
        .forEach(
            point ->
                best.merge(
                    point.point().intensity(),
                    point,
                    (a, b) -> a.height().getAsDouble() >= b.height().getAsDouble() ? a : b));
    if (best.size() <= MOST_NAMES) {
      best.values().stream()
          .sorted(Comparator.comparingDouble(point -> point.point().intensity()))
          .forEach(
              point ->
                  label(
                      PointValues.text(point.point(), PointFigure.SHARE),
                      role(point.point().bound()),
                      spot(point)));
    }
  }

  private void namePoints() {
    List<RoofPoint> named = Stream.concat(drawn(Group.SCENARIOS), drawn(Group.LAYER)).toList();
    if (named.size() <= MOST_NAMES) {
      named.forEach(point -> label(point.label(), role(point.point().bound()), spot(point)));
    }
  }
}
