package org.inferscope.tab.matmul;

/** The three matrices of the stage. */
enum Operand {
  A,
  B,
  C
}
