package org.inferscope.tab.roofline.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.inferscope.compute.bench.MatmulResult.Measured;
import org.inferscope.compute.bench.Timing;
import org.inferscope.io.bench.KeptResult;
import org.inferscope.io.bench.KeptRun;
import org.inferscope.model.roofline.explain.PointFigure;
import org.inferscope.text.Texts;
import org.inferscope.ui.chart.ChartAxis;
import org.inferscope.ui.chart.ChartAxis.Scale;
import org.inferscope.ui.chart.ChartPoint;
import org.inferscope.ui.chart.ChartSeries;
import org.inferscope.ui.chart.LineChart;

/**
 * The notebook's two charts: time and GFLOP/s over the size, a line for each implementation, an
 * earlier run dashed behind. Event thread.
 */
final class SweepCharts {
  private static final int HEIGHT = 230;

  private final SweepPresenter presenter;
  private final SweepPoints points;
  private final SeriesLooks looks;
  private final LineChart time =
      new LineChart("roofline.sweep.time", Texts.get("rooflinesweep.chart.time"), HEIGHT);
  private final LineChart rate =
      new LineChart("roofline.sweep.rate", Texts.get("rooflinesweep.chart.rate"), HEIGHT);

  /** What each point of each series is, those of the earlier run first. */
  private List<List<KeptResult>> drawn = List.of();

  private int earlier;
  private boolean log;

  SweepCharts(SweepPresenter presenter, SweepPoints points, SweepMenu menu, SeriesLooks looks) {
    this.presenter = presenter;
    this.points = points;
    this.looks = looks;
    prepare(time, menu, PointFigure.MEDIAN);
    prepare(rate, menu, PointFigure.RATE);
  }

  private void prepare(LineChart chart, SweepMenu menu, PointFigure figure) {
    chart.nameBeside();
    chart.onPick((series, point) -> pick(drawn.get(series).get(point), figure));
    chart.onMenu(
        (series, point, at) -> {
          // Of an earlier run nothing can be measured again.
          if (series >= earlier) {
            menu.show(drawn.get(series).get(point), chart, at);
          }
        });
  }

  private void pick(KeptResult result, PointFigure figure) {
    presenter.select(result);
    points.explain(result, figure);
  }

  /** Spreads GFLOP/s by powers of ten, or evenly as the notebook does; shows with the next run. */
  void setLog(boolean on) {
    log = on;
  }

  LineChart time() {
    return time;
  }

  LineChart rate() {
    return rate;
  }

  /** Takes a run over, and another one behind it; {@link #showTime} and {@link #showRate} draw. */
  void follow(KeptRun run, Optional<KeptRun> compared) {
    List<List<KeptResult>> lines =
        new ArrayList<>(compared.map(SweepCharts::lines).orElse(List.of()));
    earlier = lines.size();
    lines.addAll(lines(run));
    drawn = lines;
  }

  /** Shows the times of what has been taken over. */
  void showTime() {
    time.update(
        series(this::timePoint),
        ChartAxis.of(axisTitle(), Scale.POWERS_OF_TWO),
        ChartAxis.of(Texts.get("rooflinesweep.axis.time"), Scale.POWERS_OF_TEN));
  }

  /** Shows the speeds of what has been taken over. */
  void showRate() {
    rate.update(
        series(this::ratePoint),
        ChartAxis.of(axisTitle(), Scale.POWERS_OF_TWO),
        ChartAxis.of(
            Texts.get("rooflinesweep.axis.rate"), log ? Scale.POWERS_OF_TEN : Scale.LINEAR));
    light();
  }

  private String axisTitle() {
    return drawn.stream().flatMap(List::stream).map(KeptResult::size).allMatch(SizeList::isSquare)
        ? Texts.get("rooflinesweep.axis.square")
        : Texts.get("rooflinesweep.axis.mixed");
  }

  /**
   * Measured results by implementation, each line from the smallest product to the largest.
   * Products that are not square make a line of their own: what they reach depends on more than
   * their size.
   */
  private static List<List<KeptResult>> lines(KeptRun run) {
    Map<String, List<KeptResult>> lines = new LinkedHashMap<>();
    for (KeptResult result : run.results()) {
      if (result.point().isPresent()) {
        String line = SizeList.isSquare(result.size()) + result.impl();
        lines.computeIfAbsent(line, key -> new ArrayList<>()).add(result);
      }
    }
    lines
        .values()
        .forEach(line -> line.sort(Comparator.comparingDouble(each -> each.size().flops())));
    return List.copyOf(lines.values());
  }

  private List<ChartSeries> series(Function<KeptResult, ChartPoint> point) {
    List<ChartSeries> all = new ArrayList<>();
    for (int s = 0; s < drawn.size(); s++) {
      ChartSeries line = series(s, point);
      all.add(s < earlier ? line.inTheBack() : line);
    }
    return all;
  }

  /** Square products joined; the others as marks, named only where they stand alone. */
  private ChartSeries series(int s, Function<KeptResult, ChartPoint> point) {
    KeptResult first = drawn.get(s).get(0);
    List<ChartPoint> at = drawn.get(s).stream().map(point).toList();
    SeriesLooks.Look look = looks.of(first);
    if (SizeList.isSquare(first.size())) {
      return ChartSeries.curve(s < earlier ? "" : first.name(), look.role(), at).with(look.mark());
    }
    boolean alone =
        drawn.subList(earlier, drawn.size()).stream()
            .map(line -> line.get(0))
            .noneMatch(
                other -> other.impl().equals(first.impl()) && SizeList.isSquare(other.size()));
    return ChartSeries.marks(s >= earlier && alone ? first.name() : "", look.role(), at)
        .with(ChartSeries.Mark.DIAMOND);
  }

  private ChartPoint timePoint(KeptResult result) {
    Timing timing = measured(result).timing();
    return new ChartPoint(
        SizeList.side(result.size()),
        timing.medianMs(),
        timing.minMs(),
        timing.maxMs(),
        words(result));
  }

  private ChartPoint ratePoint(KeptResult result) {
    Measured measured = measured(result);
    Timing timing = measured.timing();
    double work = measured.gflops() * timing.medianMs();
    return new ChartPoint(
        SizeList.side(result.size()),
        measured.gflops(),
        work / timing.maxMs(),
        work / timing.minMs(),
        words(result));
  }

  private static Measured measured(KeptResult result) {
    return result.point().orElseThrow().result();
  }

  private static String words(KeptResult result) {
    return SweepTips.of(measured(result), result);
  }

  /** Rings the selected product, where it is in the shown run. */
  private void light() {
    Optional<LineChart.Place> place = presenter.selected().flatMap(this::placeOf);
    time.choose(place);
    rate.choose(place);
  }

  private Optional<LineChart.Place> placeOf(KeptResult result) {
    for (int s = earlier; s < drawn.size(); s++) {
      int point = drawn.get(s).indexOf(result);
      if (point >= 0) {
        return Optional.of(new LineChart.Place(s, point));
      }
    }
    return Optional.empty();
  }
}
