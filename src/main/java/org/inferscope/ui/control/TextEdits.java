package org.inferscope.ui.control;

import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.JTextComponent;

/** Tells of edits of plain texts. Event thread. */
public final class TextEdits {
  private TextEdits() {}

  /** Runs the work after each edit of the text, a person's or the program's. */
  public static void listen(JTextComponent text, Runnable work) {
    text.getDocument()
        .addDocumentListener(
            new DocumentListener() {
              @Override
              public void insertUpdate(DocumentEvent event) {
                work.run();
              }

              @Override
              public void removeUpdate(DocumentEvent event) {
                work.run();
              }

              @Override
              public void changedUpdate(DocumentEvent event) {
                // Plain text has no attributes.
              }
            });
  }
}
