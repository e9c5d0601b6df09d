package org.inferscope.tab.gpt2.whatif;

import java.util.List;
import javax.swing.JButton;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.gpt2.whatif.Fill;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.Paragraph;
import org.inferscope.ui.control.SegmentedControl;
import org.inferscope.ui.control.SegmentedControl.Segment;

/** Says what is taken away and what stands in for it, and puts everything back. Event thread. */
final class AwayBar extends JPanel {
  private final WhatIfPresenter presenter;
  private final WhatIfWords words;
  private final SegmentedControl<Fill> fill;
  private final JButton reset = new JButton(Texts.get("whatif.reset"));
  private final Paragraph sentence = new Paragraph("");

  AwayBar(WhatIfPresenter presenter, WhatIfWords words) {
    // Two lines at least, so that the plan stays where it is when the sentence grows.
    super(
        new MigLayout(
            "insets 0, gap 8, fillx, novisualpadding", "[][][grow,fill]", "[40:,center]"));
    this.presenter = presenter;
    this.words = words;
    setOpaque(false);
    fill =
        new SegmentedControl<>(
            "gpt2.whatif.fill",
            Texts.get("whatif.fill"),
            List.of(
                new Segment<>(
                    Fill.ZERO, Texts.get("whatif.fill.zero"), Texts.get("whatif.fill.zero.tip")),
                new Segment<>(
                    Fill.MEAN, Texts.get("whatif.fill.mean"), Texts.get("whatif.fill.mean.tip"))));
    fill.onChange(presenter::fill);
    reset.setName("gpt2.whatif.reset");
    reset.setToolTipText(Texts.get("whatif.reset.tip"));
    reset.addActionListener(event -> presenter.reset());
    sentence.setName("gpt2.whatif.sentence");
    add(fill);
    add(reset);
    add(sentence, "wmin 0");
  }

  void refresh() {
    fill.setValue(presenter.settings().ablation().fill());
    reset.setEnabled(!presenter.settings().ablation().isEmpty());
    String notice = presenter.notice();
    String text = notice.isEmpty() ? words.sentence() : notice;
    if (!text.equals(sentence.getText())) {
      sentence.setText(text);
    }
  }
}
