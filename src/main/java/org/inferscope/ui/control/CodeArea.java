package org.inferscope.ui.control;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Dimension;
import javax.swing.JTextArea;
import javax.swing.text.AbstractDocument;
import javax.swing.text.BadLocationException;
import javax.swing.text.DefaultCaret;
import org.inferscope.ui.theme.Metrics;

/**
 * Code to read, select and copy. Another text takes the place of only what differs, so that the
 * selection and the place in view stay through an edit, and a long text costs little. Event thread.
 */
public final class CodeArea extends JTextArea {
  private static final int LOWEST = 120;
  private static final int HIGHEST = 320;

  private String shown = "";

  /**
   * An area without a text yet.
   *
   * @param name the component's name, for tests
   * @param title what it holds, for screen readers
   */
  public CodeArea(String name, String title) {
    setName(name);
    setEditable(false);
    putClientProperty(FlatClientProperties.STYLE, "font: $monospaced.font; margin: 8,10,8,10");
    getAccessibleContext().setAccessibleName(title);
    keepPlace();
  }

  /** The look makes a caret of its own. */
  @Override
  public void updateUI() {
    super.updateUI();
    keepPlace();
  }

  private void keepPlace() {
    if (getCaret() instanceof DefaultCaret caret) {
      caret.setUpdatePolicy(DefaultCaret.NEVER_UPDATE);
    }
  }

  /** As high as the text, within limits; it scrolls by itself. */
  @Override
  public Dimension getPreferredScrollableViewportSize() {
    int height =
        Math.max(Metrics.px(LOWEST), Math.min(Metrics.px(HIGHEST), getPreferredSize().height));
    return new Dimension(Metrics.px(200), height);
  }

  /** Shows a text. */
  public void show(String text) {
    if (text.equals(shown)) {
      return;
    }
    int most = Math.min(text.length(), shown.length());
    int start = 0;
    while (start < most && text.charAt(start) == shown.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < most - start
        && text.charAt(text.length() - 1 - end) == shown.charAt(shown.length() - 1 - end)) {
      end++;
    }
    try {
      ((AbstractDocument) getDocument())
          .replace(
              start,
              shown.length() - start - end,
              text.substring(start, text.length() - end),
              null);
      shown = text;
    } catch (BadLocationException e) {
      throw new IllegalStateException(e);
    }
  }
}
