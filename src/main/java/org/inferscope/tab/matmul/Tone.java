package org.inferscope.tab.matmul;

/** What a piece of text or a chip stands for; painters turn it into the theme's colours. */
enum Tone {
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
