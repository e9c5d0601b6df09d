package org.inferscope.tab.network.panel;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JScrollPane;
import org.inferscope.compute.Registration;
import org.inferscope.model.network.code.NetworkCode;
import org.inferscope.model.network.code.NetworkCode.Language;
import org.inferscope.tab.FollowingPanel;
import org.inferscope.tab.network.desk.NetworkPresenter;
import org.inferscope.tab.network.desk.Shown;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.CodeArea;
import org.inferscope.ui.control.Copying;
import org.inferscope.ui.control.Paragraph;
import org.inferscope.ui.control.SegmentedControl;
import org.inferscope.ui.control.SegmentedControl.Segment;
import org.inferscope.ui.edt.Edt;
import org.inferscope.ui.theme.Icons;

/** The side panel "Code": the network on screen as a program, to copy. Event thread. */
final class CodePanel extends FollowingPanel {
  /** After a change, long code is written once nothing has changed for this long. */
  private static final int PAUSE_MILLIS = 250;

  private static final int COPIED_MILLIS = 1500;

  private final NetworkPresenter presenter;
  private final BiFunction<Integer, Runnable, Registration> after;
  private final Predicate<String> clipboard;
  private final CodeWriter writer;
  private final SegmentedControl<Language> language = languageControl();
  private final JButton copy = new JButton(Texts.get("networkpanel.code.copy"), Icons.of("copy"));
  private final JLabel status = muted("");
  private final CodeArea code =
      new CodeArea("network.code.text", Texts.get("networkpanel.code.name"));
  private final Paragraph note = new Paragraph("");
  private final TorchView torch;
  private Registration pause = () -> {};
  private Registration feedback = () -> {};
  private boolean copied;

  CodePanel(NetworkPresenter presenter) {
    this(presenter, Edt::after, Copying::put);
  }

  /**
   * A panel.
   *
   * @param after runs work once, so many milliseconds from now
   * @param clipboard takes what is copied; false where it cannot
   */
  CodePanel(
      NetworkPresenter presenter,
      BiFunction<Integer, Runnable, Registration> after,
      Predicate<String> clipboard) {
    super("network.code", presenter::listen);
    this.presenter = presenter;
    this.after = after;
    this.clipboard = clipboard;
    torch = new TorchView(presenter);
    writer = new CodeWriter(presenter.context().compute(), this::showCode);
    language.onChange(chosen -> refresh());
    copy.setName("network.code.copy");
    copy.setToolTipText(Texts.get("networkpanel.code.copy.tip"));
    copy.addActionListener(event -> copy());
    status.setName("network.code.status");
    note.setName("network.code.note");
    JScrollPane scroll = new JScrollPane(code);
    scroll.putClientProperty(
        FlatClientProperties.STYLE, "border: 1,1,1,1,$Inferscope.cellBorder,1,8");
    add(heading(Texts.get("networkpanel.code.heading")));
    add(language, "growx 0, gaptop 2");
    add(copy, "split 2, growx 0");
    add(status, "gapleft 8, growx, wmin 10");
    add(note, "wmin 10");
    add(scroll, "wmin 10, gaptop 4");
    add(torch, "wmin 10, gaptop 12");
    freshen();
  }

  private static SegmentedControl<Language> languageControl() {
    return new SegmentedControl<>(
        "network.code.language",
        Texts.get("networkpanel.code.language"),
        List.of(
            new Segment<>(
                Language.NUMPY,
                Texts.get("networkpanel.code.numpy"),
                Texts.get("networkpanel.code.numpy.tip")),
            new Segment<>(
                Language.PYTORCH,
                Texts.get("networkpanel.code.torch"),
                Texts.get("networkpanel.code.torch.tip")),
            new Segment<>(
                Language.JAVA,
                Texts.get("networkpanel.code.java"),
                Texts.get("networkpanel.code.java.tip"))));
  }

  @Override
  protected void refresh() {
    presenter.torch().want();
    torch.refresh();
    presenter.shown().map(this::subject).ifPresent(this::want);
    showCode();
  }

  private CodeSubject subject(Shown shown) {
    return new CodeSubject(language.value(), shown.trace());
  }

  private void want(CodeSubject wanted) {
    if (writer.want(wanted)) {
      pause.close();
      if (!writer.isCurrent()) {
        pause = after.apply(PAUSE_MILLIS, writer::write);
      }
      copied = false;
    }
  }

  private void showCode() {
    if (writer.isCurrent()) {
      code.show(writer.text().shown());
      note.setText(note());
      note.setVisible(!note.getText().isEmpty());
    }
    showStatus();
  }

  private String note() {
    if (writer.text().needsFile()) {
      return Texts.get("networkpanel.code.file", NetworkCode.FILE);
    }
    boolean outputsOff =
        presenter.shown().map(this::subject).filter(CodeSubject::hasOutputsOff).isPresent();
    return outputsOff ? Texts.get("networkpanel.code.off") : "";
  }

  private void showStatus() {
    copy.setEnabled(writer.isCurrent());
    if (copied) {
      status.setText(Texts.get("networkpanel.code.copied"));
    } else {
      status.setText(
          writer.isCurrent()
              ? Texts.get("networkpanel.code.current")
              : Texts.get("networkpanel.code.writing"));
    }
  }

  private void copy() {
    feedback.close();
    copied = clipboard.test(writer.text().text());
    status.setText(
        copied ? Texts.get("networkpanel.code.copied") : Texts.get("networkpanel.code.notCopied"));
    feedback =
        after.apply(
            COPIED_MILLIS,
            () -> {
              copied = false;
              showStatus();
            });
  }
}
