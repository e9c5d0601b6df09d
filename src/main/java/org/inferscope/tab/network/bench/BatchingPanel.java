package org.inferscope.tab.network.bench;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import net.miginfocom.swing.MigLayout;
import org.inferscope.compute.bench.MlpDims;
import org.inferscope.model.network.bench.BatchingRef;
import org.inferscope.model.network.bench.BatchingRun;
import org.inferscope.tab.FollowingPanel;
import org.inferscope.tab.SidePanel;
import org.inferscope.tab.network.bench.BatchingPresenter.Notice;
import org.inferscope.tab.network.bench.BatchingPresenter.Subject;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.FigureButton;
import org.inferscope.ui.control.Paragraph;
import org.inferscope.ui.control.Scrolling;
import org.inferscope.ui.control.SegmentedControl;
import org.inferscope.ui.control.SegmentedControl.Segment;
import org.inferscope.ui.control.ToolTips;

/** The side panel "Batching". Event thread. */
public final class BatchingPanel extends FollowingPanel {
  private static final int STEPS = 1000;
  private static final String ERROR = "foreground: $Inferscope.error; margin: 0,0,0,0";
  private static final String QUIET = "foreground: $Inferscope.muted; margin: 0,0,0,0";

  private final BatchingPresenter presenter;
  private final SegmentedControl<Subject> subject;
  private final Paragraph widths = Paragraph.muted("");
  private final JButton start = new JButton(Texts.get("networkbench.start"));
  private final JButton cancel = new JButton(Texts.get("networkbench.cancel"));
  private final JProgressBar bar = new JProgressBar(0, STEPS);
  private final Paragraph step = Paragraph.muted("");
  private final Paragraph notice = new Paragraph("");
  private final FigureButton speedUp;
  private final JLabel faster = new JLabel(Texts.get("networkbench.faster"));
  private final BatchingTable table;
  private final BatchingCharts charts;
  private final Paragraph measured = Paragraph.muted("");
  private final Paragraph why = new Paragraph("");
  private final List<JComponent> results;

  /** A panel that follows the presenter. */
  public BatchingPanel(BatchingPresenter presenter) {
    super("network.batching", presenter::listen);
    this.presenter = presenter;
    subject = subjectControl();
    speedUp =
        new FigureButton(
            "network.batching.speedUp",
            Texts.get("networkbench.explain.speedUp"),
            () -> presenter.explain(new BatchingRef.SpeedUp()));
    table = new BatchingTable(presenter::explain);
    charts = new BatchingCharts(presenter::explain);
    JPanel headline = headline();
    results = List.of(headline, table, measured, charts);
    add(heading(Texts.get("networkbench.title")));
    add(Paragraph.muted(Texts.get("networkbench.about")), "wmin 10");
    add(subject, "growx 0, gaptop 4, wmin 10");
    widths.setName("network.batching.widths");
    add(widths, "wmin 10");
    add(buttons(), "wmin 10, gaptop 2");
    addProgress();
    notice.setName("network.batching.notice");
    add(notice, "wmin 10");
    add(headline, "wmin 10, gaptop 8");
    add(table, "wmin 10");
    measured.setName("network.batching.measured");
    add(measured, "wmin 10");
    why.setName("network.batching.why");
    add(why, "wmin 10, gaptop 6");
    add(charts, "wmin 10, gaptop 8");
    freshen();
  }

  /** The panel for the dock, made when it is first shown. */
  public static SidePanel sidePanel(BatchingPresenter presenter) {
    return new SidePanel(
        "network.batching",
        Texts.get("networkbench.title"),
        () -> Scrolling.vertical(new BatchingPanel(presenter)));
  }

  private SegmentedControl<Subject> subjectControl() {
    SegmentedControl<Subject> control =
        new SegmentedControl<>(
            "network.batching.subject",
            Texts.get("networkbench.subject"),
            List.of(
                new Segment<>(
                    Subject.NOTEBOOK,
                    Texts.get("networkbench.subject.notebook"),
                    Texts.get("networkbench.subject.notebook.tip")),
                new Segment<>(
                    Subject.CANVAS,
                    Texts.get("networkbench.subject.canvas"),
                    Texts.get("networkbench.subject.canvas.tip"))));
    control.onChange(presenter::choose);
    return control;
  }

