package org.inferscope.tab;

import java.awt.Cursor;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.function.Supplier;
import javax.swing.JLabel;
import org.inferscope.model.matmul.CheckResult;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.ToolTips;
import org.inferscope.ui.theme.Metrics;

/** The check line: the plain loop against the active backend, by NumPy's rule. Event thread. */
public final class CheckView extends JLabel {
  private final Supplier<Check> check;

  /** A projector's height goes to the stage; the check is for who sits at the machine. */
  @Override
  public void updateUI() {
    super.updateUI();
    setVisible(!Metrics.isProjector());
  }

  /**
   * A line that shows a check.
   *
   * @param name the component's name, for tests
   * @param explain opens the explanation of the difference found
   */
  public CheckView(String name, Supplier<Check> check, Runnable explain) {
    this.check = check;
    setName(name);
    setCursor(Cursor.getPredefinedCursor(Cursor.HAND_CURSOR));
    addMouseListener(
        new MouseAdapter() {
          @Override
          public void mouseClicked(MouseEvent event) {
            explain.run();
          }
        });
    refresh();
  }

  /** Shows a change of the check. */
  public void refresh() {
    Check now = check.get();
    switch (now.state()) {
      case NONE -> show(Texts.get("tab.check.none"), "", "muted");
      case RUNNING -> show(Texts.get("tab.check.running"), "", "muted");
      case FAILED -> show(now.message(), now.message(), "error");
      case DONE -> now.result().ifPresent(this::show);
    }
  }

  private void show(CheckResult result) {
    String mark = result.matches() ? "✓ " : "✗ ";
    show(mark + result.summary(), result.rule(), result.matches() ? "ok" : "error");
  }

  private void show(String text, String tip, String color) {
    setText(text);
    setToolTipText(tip.isEmpty() ? null : ToolTips.wrapped(tip));
    putClientProperty("FlatLaf.style", "foreground: $Inferscope." + color);
  }
}
