package org.inferscope.ui.control;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Dimension;
import javax.swing.JTextArea;
import javax.swing.UIManager;
import javax.swing.text.DefaultCaret;

/** A few sentences that wrap to the width they are given. Not focusable, not editable. */
public final class Paragraph extends JTextArea {
  /** A paragraph in the ordinary text colour. */
  public Paragraph(String text) {
    super(text);
    setLineWrap(true);
    setWrapStyleWord(true);
    setEditable(false);
    setFocusable(false);
    setOpaque(false);
    setBorder(null);
    // Else each new text would scroll what the paragraph stands in down to its end.
    DefaultCaret caret = new DefaultCaret();
    caret.setUpdatePolicy(DefaultCaret.NEVER_UPDATE);
    setCaret(caret);
  }

  /** Secondary text: an explanation or a hint. */
  public static Paragraph muted(String text) {
    Paragraph paragraph = new Paragraph(text);
    paragraph.putClientProperty(
        FlatClientProperties.STYLE, "foreground: $Inferscope.muted; margin: 0,0,0,0");
    return paragraph;
  }

  @Override
  public void updateUI() {
    super.updateUI();
    setFont(UIManager.getFont("defaultFont"));
  }

  /** Asks for another layout when its width changes, because its height follows from its width. */
  @Override
  public void setBounds(int x, int y, int width, int height) {
    boolean otherWidth = width != getWidth();
    super.setBounds(x, y, width, height);
    if (otherWidth) {
      revalidate();
    }
  }

  /** Narrower than its text, so that a layout may make it as narrow as it likes. */
  @Override
  public Dimension getMinimumSize() {
    return new Dimension(1, getPreferredSize().height);
  }
}
