package org.inferscope.tab.linear;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.inferscope.model.linear.LinearGeometry;
import org.inferscope.model.linear.LinearLayer;
import org.inferscope.tensor.Matrix;
import org.inferscope.text.Texts;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what the geometry is painted from. Keeps the layer's geometry and the layout as
 * long as nothing they depend on changes. Event thread.
 */
final class GeometrySceneBuilder {
  private final LinearPresenter presenter;
  private final PlaneScales scales = new PlaneScales();
  private @Nullable LinearLayer layer;
  private @Nullable Matrix fittedTo;
  private @Nullable LinearGeometry geometry;
  private @Nullable PlaneLayout layout;

  GeometrySceneBuilder(LinearPresenter presenter) {
    this.presenter = presenter;
  }

  PlaneScales scales() {
    return scales;
  }

  /**
   * The scene as it is now, for a layer that has a geometry.
   *
   * @param light what the person points at
   */
  GeometryScene build(int width, int height, Camera camera, GeometryScene.Light light) {
    PlaneLayout place = layout(width, height);
    MapMoment moment = MapMoment.at(geometry(), presenter.playback().progress());
    String refusal = Reach.refusal(presenter);
    Plane before = new Plane(place.before(), scales.before());
    Plane after = new Plane(place.after(), scales.after());
    GeometryScene.Words words =
        new GeometryScene.Words(
            Texts.get("linear.geometry.before"),
            Texts.get("linear.geometry.after"),
            Texts.get("linear.geometry.after.short"),
            refusal.isEmpty() ? note(moment) : "",
            moment.geometry().story(),
            refusal);
    boolean shown = refusal.isEmpty();
    List<Arrow> arrows =
        shown
            ? new ArrowWriter(presenter, moment, camera, before, after, place.spec().unit()).write()
            : List.of();
    List<TipLabel> labels = new ArrayList<>(labels(place, before, false, arrows));
    labels.addAll(labels(place, after, true, arrows));
    return new GeometryScene(
        place,
        camera,
        moment,
        before,
        after,
        List.copyOf(arrows),
        List.copyOf(labels),
        shown
            ? dots(moment, camera, before, after)
            : new GeometryScene.Dots(new double[0], new double[0]),
        words,
        light);
  }

  /** Lets the ranges follow the numbers in force. */
  void fit() {
    if (presenter.hasGeometry() && Reach.refusal(presenter).isEmpty()) {
      Reach reach = Reach.of(presenter, geometry());
      scales.fit(reach.before(), reach.after());
    }
    fittedTo = presenter.x();
  }

  /** Whether the numbers have changed since the last fit. */
  boolean isStale() {
    return fittedTo == null
        || layer == null
        || !fittedTo.equals(presenter.x())
        || !layer.equals(presenter.layer());
  }

  private LinearGeometry geometry() {
    LinearGeometry current = geometry;
    if (current == null || layer == null || !layer.equals(presenter.layer())) {
      layer = presenter.layer();
      current = LinearGeometry.of(presenter.layer());
      geometry = current;
    }
    return current;
  }

  private PlaneLayout layout(int width, int height) {
    PlaneLayout.Spec spec =
        new PlaneLayout.Spec(
            width,
            height,
            presenter.layer().inputs(),
            !Metrics.isProjector(),
            Metrics.scale(),
            Fonts.smallest());
    PlaneLayout current = layout;
    if (current == null || !current.spec().equals(spec)) {
      current = PlaneLayout.of(spec);
      layout = current;
    }
    return current;
  }

  private static List<TipLabel> labels(
      PlaneLayout place, Plane plane, boolean after, List<Arrow> arrows) {
    List<Arrow> here = arrows.stream().filter(arrow -> arrow.after() == after).toList();
    List<Arrow> byWeight = new ArrayList<>(here);
    byWeight.sort(Comparator.comparing(Arrow::weight).reversed());
    return LabelPlacer.place(plane.box(), place.type(), place.spec().unit(), byWeight);
  }

  /** What has become of the plane, and whether it is drawn at another scale than before. */
  private String note(MapMoment moment) {
    List<String> notes = new ArrayList<>();
    collapse(moment).ifPresent(notes::add);
    if (scales.before() != scales.after()) {
      notes.add(Texts.get("linear.geometry.rescaled"));
    }
    return String.join(" · ", notes);
  }

  private static Optional<String> collapse(MapMoment moment) {
    int n = moment.dimensions();
    int rank = moment.geometry().rank();
    if (!moment.isTurned() || rank == n) {
      return Optional.empty();
    }
    String what =
        n == 2 ? Texts.get("linear.geometry.thePlane") : Texts.get("linear.geometry.space");
    return Optional.of(
        switch (rank) {
          case 0 -> Texts.get("linear.geometry.collapses.point", what);
          case 1 -> Texts.get("linear.geometry.collapses.line", what);
          default -> Texts.get("linear.geometry.collapses.plane", what);
        });
  }

  private GeometryScene.Dots dots(MapMoment moment, Camera camera, Plane before, Plane after) {
    Matrix x = presenter.x();
    double[] here = new double[2 * (x.rows() - 1)];
    double[] there = new double[here.length];
    int at = 0;
    for (int row = 0; row < x.rows(); row++) {
      if (row != presenter.row()) {
        double[] point = Reach.row(x, row);
        put(before.place(camera.seen(point)), here, at);
        put(after.place(camera.seen(moment.image(point))), there, at);
        at += 2;
      }
    }
    return new GeometryScene.Dots(here, there);
  }

  /** What is not finite lies out of sight. */
  private static void put(double[] place, double[] into, int at) {
    boolean finite = Double.isFinite(place[0]) && Double.isFinite(place[1]);
    into[at] = finite ? place[0] : -1e6;
    into[at + 1] = finite ? place[1] : -1e6;
  }
}
