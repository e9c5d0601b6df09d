package org.inferscope.tab.roofline.sweep;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import net.miginfocom.swing.MigLayout;
import org.inferscope.compute.MatmulImpl;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.FlowBar;
import org.inferscope.ui.control.Paragraph;
import org.inferscope.ui.theme.Metrics;

/** What is measured, the buttons, and how far it is. Event thread. */
final class SweepControls extends JPanel {
  private static final int STEPS = 1000;
  private static final String ERROR = "foreground: $Inferscope.error; margin: 0,0,0,0";
  private static final String QUIET = "foreground: $Inferscope.muted; margin: 0,0,0,0";

  private final SweepPresenter presenter;
  private final JTextField sizes = new JTextField();
  private final Paragraph problems = new Paragraph("");
  private final List<JCheckBox> boxes = new ArrayList<>();
  private final FlowBar bar;
  private final Paragraph notHere = Paragraph.muted("");
  private final JButton start = new JButton(Texts.get("rooflinesweep.start"));
  private final JButton cancel = new JButton(Texts.get("rooflinesweep.cancel"));
  private final JProgressBar progress = new JProgressBar(0, STEPS);
  private final JLabel step = new JLabel();
  private final JPanel running;
  private final Paragraph notice = new Paragraph("");
  private float scale;
  private boolean showing;

  SweepControls(SweepPresenter presenter) {
    super(
        new MigLayout(
            "insets 0, wrap 1, gapy 4, fillx, hidemode 3, novisualpadding", "[grow,fill]"));
    this.presenter = presenter;
    setOpaque(false);
    bar = new FlowBar("roofline.sweep.impls", implementations(), Integer.MAX_VALUE);
    running = running();
    problems.setName("roofline.sweep.problems");
    problems.putClientProperty(FlatClientProperties.STYLE, ERROR);
    notHere.setName("roofline.sweep.notHere");
    notice.setName("roofline.sweep.notice");
    add(firstLine(), "wmin 10, gapx 12 12");
    add(problems, "wmin 10, gapx 12 12");
    add(bar, "wmin 10");
    add(notHere, "wmin 10, gapx 12 12");
    add(running, "wmin 10, gapx 12 12");
    add(notice, "wmin 10, gapx 12 12, gaptop 2");
  }

  private JPanel firstLine() {
    JPanel line =
        new JPanel(
            new MigLayout(
                "insets 4 0 0 0, gap 8, novisualpadding",
                "[][80:560:560,fill][][]push",
                "[center]"));
    line.setOpaque(false);
    JLabel label = new JLabel(Texts.get("rooflinesweep.sizes"));
    label.setLabelFor(sizes);
    sizes.setName("roofline.sweep.sizes");
    sizes.setToolTipText(Texts.get("rooflinesweep.sizes.tip"));
    sizes.putClientProperty(FlatClientProperties.STYLE, "font: $monospaced.font");
    sizes.addActionListener(event -> presenter.start());
    sizes.getDocument().addDocumentListener(new Typing());
    start.setName("roofline.sweep.start");
    start.addActionListener(event -> presenter.start());
    cancel.setName("roofline.sweep.cancel");
    cancel.setToolTipText(Texts.get("rooflinesweep.cancel.tip"));
    cancel.addActionListener(event -> presenter.cancel());
    line.add(label);
    line.add(sizes, "growx, wmin 80");
    line.add(start);
    line.add(cancel);
    return line;
  }

  /** A box for each, and one more for a device in use that is none of them. */
  private List<JComponent> implementations() {
    List<JComponent> all = new ArrayList<>();
    all.add(new JLabel(Texts.get("rooflinesweep.impls")));
    for (int i = 0; i <= presenter.desk().context().bench().size(); i++) {
      int place = i;
      JCheckBox box = new JCheckBox();
      box.addActionListener(
          event ->
              presenter.choose(presenter.candidates().get(place).impl().id(), box.isSelected()));
      box.setVisible(false);
      boxes.add(box);
      all.add(box);
    }
    name();
    return all;
  }

