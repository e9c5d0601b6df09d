package org.inferscope.tab.gpt2.next;

import java.util.List;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.tab.gpt2.desk.NextSettings;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.FlowBar;
import org.inferscope.ui.control.IntSpinner;
import org.inferscope.ui.control.ToolTips;

/** Step, run, stop and back, and how far. Event thread. */
final class ControlsView {
  private final NextPresenter presenter;
  private final JButton step;
  private final JButton run;
  private final JButton back;
  private final JButton toStart;
  private final JButton keep;
  private final IntSpinner tokens;
  private final FlowBar bar;

  ControlsView(NextPresenter presenter) {
    this.presenter = presenter;
    Writer writer = presenter.writer();
    step = button("step", Texts.get("gpt2next.step"), Texts.get("gpt2next.step.tip"), writer::step);
    run = button("run", Texts.get("gpt2next.run"), Texts.get("gpt2next.run.tip"), this::runOrStop);
    back = button("back", Texts.get("gpt2next.back"), Texts.get("gpt2next.back.tip"), writer::back);
    toStart =
        button(
            "toStart",
            Texts.get("gpt2next.toStart"),
            Texts.get("gpt2next.toStart.tip"),
            writer::toStart);
    keep = button("keep", Texts.get("gpt2next.keep"), Texts.get("gpt2next.keep.tip"), writer::keep);
    tokens =
        new IntSpinner(
            "gpt2.next.tokens",
            Texts.get("gpt2next.tokens"),
            1,
            NextSettings.MOST_TOKENS,
            NextSettings.FIRST.tokens());
    tokens.onChange(presenter::setTokens);
    bar =
        new FlowBar(
            "gpt2.next.controls",
            List.of(
                group(step, run),
                group(label(Texts.get("gpt2next.tokens"), tokens), tokens),
                group(back, toStart, keep)),
            2);
    ((MigLayout) bar.getLayout())
        .setLayoutConstraints("insets 0, gap 16 6, novisualpadding, hidemode 3");
  }

  private static JLabel label(String text, JComponent of) {
    JLabel label = new JLabel(text);
    label.setLabelFor(of);
    return label;
  }

  private static JPanel group(JComponent... parts) {
    JPanel group = new JPanel(new MigLayout("insets 0, gap 6, novisualpadding", "", "[center]"));
    group.setOpaque(false);
    for (JComponent part : parts) {
      group.add(part);
    }
    return group;
  }

  private static JButton button(String id, String text, String tip, Runnable work) {
    JButton button = new JButton(text);
    button.setName("gpt2.next." + id);
    button.setToolTipText(ToolTips.wrapped(tip));
    button.addActionListener(event -> work.run());
    return button;
  }

  private void runOrStop() {
    if (presenter.writer().isRunning()) {
      presenter.writer().stop();
    } else {
      presenter.writer().run();
    }
  }

  /** What is shown. */
  JComponent component() {
    return bar;
  }

  /** Shows a change. */
  void refresh() {
    Writer writer = presenter.writer();
    String words = writer.isRunning() ? Texts.get("gpt2next.stop") : Texts.get("gpt2next.run");
    if (!words.equals(run.getText())) {
      run.setText(words);
      run.setToolTipText(
          ToolTips.wrapped(
              writer.isRunning() ? Texts.get("gpt2next.stop.tip") : Texts.get("gpt2next.run.tip")));
      bar.refresh();
    }
    step.setEnabled(writer.canWrite());
    run.setEnabled(writer.canWrite());
    back.setEnabled(writer.canGoBack());
    toStart.setEnabled(writer.canGoBack());
    keep.setEnabled(writer.canGoBack());
    tokens.setNumber(presenter.settings().tokens());
  }
}
