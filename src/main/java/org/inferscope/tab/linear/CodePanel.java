package org.inferscope.tab.linear;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JScrollPane;
import org.inferscope.compute.Registration;
import org.inferscope.tab.FollowingPanel;
import org.inferscope.tab.linear.CodeWriter.Language;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.CodeArea;
import org.inferscope.ui.control.Copying;
import org.inferscope.ui.control.SegmentedControl;
import org.inferscope.ui.control.SegmentedControl.Segment;
import org.inferscope.ui.edt.Edt;
import org.inferscope.ui.theme.Icons;

/**
 * The side panel "Code": the layer on screen as Python, to copy, and the result of real PyTorch
 * beside ours. Event thread.
 */
final class CodePanel extends FollowingPanel {
  /** After a change, long code is written once nothing has changed for this long. */
  private static final int PAUSE_MILLIS = 250;

  private static final int COPIED_MILLIS = 1500;

  /** Characters that the text area takes in within a few milliseconds. */
  static final int LONGEST_SHOWN = 40_000;

  private final LinearPresenter presenter;
  private final BiFunction<Integer, Runnable, Registration> after;
  private final Predicate<String> clipboard;
  private final SegmentedControl<Language> language = languageControl();
  private final JButton copy = new JButton(Texts.get("linear.code.copy"), Icons.of("copy"));
  private final JLabel status = muted("");
  private final CodeArea code = new CodeArea("linear.code.text", Texts.get("linear.code.name"));
  private final TorchView torch;
  private Registration pause = () -> {};
  private Registration feedback = () -> {};
  private boolean copied;

  CodePanel(LinearPresenter presenter) {
    this(presenter, Edt::after, Copying::put);
  }

  /**
   * A panel.
   *
   * @param after runs work once, so many milliseconds from now
   * @param clipboard takes what is copied; false where it cannot
   */
  CodePanel(
      LinearPresenter presenter,
      BiFunction<Integer, Runnable, Registration> after,
      Predicate<String> clipboard) {
    super("linear.code", presenter::listen);
    this.presenter = presenter;
    this.after = after;
    this.clipboard = clipboard;
    torch = new TorchView(presenter);
    language.onChange(chosen -> refresh());
    copy.setName("linear.code.copy");
    copy.setToolTipText(Texts.get("linear.code.copy.tip"));
    copy.addActionListener(event -> copy());
    status.setName("linear.code.status");
    JScrollPane scroll = new JScrollPane(code);
    scroll.putClientProperty(
        FlatClientProperties.STYLE, "border: 1,1,1,1,$Inferscope.cellBorder,1,8");
    add(heading(Texts.get("linear.code.heading")));
    add(language, "growx 0, gaptop 2");
    add(copy, "split 2, growx 0");
    add(status, "gapleft 8, growx, wmin 10");
    add(scroll, "wmin 10, gaptop 4");
    add(torch, "gaptop 12, wmin 10");
    presenter.torch().want();
    freshen();
  }

  private static SegmentedControl<Language> languageControl() {
    return new SegmentedControl<>(
        "linear.code.language",
        Texts.get("linear.code.language"),
        List.of(
            new Segment<>(
                Language.NUMPY, Texts.get("linear.code.numpy"), Texts.get("linear.code.numpy.tip")),
            new Segment<>(
                Language.TORCH,
                Texts.get("linear.code.torch"),
                Texts.get("linear.code.torch.tip"))));
  }

  @Override
  protected void refresh() {
    CodeWriter writer = presenter.code();
    if (writer.want(language.value(), presenter.state())) {
      pause.close();
      if (!writer.isCurrent()) {
        pause = after.apply(PAUSE_MILLIS, writer::write);
      }
      copied = false;
    }
    if (writer.isCurrent()) {
      code.show(excerpt(writer.text()));
    }
    showStatus(writer);
    torch.refresh();
  }

  /** Code to read, without the thousands of lines that would hold the window up; Copy has all. */
  private static String excerpt(String text) {
    if (text.length() <= LONGEST_SHOWN) {
      return text;
    }
    int end = text.lastIndexOf('\n', LONGEST_SHOWN) + 1;
    long more = text.substring(end).lines().count();
    return text.substring(0, end) + Texts.get("linear.code.more", Numbers.count(more));
  }

  private void showStatus(CodeWriter writer) {
    copy.setEnabled(writer.isCurrent());
    if (copied) {
      status.setText(Texts.get("linear.code.copied"));
    } else {
      status.setText(
          writer.isCurrent() ? Texts.get("linear.code.current") : Texts.get("linear.code.writing"));
    }
  }

  private void copy() {
    feedback.close();
    copied = clipboard.test(presenter.code().text());
    status.setText(copied ? Texts.get("linear.code.copied") : Texts.get("linear.code.notCopied"));
    feedback =
        after.apply(
            COPIED_MILLIS,
            () -> {
              copied = false;
              showStatus(presenter.code());
            });
  }
}
