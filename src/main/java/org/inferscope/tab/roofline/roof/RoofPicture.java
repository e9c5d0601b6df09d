package org.inferscope.tab.roofline.roof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * Points under roofs as a chart's content, and which of the chart's points is which of ours: what
 * stays, and the dragged point over it. Made anew for each change; confined to the presenter's
 * thread.
 */
final class RoofPicture {
  private final RoofPresenter presenter;
  private final RoofWords words;
  private final RoofScene scene;
  private final List<ChartSeries> series;
  private final List<List<RoofPoint>> pointsOf;
  private final List<ChartArrow> arrows = new ArrayList<>();
  private final List<ChartLabel> labels = new ArrayList<>();

  RoofPicture(RoofPresenter presenter, RoofWords words, RoofScene scene) {
    this.presenter = presenter;
    this.words = words;
    this.scene = scene;
    series = new ArrayList<>(scene.series());
    pointsOf = new ArrayList<>(scene.pointsOf());
    labelWalk();
    labels.addAll(scene.lines().labels());
    addGhost();
    labels.addAll(scene.names());
    addWalk();
  }

  /** What is drawn. */
  ChartContent content() {
    RoofLines.Extent extent = scene.lines().extent();
    return new ChartContent(
        series,
        scene.lines().areas(),
        arrows,
        labels,
        ChartAxis.of(Texts.get("rooflineroof.axis.intensity"), Scale.POWERS_OF_TEN)
            .between(extent.fromX(), extent.toX()),
        ChartAxis.of(Texts.get("rooflineroof.axis.attainable"), Scale.POWERS_OF_TEN)
            .between(extent.fromY(), extent.toY())
            .withPrefixes());
  }

  /** The point that stands at a place of the chart; empty for a place that is gone. */
  Optional<RoofPoint> at(Place place) {
    return place.series() < pointsOf.size() && place.point() < pointsOf.get(place.series()).size()
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

  private void addWalk() {
    RoofPoint walk = presenter.walk();
    if (walk.height().isPresent()) {
      ChartPoint at =
          new ChartPoint(walk.point().intensity(), walk.height().getAsDouble(), words.tip(walk));
      add(ChartSeries.marks("", Role.RESULT, List.of(at)), List.of(walk));
    }
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
}
