package org.inferscope.tab.roofline;

import java.util.Comparator;
import java.util.Optional;
import org.inferscope.model.hardware.Roof;
import org.inferscope.model.roofline.MeasuredPoint;
import org.inferscope.model.roofline.Point;
import org.inferscope.model.roofline.explain.PointFigure;
import org.inferscope.model.roofline.explain.PointValues;
import org.inferscope.model.roofline.transformer.LayerTotals;
import org.inferscope.model.roofline.transformer.Workload.Phase;
import org.inferscope.tab.roofline.desk.RooflinePresenter;
import org.inferscope.tab.roofline.desk.RooflineState;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Says in one sentence what the audience is looking at. Stateless. */
final class Narrator {
  private static final double PERCENT = 100;

  private Narrator() {}

  static String say(RooflinePresenter presenter) {
    return switch (presenter.state().view()) {
      case BENCHMARK -> benchmark(presenter);
      case LAYER -> layer(presenter.state());
      case ROOFLINE -> roofline(presenter);
    };
  }

  private static String benchmark(RooflinePresenter presenter) {
    Optional<MeasuredPoint> fastest =
        presenter.measured().stream().max(Comparator.comparingDouble(MeasuredPoint::rate));
    return fastest
        .map(
            point ->
                Texts.get(
                    "roofline.caption.fastest",
                    point.implName(),
                    point.result().size().toString().replace("x", "×"),
                    Numbers.si(point.rate(), "FLOP/s")))
        .orElseGet(() -> Texts.get("roofline.caption.benchmark"));
  }

  private static String layer(RooflineState state) {
    LayerTotals totals = new LayerTotals(state.spec(), state.work());
    String tokens = Numbers.count((long) state.work().tokens());
    String flops = Numbers.si(totals.flops(), "FLOPs");
    String share = Numbers.fixed(PERCENT * totals.ffnFlops() / totals.flops(), 1);
    return state.work().phase() == Phase.PREFILL
        ? Texts.get("roofline.caption.prefill", tokens, flops, share)
        : Texts.get("roofline.caption.decode", tokens, flops, share);
  }

  private static String roofline(RooflinePresenter presenter) {
    RooflineState state = presenter.state();
    Optional<Roof> roof = presenter.roof();
    Point point =
        Point.planned(
            Texts.get("roofline.batch", Numbers.count(state.walk().batch())),
            state.walk().shape(),
            state.formats(),
            roof);
    if (roof.isEmpty()) {
      return Texts.get("roofline.caption.roofline");
    }
    String intensity = PointValues.text(point, PointFigure.INTENSITY);
    return point.bound().equals(Optional.of(Roof.Bound.MEMORY))
        ? Texts.get(
            "roofline.caption.memory",
            point.name(),
            intensity,
            roof.get().name(),
            PointValues.text(point, PointFigure.WAITING))
        : Texts.get(
            "roofline.caption.compute",
            point.name(),
            intensity,
            PointValues.text(point, PointFigure.RIDGE),
            roof.get().name());
  }
}
