package org.inferscope.ui.paint;

/** What a piece of text or a chip stands for; painters turn it into the theme's colours. */
public enum Tone {
  PLAIN,
  MUTED,
  /** Read from A. */
  ROW,
  /** Read from B. */
  COLUMN,
  /** A sum, a value of C. */
  RESULT,
  ERROR,
  OK
}