  private JPanel buttons() {
    JPanel buttons = new JPanel(new MigLayout("insets 0, gap 8, novisualpadding"));
    buttons.setOpaque(false);
    start.setName("network.batching.start");
    start.setToolTipText(Texts.get("networkbench.start.tip"));
    start.addActionListener(event -> presenter.start());
    cancel.setName("network.batching.cancel");
    cancel.setToolTipText(Texts.get("networkbench.cancel.tip"));
    cancel.addActionListener(event -> presenter.cancel());
    buttons.add(start);
    buttons.add(cancel);
    return buttons;
  }

  private void addProgress() {
    bar.setName("network.batching.progress");
    bar.getAccessibleContext().setAccessibleName(Texts.get("networkbench.progress"));
    step.setName("network.batching.step");
    add(bar, "wmin 10, gaptop 4");
    add(step, "wmin 10");
  }

  /** The speed-up in large type. */
  private JPanel headline() {
    JPanel headline =
        new JPanel(new MigLayout("insets 0, gap 4, novisualpadding", "[]4[]", "[baseline]"));
    headline.setOpaque(false);
    speedUp.setLarge();
    faster.setName("network.batching.faster");
    faster.putClientProperty(FlatClientProperties.STYLE_CLASS, "h3");
    headline.add(speedUp);
    headline.add(faster, "wmin 10");
    return headline;
  }

  @Override
  protected void refresh() {
    boolean running = presenter.isRunning();
    subject.setValue(presenter.subject());
    subject.setEnabled(!running);
    MlpDims dims = presenter.dims();
    widths.setText(text(dims));
    start.setEnabled(!running);
    cancel.setEnabled(running);
    bar.setVisible(running);
    step.setVisible(running);
    bar.setIndeterminate(!presenter.progress().isKnown());
    bar.setValue((int) Math.round(presenter.progress().fraction() * STEPS));
    String words = presenter.progress().message();
    step.setText(words.isEmpty() ? Texts.get("networkbench.waiting") : words);
    show(presenter.notice());
    results.forEach(each -> each.setVisible(presenter.run().isPresent()));
    presenter.run().ifPresent(this::show);
    why.setText(why(presenter.run().map(BatchingRun::dims).orElse(dims)));
  }

  private void show(Notice said) {
    notice.setVisible(!said.text().isEmpty());
    notice.putClientProperty(FlatClientProperties.STYLE, said.isError() ? ERROR : QUIET);
    notice.setText(said.text());
  }

  private void show(BatchingRun run) {
    OptionalDouble factor = run.speedUp();
    String words = factor.isPresent() ? times(factor.getAsDouble()) : "";
    speedUp.setVisible(factor.isPresent());
    faster.setVisible(factor.isPresent());
    speedUp.show(words, ToolTips.wrapped(Texts.get("networkbench.faster.tip", words)));
    table.show(run);
    charts.show(run);
    String on = Texts.get("networkbench.measured", text(run.dims()), run.backend(), run.device());
    measured.setText(run.leftOut().isEmpty() ? on : on + " " + Texts.get("networkbench.leftOut"));
  }

  /** "4.6×": two digits are all that a measurement is good for. */
  private static String times(double factor) {
    return Texts.get("networkbench.times", Numbers.fixed(factor, factor < 10 ? 1 : 0));
  }

  private static String text(MlpDims dims) {
    return dims.widths().stream().map(Numbers::count).collect(Collectors.joining(" \u2192 "));
  }

  private static String why(MlpDims dims) {
    return Texts.get(
        "networkbench.why",
        Numbers.bytes(dims.weights() * Float.BYTES),
        Numbers.si(dims.flops(), Texts.get("networkbench.unit.flop")),
        Numbers.count(BatchingRun.INPUTS));
  }
}
