package org.inferscope.tab.matmul;

import java.awt.Cursor;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.JLabel;
import org.inferscope.model.matmul.CheckResult;
import org.inferscope.model.matmul.MatmulRef;
import org.inferscope.text.Texts;
import org.inferscope.ui.theme.Metrics;

/** The check line: the triple loop against the active backend, by NumPy's rule. */
final class CheckView extends JLabel {
  private final MatmulPresenter presenter;

  /** A projector's height goes to the matrices; the check is for who sits at the machine. */
  @Override
  public void updateUI() {
    super.updateUI();
    setVisible(!Metrics.isProjector());
  }

  CheckView(MatmulPresenter presenter) {
    this.presenter = presenter;
    setName("matmul.check");
    setCursor(Cursor.getPredefinedCursor(Cursor.HAND_CURSOR));
    addMouseListener(
        new MouseAdapter() {
          @Override
          public void mouseClicked(MouseEvent event) {
            presenter.explain(new MatmulRef.CheckDifference());
          }
        });
    refresh();
  }

  /** Shows a change of the check. */
  void refresh() {
    Check check = presenter.check();
    switch (check.state()) {
      case NONE -> show(Texts.get("matmul.check.none"), "", "muted");
      case RUNNING -> show(Texts.get("matmul.check.running"), "", "muted");
      case FAILED -> show(check.message(), check.message(), "error");
      case DONE -> check.result().ifPresent(this::show);
    }
  }

  private void show(CheckResult result) {
    String mark = result.matches() ? "✓ " : "✗ ";
    show(mark + result.summary(), result.rule(), result.matches() ? "ok" : "error");
  }

  private void show(String text, String tip, String color) {
    setText(text);
    setToolTipText(tip.isEmpty() ? null : Tips.wrapped(tip));
    putClientProperty("FlatLaf.style", "foreground: $Inferscope." + color);
  }
}
