package org.inferscope.tab.roofline.sweep;

import com.formdev.flatlaf.FlatClientProperties;
import javax.swing.JButton;
import javax.swing.JLabel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.Paragraph;
import org.inferscope.ui.control.ScrollablePanel;

/** What stands in the charts' place before anything has been measured. Event thread. */
final class Invitation extends ScrollablePanel {
  private final SweepPresenter presenter;
  private final Paragraph what = new Paragraph("");
  private final Paragraph how = Paragraph.muted("");
  private final JButton start = new JButton(Texts.get("rooflinesweep.empty.start"));

  Invitation(SweepPresenter presenter) {
    super(
        new MigLayout("insets 24, wrap 1, align 50% 42%", "[grow,fill,:520:560]", "[]12[]8[]20[]"));
    this.presenter = presenter;
    setName("roofline.sweep.empty");
    setOpaque(false);
    JLabel title = new JLabel(Texts.get("rooflinesweep.empty.title"));
    title.putClientProperty(FlatClientProperties.STYLE_CLASS, "h2");
    what.setName("roofline.sweep.empty.what");
    how.setName("roofline.sweep.empty.how");
    start.setName("roofline.sweep.empty.start");
    start.addActionListener(event -> presenter.start());
    add(title);
    add(what, "wmin 10");
    add(how, "wmin 10");
    add(start, "growx 0");
  }

  void refresh() {
    long impls = presenter.candidates().stream().filter(Candidate::isIn).count();
    what.setText(
        impls == 0
            ? Texts.get("rooflinesweep.start.none")
            : Texts.get(
                "rooflinesweep.empty.what",
                SizeList.text(presenter.desk().state().sweep().sizes()).replace('x', '×'),
                Numbers.count(impls)));
    how.setVisible(impls > 0);
    how.setText(
        Texts.get(
            "rooflinesweep.empty.how", Numbers.count(presenter.measurements()), presenter.guess()));
    start.setEnabled(presenter.canStart());
  }
}
