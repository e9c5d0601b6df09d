package org.inferscope.tab.gpt2.next;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.gpt2.generate.Written;
import org.inferscope.model.gpt2.generate.WritingTimes;
import org.inferscope.model.gpt2.generate.explain.NextRef;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.chart.ChartAxis;
import org.inferscope.ui.chart.ChartPoint;
import org.inferscope.ui.chart.ChartSeries;
import org.inferscope.ui.chart.LineChart;
import org.inferscope.ui.control.FigureButton;
import org.inferscope.ui.theme.Role;

/**
 * What each token took, with the cache and without, over the length of the text; below it the
 * medians and whether both wrote the same. Event thread.
 */
final class TimesPanel extends JPanel {
  private static final int HEIGHT = 90;

  private final NextPresenter presenter;
  private final LineChart chart =
      new LineChart("gpt2.next.times", Texts.get("gpt2next.times.chart"), HEIGHT);
  private final FigureButton with;
  private final FigureButton without;
  private final FigureButton speedup;
  private final JLabel withLabel = new JLabel(Texts.get("gpt2next.times.with"));
  private final JLabel withoutLabel = new JLabel(Texts.get("gpt2next.times.without"));
  private final JLabel words = new JLabel();
  private List<Written> shown = List.of();

  TimesPanel(NextPresenter presenter) {
    super(
        new MigLayout(
            "insets 0, gap 2, fill, novisualpadding, hidemode 3", "[grow,fill]", "[][grow,fill]"));
    this.presenter = presenter;
    setOpaque(false);
    with =
        new FigureButton(
            "gpt2.next.with",
            Texts.get("gpt2next.label.median.cached"),
            () -> presenter.explain(new NextRef.MedianTime(true)));
    without =
        new FigureButton(
            "gpt2.next.without",
            Texts.get("gpt2next.label.median.uncached"),
            () -> presenter.explain(new NextRef.MedianTime(false)));
    speedup =
        new FigureButton(
            "gpt2.next.speedup",
            Texts.get("gpt2next.label.speedup"),
            () -> presenter.explain(new NextRef.Speedup()));
    add(line(), "wrap, wmin 0");
    add(chart, "grow, wmin 0, hmin 60");
    chart.onPick(this::explain);
  }

  private JPanel line() {
    JPanel line =
        new JPanel(new MigLayout("insets 0, gap 4 0, fillx, novisualpadding, hidemode 3"));
    line.setOpaque(false);
    JLabel title = new JLabel(Texts.get("gpt2next.times"));
    title.putClientProperty("FlatLaf.styleClass", "h4");
    withLabel.putClientProperty("FlatLaf.style", "foreground: $Inferscope.blue.ink");
    withoutLabel.putClientProperty("FlatLaf.style", "foreground: $Inferscope.row.ink");
    words.setName("gpt2.next.times.words");
    words.putClientProperty("FlatLaf.style", "foreground: $Inferscope.muted");
    line.add(title, "gapright 4");
    line.add(withLabel);
    line.add(with);
    line.add(withoutLabel);
    line.add(without);
    line.add(speedup);
    line.add(words, "pushx, wmin 0");
    return line;
  }

  private void explain(int series, int point) {
    boolean cached = chart.series().get(series).role() == Role.BLUE;
    int position = (int) chart.series().get(series).points().get(point).x();
    presenter.explain(new NextRef.TokenTime(position, cached));
  }

  /** Shows a change. */
  void refresh() {
    List<Written> steps = presenter.writer().trail().steps();
    if (steps.equals(shown) && !words.getText().isEmpty()) {
      return;
    }
    shown = steps;
    show(withLabel, with, WritingTimes.median(steps, true), Texts.get("gpt2next.times.with.tip"));
    show(
        withoutLabel,
        without,
        WritingTimes.median(steps, false),
        Texts.get("gpt2next.times.without.tip"));
    OptionalDouble ratio = WritingTimes.speedup(steps);
    speedup.setVisible(ratio.isPresent());
    ratio.ifPresent(
        times ->
            speedup.show(
                Texts.get("gpt2next.times.ratio", Numbers.significant(times)),
                Texts.get("gpt2next.speedup.meaning")));
    words.setText(words(steps));
    List<ChartSeries> series = new ArrayList<>();
    add(series, Texts.get("gpt2next.times.series.without"), Role.ROW, points(steps, false));
    add(series, Texts.get("gpt2next.times.series.with"), Role.BLUE, points(steps, true));
    chart.update(
        series,
        ChartAxis.of(Texts.get("gpt2next.times.x"), ChartAxis.Scale.LINEAR)
            .between(from(steps), Math.max(from(steps) + 8, to(steps))),
        ChartAxis.of(Texts.get("gpt2next.times.y"), ChartAxis.Scale.LINEAR));
  }

  private String words(List<Written> steps) {
    String agreement = NextWords.agreement(presenter.writer().trail());
    if (steps.isEmpty()) {
      return Texts.get("gpt2next.times.none");
    }
    return agreement.isEmpty() ? Texts.get("gpt2next.times.one") : agreement;
  }

  private static double from(List<Written> steps) {
    return steps.isEmpty() ? 0 : Math.max(0, steps.get(0).before().size() - 1);
  }

  private static double to(List<Written> steps) {
    return steps.isEmpty() ? 0 : steps.get(steps.size() - 1).before().size();
  }

  private static void add(
      List<ChartSeries> series, String name, Role role, List<ChartPoint> points) {
    if (!points.isEmpty()) {
      series.add(ChartSeries.curve(name, role, points));
    }
  }

  private static List<ChartPoint> points(List<Written> steps, boolean cached) {
    return steps.stream()
        .filter(step -> WritingTimes.of(step, cached).isPresent())
        .map(
            step -> {
              double time = WritingTimes.of(step, cached).getAsDouble();
              int position = step.before().size();
              int read = cached ? step.read() : position;
              return new ChartPoint(
                  position,
                  time,
                  Texts.get(
                      cached ? "gpt2next.times.point.with" : "gpt2next.times.point.without",
                      Numbers.count(position),
                      NextWords.milliseconds(time),
                      Numbers.count(read)));
            })
        .toList();
  }

  private static void show(JLabel label, FigureButton figure, OptionalDouble median, String tip) {
    label.setVisible(median.isPresent());
    figure.setVisible(median.isPresent());
    median.ifPresent(ms -> figure.show(NextWords.milliseconds(ms), tip));
  }
}
