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
import org.inferscope.text.Texts;
import org.inferscope.ui.chart.ChartArrow;
import org.inferscope.ui.chart.ChartAxis;
import org.inferscope.ui.chart.ChartAxis.Scale;
import org.inferscope.ui.chart.ChartContent;
import org.inferscope.ui.chart.ChartLabel;
import org.inferscope.ui.chart.ChartPoint;
import org.inferscope.ui.chart.ChartSeries;
import org.inferscope.ui.chart.ChartSeries.Line;
import org.inferscope.ui.chart.ChartSeries.Mark;
import org.inferscope.ui.chart.ChartSpot;
import org.inferscope.ui.chart.LineChart.Place;
import org.inferscope.ui.theme.Role;

/**
 * Points under roofs as a chart's content, and which of the chart's points is which of ours. Made
 * anew for each change; confined to the presenter's thread.
 */
final class RoofPicture {
  /** More names than this would only be in each other's way. */
  private static final int MOST_NAMES = 14;

  private final RoofPresenter presenter;
  private final RoofWords words;
  private final List<ChartSeries> series = new ArrayList<>();
  private final List<List<RoofPoint>> pointsOf = new ArrayList<>();
  private final List<ChartArrow> arrows = new ArrayList<>();
  private final List<ChartLabel> labels = new ArrayList<>();
  private final RoofLines lines;

  RoofPicture(RoofPresenter presenter, RoofWords words) {
    this.presenter = presenter;
    this.words = words;
    lines = new RoofLines(presenter, extent());
    labelWalk();
    lines.series().forEach(line -> add(line, List.of()));
    labels.addAll(lines.labels());
    addPoints(Group.MEASURED, Mark.DIAMOND);
    addPoints(Group.LAYER, Mark.SQUARE);
    addPoints(Group.SCENARIOS, Mark.DISC);
    addGhost();
    addPoints(Group.WALK, Mark.DISC);
    nameBest();
    namePoints();
  }

  /** What is drawn. */
  ChartContent content() {
    return new ChartContent(
        series,
        lines.areas(),
        arrows,
        labels,
        ChartAxis.of(Texts.get("rooflineroof.axis.intensity"), Scale.POWERS_OF_TEN)
            .between(lines.extent().fromX(), lines.extent().toX()),
        ChartAxis.of(Texts.get("rooflineroof.axis.attainable"), Scale.POWERS_OF_TEN)
            .between(lines.extent().fromY(), lines.extent().toY())
            .withPrefixes());
  }

  /** The point that stands at a place of the chart; empty for a place that is gone. */
  Optional<RoofPoint> at(Place place) {
    return place.series() < pointsOf.size()
            && place.point() < pointsOf.get(place.series()).size()
        ? Optional.of(pointsOf.get(place.series()).get(place.point()))
        : Optional.empty();
  }

  /** Where a point stands in the chart. */
  Optional<Place> placeOf(RoofPoint point) {
    for (int s = 0; s < pointsOf.size(); s++) {
      int at = pointsOf.get(s).indexOf(point);
      if (at >= 0) {
        return Optional.of(new Place(s, at));
      }
    }
    return Optional.empty();
  }

  private void add(ChartSeries added, List<RoofPoint> points) {
    series.add(added);
    pointsOf.add(points);
  }

  private Stream<RoofPoint> drawn(Group group) {
    return presenter.points().stream()
        .filter(point -> point.group() == group && point.height().isPresent());
  }

  /** The range of all that is shown, the whole way of the dragged point included. */
  private RoofLines.Extent extent() {
    List<RoofPoint> points = presenter.points();
    Point walk = presenter.walk().point();
    double[] xs =
        DoubleStream.concat(
                points.stream().mapToDouble(point -> point.point().intensity()),
                DoubleStream.of(
                    walk.shape().withRows(1).intensity(walk.formats()),
                    walk.shape().intensityLimit(walk.formats())))
            .toArray();
    double[] ys =
        points.stream()
            .map(RoofPoint::height)
            .flatMapToDouble(OptionalDouble::stream)
            .toArray();
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
      List<RoofPoint> points = sides.getOrDefault(side, List.of());
      if (!points.isEmpty()) {
        Role role = group == Group.WALK ? Role.RESULT : role(side);
        add(marks(role, points).with(mark), points);
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

  /** Where the dragged point was before its weights took fewer bits, and how it has moved. */
  private void addGhost() {
    RoofPoint walk = presenter.walk();
    presenter
        .ghost()
        .filter(ghost -> ghost.height().isPresent() && walk.height().isPresent())
        .ifPresent(
            ghost -> {
              String was =
                  Texts.get("rooflineroof.ghost", presenter.formats().activations().label());
              ChartPoint at =
                  new ChartPoint(
                      ghost.point().intensity(), ghost.height().getAsDouble(), words.tip(ghost));
              add(
                  new ChartSeries("", Role.RESULT, List.of(at), Line.NONE, Mark.RING),
                  List.of(walk));
              arrows.add(new ChartArrow(Role.RESULT, new ChartSpot(at.x(), at.y()), spot(walk)));
              label(was, Role.RESULT, new ChartSpot(at.x(), at.y()));
            });
  }

  private void labelWalk() {
    RoofPoint walk = presenter.walk();
    if (walk.height().isPresent()) {
      label(
          Texts.get(
              "rooflineroof.label.point",
              walk.label(),
              RoofWords.intensity(walk.point().intensity())),
          Role.RESULT,
          spot(walk));
    }
  }

  private static ChartSpot spot(RoofPoint point) {
    return new ChartSpot(point.point().intensity(), point.height().orElseThrow());
  }

  private void label(String text, Role role, ChartSpot at) {
    labels.add(new ChartLabel(text, Optional.of(role), at, ChartLabel.Side.BESIDE));
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
                    (a, b) ->
                        a.height().getAsDouble() >= b.height().getAsDouble() ? a : b));
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
    List<RoofPoint> named =
        Stream.concat(drawn(Group.SCENARIOS), drawn(Group.LAYER)).toList();
    if (named.size() <= MOST_NAMES) {
      named.forEach(
          point -> label(point.label(), role(point.point().bound()), spot(point)));
    }
  }
}
