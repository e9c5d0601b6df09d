package org.inferscope.tab.gpt2.whatif;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.gpt2.whatif.Importance;
import org.inferscope.model.gpt2.whatif.Measure;
import org.inferscope.model.gpt2.whatif.Sweep;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.SegmentedControl;
import org.inferscope.ui.control.SegmentedControl.Segment;

/** Asks which head mattered, for which token, and says how far that is. Event thread. */
final class SweepBar extends JPanel {
  private static final int PADDING = 7;

  private final WhatIfPresenter presenter;
  private final JTextField target = new JTextField();
  private final JButton run = new JButton();
  private final SegmentedControl<Measure> measure;
  private final JLabel progress = new JLabel();

  SweepBar(WhatIfPresenter presenter) {
    super(
        new MigLayout(
            "insets 0, gap 8 4, fillx, novisualpadding", "[][grow,fill][]", "[center][center]"));
    this.presenter = presenter;
    setOpaque(false);
    JLabel question = new JLabel(Texts.get("whatif.sweep.question"));
    question.setLabelFor(target);
    target.setName("gpt2.whatif.target");
    target.setColumns(6);
    target.setToolTipText(Texts.get("whatif.sweep.target.tip"));
    target.getAccessibleContext().setAccessibleName(Texts.get("whatif.sweep.target"));
    target.addActionListener(event -> commit());
    target.addFocusListener(
        new FocusAdapter() {
          @Override
          public void focusLost(FocusEvent event) {
            commit();
          }
        });
    run.setName("gpt2.whatif.run");
    run.addActionListener(event -> presenter.sweep(!presenter.settings().sweeps()));
    measure =
        new SegmentedControl<>(
            "gpt2.whatif.measure", Texts.get("whatif.measure"), segments(), PADDING);
    measure.onChange(presenter::measure);
    progress.setName("gpt2.whatif.progress");
    progress.putClientProperty(FlatClientProperties.STYLE, "foreground: $Inferscope.muted");
    add(question);
    add(target, "wmin 60");
    add(run, "wrap");
    add(measure, "spanx, split 2");
    add(progress, "wmin 0, growx");
  }

  private static List<Segment<Measure>> segments() {
    return List.of(
        new Segment<>(
            Measure.LOG_PROBABILITY,
            Texts.get("whatif.measure.log"),
            Texts.get("whatif.measure.log.tip")),
        new Segment<>(
            Measure.LOGIT,
            Texts.get("whatif.measure.logit"),
            Texts.get("whatif.measure.logit.tip")),
        new Segment<>(
            Measure.DIRECT,
            Texts.get("whatif.measure.direct"),
            Texts.get("whatif.measure.direct.tip")));
  }

  private void commit() {
    String shown = presenter.hasOwnTarget() ? word() : "";
    if (!target.getText().equals(shown)) {
      presenter.typeTarget(target.getText());
    }
  }

  private String word() {
    return presenter.target().map(presenter::word).orElse("");
  }

  void refresh() {
    if (!target.isFocusOwner() || presenter.hasOwnTarget()) {
      String own = presenter.hasOwnTarget() ? word() : "";
      if (!own.equals(target.getText())) {
        target.setText(own);
      }
    }
    target.putClientProperty(
        FlatClientProperties.PLACEHOLDER_TEXT, Texts.get("whatif.sweep.own", word()));
    boolean on = presenter.settings().sweeps();
    Optional<Sweep> sweep = presenter.importance().map(Importance::sweep);
    int done = sweep.map(Sweep::done).orElse(0);
    boolean complete = sweep.filter(Sweep::isComplete).isPresent();
    String start =
        done == 0 || complete ? Texts.get("whatif.sweep.run") : Texts.get("whatif.sweep.goOn");
    boolean goesOn = on && !complete;
    run.setText(goesOn ? Texts.get("whatif.sweep.stop") : start);
    run.setEnabled(!complete);
    run.setToolTipText(
        goesOn ? Texts.get("whatif.sweep.stop.tip") : Texts.get("whatif.sweep.run.tip"));
    measure.setValue(presenter.settings().measure());
    progress.setText(sweep.map(made -> words(made, on)).orElse(""));
  }

  private String words(Sweep sweep, boolean on) {
    if (presenter.settings().measure() == Measure.DIRECT) {
      return Texts.get("whatif.sweep.direct");
    }
    if (sweep.isComplete()) {
      return Texts.get("whatif.sweep.all", Numbers.count(sweep.size()));
    }
    return sweep.done() == 0 && !on
        ? Texts.get("whatif.sweep.none")
        : Texts.get(
            "whatif.sweep.progress", Numbers.count(sweep.done()), Numbers.count(sweep.size()));
  }
}
