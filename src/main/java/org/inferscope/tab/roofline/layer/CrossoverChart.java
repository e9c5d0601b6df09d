package org.inferscope.tab.roofline.layer;

import java.awt.BorderLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.swing.JPanel;
import org.inferscope.model.roofline.transformer.LayerTotals;
import org.inferscope.model.roofline.transformer.TransformerSpec;
import org.inferscope.model.roofline.transformer.Workload;
import org.inferscope.model.roofline.transformer.explain.TransformerFigure;
import org.inferscope.model.roofline.transformer.explain.TransformerRef.Total;
import org.inferscope.model.roofline.transformer.explain.TransformerSnapshot.When;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.chart.ChartAxis;
import org.inferscope.ui.chart.ChartAxis.Scale;
import org.inferscope.ui.chart.ChartContent;
import org.inferscope.ui.chart.ChartLabel;
import org.inferscope.ui.chart.ChartLabel.Side;
import org.inferscope.ui.chart.ChartPoint;
import org.inferscope.ui.chart.ChartSeries;
import org.inferscope.ui.chart.ChartSeries.Line;
import org.inferscope.ui.chart.ChartSeries.Mark;
import org.inferscope.ui.chart.ChartSpot;
import org.inferscope.ui.chart.LineChart;
import org.inferscope.ui.theme.Role;

/**
 * Operations for each new token over the context, of attention and of the feed-forward block: where
 * they cross, and where the work is. Event thread.
 */
final class CrossoverChart extends JPanel {
  private static final int SHORTEST = 1 << 8;
  private static final int LONGEST = 1 << 18;
  private static final int HEIGHT = 130;

  /** The series whose points can be picked, as they lie in {@link #content}. */
  private static final List<TransformerFigure> PICKED =
      List.of(
          TransformerFigure.ATTENTION_FLOPS,
          TransformerFigure.FFN_FLOPS,
          TransformerFigure.CROSSOVER);

  private static final int FIRST_PICKED = 3;

  private final LineChart chart =
      new LineChart("roofline.layer.crossover", Texts.get("rooflinelayer.crossover"), HEIGHT);

  CrossoverChart(LayerPresenter presenter) {
    super(new BorderLayout());
    setOpaque(false);
    add(chart);
    chart.onPick(
        (series, point) ->
            presenter.explain(new Total(PICKED.get(series - FIRST_PICKED), When.NOW)));
  }

  void show(LayerScene scene) {
    chart.update(content(scene.snapshot().spec(), scene.snapshot().work()));
  }

  private static ChartContent content(TransformerSpec spec, Workload work) {
    OptionalDouble crossing = at(spec).crossover();
    double longest = Math.max(LONGEST, 2 * Integer.highestOneBit((int) crossing.orElse(1)));
    double now = Math.max(SHORTEST, Math.min(longest, work.context()));
    double ffn = ffn(spec);
    double attention = attention(spec, work.context());
    double least = Math.min(ffn, attention(spec, SHORTEST));
    double most = Math.max(ffn, attention(spec, longest));
    List<ChartSeries> series = new ArrayList<>();
    series.add(ChartSeries.line("", Role.PLUM, List.of(spot(SHORTEST, ffn), spot(longest, ffn))));
    series.add(ChartSeries.line("", Role.ROW, curve(spec, longest)));
    series.add(
        ChartSeries.line("", Role.BLUE, List.of(spot(now, least), spot(now, most)))
            .with(Line.DASHED));
    series.add(marks(Role.ROW, now, attention, words(true, attention, work)));
    series.add(marks(Role.PLUM, now, ffn, words(false, ffn, work)));
    List<ChartLabel> labels = new ArrayList<>();
    crossing.ifPresent(
        tokens -> {
          String text = Texts.get("rooflinelayer.crossover.mark", Numbers.cell(Math.rint(tokens)));
          series.add(
              marks(Role.RESULT, tokens, ffn, Texts.get("rooflinelayer.crossover.tip", text))
                  .with(Mark.DIAMOND));
          labels.add(label(text, Optional.empty(), tokens, ffn, Side.OVER));
        });
    labels.add(
        label(
            Texts.get("rooflinelayer.ffn"),
            Optional.of(Role.PLUM),
            SHORTEST,
            ffn,
            Side.START_OVER));
    labels.add(
        label(
            Texts.get("rooflinelayer.attention"),
            Optional.of(Role.ROW),
            longest,
            most,
            Side.END_BELOW));
    return new ChartContent(
        series,
        List.of(),
        List.of(),
        labels,
        ChartAxis.of(Texts.get("rooflinelayer.axis.context"), Scale.POWERS_OF_TWO)
            .between(SHORTEST, longest),
        ChartAxis.of(Texts.get("rooflinelayer.axis.flops"), Scale.POWERS_OF_TEN)
            .between(least / 2, most * 2)
            .withPrefixes());
  }

  private static String words(boolean isAttention, double flops, Workload work) {
    String text = Numbers.si(flops, Texts.get("rooflinelayer.flops"));
    String context = Numbers.count((long) work.context());
    return isAttention
        ? Texts.get("rooflinelayer.attention.tip", text, context)
        : Texts.get("rooflinelayer.ffn.tip", text, context);
  }

  private static ChartLabel label(String text, Optional<Role> role, double x, double y, Side side) {
    return new ChartLabel(text, role, new ChartSpot(x, y), side);
  }

  private static ChartSeries marks(Role role, double x, double y, String words) {
    return ChartSeries.marks("", role, List.of(new ChartPoint(x, y, words)));
  }

  private static List<ChartPoint> curve(TransformerSpec spec, double longest) {
    List<ChartPoint> points = new ArrayList<>();
    for (double context = SHORTEST; context < longest; context *= Math.sqrt(2)) {
      points.add(spot(context, attention(spec, context)));
    }
    points.add(spot(longest, attention(spec, longest)));
    return points;
  }

  private static ChartPoint spot(double x, double y) {
    return new ChartPoint(x, y, "");
  }

  private static LayerTotals at(TransformerSpec spec) {
    return new LayerTotals(spec, new Workload(Workload.Phase.DECODE, 1, 1, 0));
  }

  private static double ffn(TransformerSpec spec) {
    return at(spec).ffnFlops();
  }

  /** That of one token; it grows by 4·D for each token of the context. */
  private static double attention(TransformerSpec spec, double context) {
    return at(spec).attentionFlops() + 4.0 * spec.hidden() * (context - 1);
  }
}