  /**
   * The boxes are called as what they stand for now; whether any is called otherwise than before.
   */
  private boolean name() {
    boolean other = false;
    List<Candidate> all = presenter.candidates();
    for (int i = 0; i < boxes.size(); i++) {
      JCheckBox box = boxes.get(i);
      boolean shown = i < all.size();
      String name = shown ? all.get(i).impl().name() : "";
      other |= shown != box.isVisible() || !name.equals(box.getText());
      box.setVisible(shown);
      box.setText(name);
      if (shown) {
        MatmulImpl impl = all.get(i).impl();
        box.setName("roofline.sweep.impl." + impl.id());
        box.setToolTipText(Texts.get("rooflinesweep.impl.tip", name, impl.device().name()));
      }
    }
    return other;
  }

  private JPanel running() {
    JPanel line =
        new JPanel(
            new MigLayout("insets 2 0 2 0, gap 10, novisualpadding", "[120:220:220][grow,fill]"));
    line.setOpaque(false);
    progress.setName("roofline.sweep.progress");
    progress.getAccessibleContext().setAccessibleName(Texts.get("rooflinesweep.progress"));
    step.setName("roofline.sweep.step");
    line.add(progress, "growx");
    line.add(step, "wmin 10");
    return line;
  }

  void refresh() {
    showing = true;
    if (!sizes.getText().equals(presenter.typed())) {
      sizes.setText(presenter.typed());
    }
    showImplementations();
    showing = false;
    List<String> wrong = presenter.sizeProblems();
    sizes.putClientProperty(
        FlatClientProperties.OUTLINE, wrong.isEmpty() ? null : FlatClientProperties.OUTLINE_ERROR);
    problems.setText(String.join("\n", wrong));
    problems.setVisible(!wrong.isEmpty());
    start.setEnabled(presenter.canStart());
    start.setToolTipText(startTip());
    cancel.setEnabled(presenter.isRunning());
    showProgress();
    notice.putClientProperty(
        FlatClientProperties.STYLE, presenter.notice().isError() ? ERROR : QUIET);
    notice.setText(presenter.notice().text());
    notice.setVisible(!presenter.notice().text().isEmpty());
    if (scale != Metrics.scale()) {
      scale = Metrics.scale();
      bar.refresh();
    }
  }

  private String startTip() {
    if (!presenter.sizeProblems().isEmpty()) {
      return Texts.get("rooflinesweep.start.mend");
    }
    return presenter.measurements() == 0
        ? Texts.get("rooflinesweep.start.none")
        : Texts.get("rooflinesweep.start.tip");
  }

  private void showImplementations() {
    if (name()) {
      bar.refresh();
    }
    List<Candidate> all = presenter.candidates();
    for (int i = 0; i < all.size(); i++) {
      boxes.get(i).setSelected(all.get(i).isIn());
      boxes.get(i).setEnabled(all.get(i).obstacle().isEmpty());
    }
    String missing =
        all.isEmpty()
            ? Texts.get("rooflinesweep.noneHere")
            : all.stream()
                .flatMap(each -> each.obstacle().stream())
                .collect(Collectors.joining("\n"));
    notHere.setText(missing);
    notHere.setVisible(!missing.isEmpty());
  }

  private void showProgress() {
    running.setVisible(presenter.isRunning());
    progress.setIndeterminate(!presenter.progress().isKnown());
    progress.setValue((int) Math.round(presenter.progress().fraction() * STEPS));
    String words = presenter.progress().message();
    step.setText(words.isEmpty() ? Texts.get("rooflinesweep.waiting") : words);
    step.setToolTipText(step.getText());
  }

  /** Each change of the text counts; what the presenter itself has put there does not. */
  private final class Typing implements DocumentListener {
    @Override
    public void insertUpdate(DocumentEvent event) {
      typed();
    }

    @Override
    public void removeUpdate(DocumentEvent event) {
      typed();
    }

    @Override
    public void changedUpdate(DocumentEvent event) {
      typed();
    }

    private void typed() {
      if (!showing) {
        presenter.type(sizes.getText());
      }
    }
  }
}
