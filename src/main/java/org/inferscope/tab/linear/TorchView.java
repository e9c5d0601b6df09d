package org.inferscope.tab.linear;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.SwingConstants;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.linear.LinearNames;
import org.inferscope.model.linear.LinearRef;
import org.inferscope.model.linear.TorchComparison;
import org.inferscope.tab.FollowingPanel;
import org.inferscope.tab.PeerRun;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.FigureButton;
import org.inferscope.ui.control.Paragraph;
import org.inferscope.ui.control.ToolTips;
import org.inferscope.ui.theme.Metrics;

/** What real PyTorch computes, beside ours; or how to add it. Event thread. */
final class TorchView extends JPanel {
  private static final int MOST = 8;
  private static final int NARROW = 250;
  private static final String COMMAND = "mvn -Ppytorch -q compile exec:exec";

  private final LinearPresenter presenter;
  private final Paragraph message = Paragraph.muted("");
  private final JTextArea command = new Paragraph(COMMAND);
  private final MigLayout columns =
      new MigLayout(
          "insets 0, fillx, wrap 3, gap 4 2, hidemode 3, novisualpadding",
          "[grow 0][grow,right][grow,right]");
  private final JPanel result = new JPanel(columns);
  private final FigureButton difference;
  private final JLabel verdict = new JLabel();
  private final JLabel ourName = FollowingPanel.muted(Texts.get("linear.torch.ours"));
  private final JLabel theirName = FollowingPanel.muted("");
  private final List<Line> lines = new ArrayList<>();
  private final Paragraph more = Paragraph.muted("");

  TorchView(LinearPresenter presenter) {
    super(new MigLayout("insets 0, fillx, wrap 1, gapy 4, hidemode 3", "[grow,fill]"));
    this.presenter = presenter;
    setName("linear.torch");
    setOpaque(false);
    difference =
        new FigureButton(
            "linear.torch.difference",
            Texts.get("linear.torch.difference"),
            () -> presenter.explain(new LinearRef.TorchDifference()));
    message.setName("linear.torch.message");
    command.setName("linear.torch.command");
    command.setFocusable(true);
    command.putClientProperty(FlatClientProperties.STYLE, "font: $monospaced.font");
    command.getAccessibleContext().setAccessibleName(Texts.get("linear.torch.command"));
    verdict.setName("linear.torch.verdict");
    add(FollowingPanel.heading(Texts.get("linear.torch.heading")));
    add(message, "wmin 10");
    add(command, "wmin 10");
    add(result, "wmin 10");
    more.setName("linear.torch.more");
    add(more, "wmin 10");
    addResult();
    refresh();
  }

  private void addResult() {
    result.setOpaque(false);
    result.add(new JLabel(Texts.get("linear.torch.difference")), "span 2, wmin 10, align left");
    result.add(difference);
    result.add(new JLabel(Texts.get("linear.torch.allclose")), "span 2, align left");
    result.add(verdict, "gapright 5");
    result.add(new JLabel(), "gaptop 6");
    result.add(ourName);
    result.add(theirName);
    for (int i = 0; i < MOST; i++) {
      lines.add(new Line(i));
    }
    arrange(false);
  }

  /** Two float32 beside each other want more width than the dock may have. */
  private void arrange(boolean narrow) {
    String ours = narrow ? "span 2" : "";
    String theirs = narrow ? "skip 1, span 2" : "";
    columns.setComponentConstraints(ourName, join(ours, "gapright 5"));
    columns.setComponentConstraints(theirName, join(theirs, "gapright 5"));
    for (Line line : lines) {
      columns.setComponentConstraints(line.ours, join(ours, "wmin 10"));
      columns.setComponentConstraints(line.theirs, join(theirs, "gapright 5, wmin 10"));
    }
  }

  private static String join(String first, String second) {
    return first.isEmpty() ? second : first + ", " + second;
  }

  @Override
  public void setBounds(int x, int y, int width, int height) {
    if (width != getWidth()) {
      arrange(width < Metrics.px(NARROW));
    }
    super.setBounds(x, y, width, height);
  }

  /** Shows a change of the comparison, or of the row in the bars. */
  void refresh() {
    PeerRun<TorchComparison> torch = presenter.torch();
    Optional<TorchComparison> done = torch.result();
    boolean absent = torch.stage() == PeerRun.Stage.ABSENT;
    command.setVisible(absent);
    result.setVisible(done.isPresent());
    message.setVisible(done.isEmpty());
    more.setVisible(done.isPresent() && presenter.layer().outputs() > MOST);
    if (done.isPresent()) {
      show(done.get());
    } else {
      message.setText(words(torch));
    }
  }

  private static String words(PeerRun<TorchComparison> torch) {
    return switch (torch.stage()) {
      case ABSENT -> Texts.get("linear.torch.absent");
      case IDLE -> Texts.get("linear.torch.idle", torch.name());
      case RUNNING, DONE -> Texts.get("linear.torch.running", torch.name());
      case FAILED -> Texts.get("linear.torch.failed", torch.name(), torch.message());
    };
  }

  private void show(TorchComparison comparison) {
    theirName.setText(comparison.engine());
    difference.show(
        Numbers.cell(comparison.maxAbsDifference()), ToolTips.wrapped(comparison.summary()));
    boolean matches = comparison.matches();
    verdict.setText(
        matches ? Texts.get("linear.torch.matches") : Texts.get("linear.torch.differs"));
    verdict.putClientProperty(
        FlatClientProperties.STYLE, "foreground: $Inferscope." + (matches ? "ok" : "error"));
    lines.forEach(line -> line.show(comparison));
    more.setText(Texts.get("linear.torch.more", Numbers.count(comparison.ours().cols() - MOST)));
  }

  /** One output: ours, and PyTorch's. */
  private final class Line {
    private final int i;
    private final JLabel name;
    private final FigureButton ours;
    private final JLabel theirs = new JLabel();

    Line(int i) {
      this.i = i;
      name = new JLabel(LinearNames.output(1, 0, i));
      ours =
          new FigureButton(
              "linear.torch.ours." + i,
              name.getText(),
              () -> presenter.explain(new LinearRef.Rounded(DType.FP32, presenter.row(), i)));
      theirs.setName("linear.torch.theirs." + i);
      theirs.setHorizontalAlignment(SwingConstants.TRAILING);
      theirs.putClientProperty(FlatClientProperties.STYLE, "font: $monospaced.font");
      result.add(name);
      result.add(ours);
      result.add(theirs);
    }

    void show(TorchComparison comparison) {
      int row = presenter.row();
      boolean there = i < comparison.ours().cols() && row < comparison.ours().rows();
      name.setVisible(there);
      ours.setVisible(there);
      theirs.setVisible(there);
      if (there) {
        String text = Numbers.full(comparison.ours().get(row, i));
        ours.show(text, ToolTips.wrapped(Texts.get("linear.torch.ours.tip", name.getText(), text)));
        theirs.setText(Numbers.full(comparison.theirs().get(row, i)));
        theirs.setToolTipText(theirs.getText());
      }
    }
  }
}
