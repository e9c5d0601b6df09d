package org.inferscope.tab.gpt2.next;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.gpt2.generate.WritingTimes;
import org.inferscope.model.gpt2.generate.Written;
import org.inferscope.model.gpt2.generate.explain.NextRef;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.chart.ChartAxis;
import org.inferscope.ui.chart.ChartPoint;
import org.inferscope.ui.chart.ChartSeries;
import org.inferscope.ui.chart.LineChart;
import org.inferscope.ui.control.FigureButton;
import org.inferscope.ui.control.Paragraph;
import org.inferscope.ui.theme.Role;

/**
 * What each token took, with the cache and without, over the length of the text; below it the
 * medians and whether both wrote the same. Event thread.
 */
final class TimesPanel extends JPanel {
  private static final int HEIGHT = 90;
  private static final int LEAST_LENGTHS = 8;

  private final NextPresenter presenter;
  private final LineChart chart =
      new LineChart("gpt2.next.times", Texts.get("gpt2next.times.chart"), HEIGHT);
  private final FigureButton with;
  private final FigureButton without;
  private final FigureButton speedup;
  private final JLabel withLabel = new JLabel(Texts.get("gpt2next.times.with"));
  private final JLabel withoutLabel = new JLabel(Texts.get("gpt2next.times.without"));
  private final JLabel words = new JLabel();
  private final Paragraph hint = Paragraph.muted(Texts.get("gpt2next.times.none"));
  private int shown = -1;

  TimesPanel(NextPresenter presenter) {
    super(
        new MigLayout("insets 0, gap 2, fill, novisualpadding", "[grow,fill]", "[][][grow,fill]"));
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
    add(line(titled()), "wrap, wmin 0");
    add(line(withLabel, with, withoutLabel, without, speedup), "wrap, wmin 0");
    JPanel body =
        new JPanel(new MigLayout("insets 0, fill, novisualpadding, hidemode 3", "[grow,fill]"));
    body.setOpaque(false);
    body.add(hint, "top, wmin 0");
    body.add(chart, "grow, wmin 0, hmin 60");
    add(body, "grow, wmin 0, hmin 0");
    chart.onPick(this::explain);
  }

  private JComponent[] titled() {
    JLabel title = new JLabel(Texts.get("gpt2next.times"));
    title.putClientProperty("FlatLaf.styleClass", "h4");
    words.setName("gpt2.next.times.words");
    words.putClientProperty("FlatLaf.style", "foreground: $Inferscope.muted");
    withLabel.putClientProperty("FlatLaf.style", "foreground: $Inferscope.blue.ink");
    withoutLabel.putClientProperty("FlatLaf.style", "foreground: $Inferscope.row.ink");
    return new JComponent[] {title, words};
  }

  private static JPanel line(JComponent... parts) {
    JPanel line =
        new JPanel(new MigLayout("insets 0, gap 6 0, novisualpadding, hidemode 3", "", "[center]"));
    line.setOpaque(false);
    for (JComponent part : parts) {
      line.add(part, "wmin 0");
    }
    return line;
  }

  private void explain(int series, int point) {
    boolean cached = chart.series().get(series).role() == Role.BLUE;
    int position = (int) chart.series().get(series).points().get(point).x();
    presenter.explain(new NextRef.TokenTime(position, cached));
  }

  /** Shows a change. */
  void refresh() {
    int version = presenter.writer().trail().version();
    if (version == shown) {
      return;
    }
    shown = version;
    List<Written> steps = presenter.writer().trail().steps();
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
    hint.setVisible(steps.isEmpty());
    chart.setVisible(!steps.isEmpty());
    List<ChartSeries> series = new ArrayList<>();
    add(series, Texts.get("gpt2next.times.series.without"), Role.ROW, points(steps, false));
    add(series, Texts.get("gpt2next.times.series.with"), Role.BLUE, points(steps, true));
    chart.update(
        series,
        lengths((int) from(steps), (int) Math.max(from(steps) + LEAST_LENGTHS, to(steps))),
        ChartAxis.of(Texts.get("gpt2next.times.y"), ChartAxis.Scale.LINEAR));
  }

  /** Whole numbers only: there are no half tokens. */
  private static ChartAxis lengths(int from, int to) {
    List<String> names = IntStream.rangeClosed(0, to).mapToObj(Numbers::count).toList();
    return ChartAxis.named(Texts.get("gpt2next.times.x"), names).between(from, to);
  }

  private String words(List<Written> steps) {
    String agreement = NextWords.agreement(presenter.writer().trail());
    return agreement.isEmpty() && !steps.isEmpty() ? Texts.get("gpt2next.times.one") : agreement;
  }

  private static double from(List<Written> steps) {
    return steps.isEmpty() ? 0 : steps.get(0).before().size();
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
