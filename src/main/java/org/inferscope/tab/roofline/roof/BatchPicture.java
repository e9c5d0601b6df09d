package org.inferscope.tab.roofline.roof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inferscope.model.roofline.Formats;
import org.inferscope.model.roofline.MatmulShape;
import org.inferscope.model.roofline.Point;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.chart.ChartArea;
import org.inferscope.ui.chart.ChartAxis;
import org.inferscope.ui.chart.ChartAxis.Scale;
import org.inferscope.ui.chart.ChartContent;
import org.inferscope.ui.chart.ChartLabel;
import org.inferscope.ui.chart.ChartPoint;
import org.inferscope.ui.chart.ChartSeries;
import org.inferscope.ui.chart.ChartSpot;
import org.inferscope.ui.theme.Role;

/**
 * Intensity by the batch as a chart's content, as the notebook draws it: batches 1 to 128, further
 * in powers of two where the dragged point is beyond. Stateless.
 */
final class BatchPicture {
  /** The notebook's largest batch. */
  private static final int NOTEBOOK = 128;

  private static final int SAMPLES = 40;
  private static final double HEADROOM = 1.12;

  private BatchPicture() {}

  /** What is drawn for the dragged point. */
  static ChartContent content(RoofPoint walk, RoofWords words) {
    Point point = walk.point();
    int last = last((int) point.shape().m());
    List<ChartSpot> curve = curve(point.shape(), point.formats(), last);
    double highest = curve.get(curve.size() - 1).y();
    List<ChartSeries> series = new ArrayList<>();
    List<ChartArea> areas = new ArrayList<>();
    List<ChartLabel> labels = new ArrayList<>();
    series.add(ChartSeries.line("", Role.COLUMN, points(curve)));
    labels.add(
        new ChartLabel(
            RoofWords.intensity(point.intensity()),
            Optional.of(Role.RESULT),
            new ChartSpot(point.shape().m(), point.intensity()),
            ChartLabel.Side.BESIDE));
    if (point.roof().isPresent()) {
      double ridge = point.roof().get().ridge();
      highest = Math.max(highest, ridge);
      series.add(
          ChartSeries.line(
                  "",
                  Role.ROW,
                  points(List.of(new ChartSpot(1, ridge), new ChartSpot(last, ridge))))
              .with(ChartSeries.Line.DASHED));
      areas.addAll(areas(curve, ridge));
      labels.add(
          new ChartLabel(
              Texts.get("rooflineroof.batch.ridge", Numbers.cell(Math.rint(ridge * 10) / 10)),
              Optional.of(Role.ROW),
              new ChartSpot(last, ridge),
              ChartLabel.Side.END_OVER));
    }
    series.add(
        ChartSeries.marks(
            "",
            Role.RESULT,
            List.of(new ChartPoint(point.shape().m(), point.intensity(), words.tip(walk)))));
    return new ChartContent(
        series,
        areas,
        List.of(),
        labels,
        ChartAxis.of(Texts.get("rooflineroof.axis.batch"), Scale.LINEAR).between(1, last),
        ChartAxis.of(Texts.get("rooflineroof.axis.intensity"), Scale.LINEAR)
            .between(0, highest * HEADROOM));
  }

  /** The end of the axis: the notebook's, or the next power of two from the batch on. */
  private static int last(int batch) {
    int power = Integer.highestOneBit(batch);
    return Math.max(NOTEBOOK, power == batch ? power : 2 * power);
  }

  private static List<ChartSpot> curve(MatmulShape shape, Formats formats, int last) {
    List<ChartSpot> curve = new ArrayList<>();
    int samples = Math.min(SAMPLES, last);
    for (int s = 0; s < samples; s++) {
      double batch = 1 + (double) s * (last - 1) / (samples - 1);
      curve.add(new ChartSpot(batch, shape.withRows(batch).intensity(formats)));
    }
    return curve;
  }

  private static List<ChartPoint> points(List<ChartSpot> spots) {
    return spots.stream().map(spot -> new ChartPoint(spot.x(), spot.y(), "")).toList();
  }

  /** Between the curve and the ridge: coral while it is below, teal once it is above. */
  private static List<ChartArea> areas(List<ChartSpot> curve, double ridge) {
    List<ChartArea> areas = new ArrayList<>();
    List<ChartSpot> below = new ArrayList<>();
    List<ChartSpot> above = new ArrayList<>();
    for (ChartSpot spot : curve) {
      if (spot.y() >= ridge && above.isEmpty() && !below.isEmpty()) {
        ChartSpot meet = meet(below.get(below.size() - 1), spot, ridge);
        below.add(meet);
        above.add(meet);
      }
      (spot.y() < ridge ? below : above).add(spot);
    }
    addArea(areas, Role.ROW, below, ridge);
    addArea(areas, Role.COLUMN, above, ridge);
    return areas;
  }

  /** Where the line between two spots reaches a height. */
  private static ChartSpot meet(ChartSpot from, ChartSpot to, double height) {
    double t = (height - from.y()) / (to.y() - from.y());
    return new ChartSpot(from.x() + t * (to.x() - from.x()), height);
  }

  private static void addArea(List<ChartArea> to, Role role, List<ChartSpot> along, double ridge) {
    if (along.size() > 1) {
      List<ChartSpot> corners = new ArrayList<>(along);
      corners.add(new ChartSpot(along.get(along.size() - 1).x(), ridge));
      corners.add(new ChartSpot(along.get(0).x(), ridge));
      to.add(new ChartArea(role, corners));
    }
  }
}
