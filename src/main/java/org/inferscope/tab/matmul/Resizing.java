package org.inferscope.tab.matmul;

import org.inferscope.ui.grid.EntryGrid;

/** Changes of the matrices that may change their sizes: the link between A and B holds. Pure. */
final class Resizing {
  private Resizing() {}

  /** With new entries for A or B; the other matrix follows in the linked size. */
  static MatmulState edited(MatmulState state, Operand operand, EntryGrid entries) {
    MatmulState next = state.with(operand, entries);
    if (!state.linked() || next.shapesFit()) {
      return next;
    }
    return operand == Operand.A
        ? rowsOfB(next, entries.cols())
        : next.with(Operand.A, next.a().resized(next.a().rows(), entries.rows()));
  }

  /** With other rows of A. */
  static MatmulState rows(MatmulState state, int m) {
    return state.with(Operand.A, state.a().resized(m, state.a().cols()));
  }

  /** With other columns of B. */
  static MatmulState columns(MatmulState state, int n) {
    return state.with(Operand.B, state.b().resized(state.b().rows(), n));
  }

  /** With other columns of A, and of rows of B as many while they are linked. */
  static MatmulState inner(MatmulState state, int k) {
    MatmulState next = state.with(Operand.A, state.a().resized(state.a().rows(), k));
    return state.linked() ? rowsOfB(next, k) : next;
  }

  /** With other rows of B. */
  static MatmulState rowsOfB(MatmulState state, int k) {
    return state.with(Operand.B, state.b().resized(k, state.b().cols()));
  }

  /** With the sizes linked, B's rows made as many as A's columns, or not. */
  static MatmulState linked(MatmulState state, boolean linked) {
    MatmulState next = state.withLinked(linked);
    return linked && !next.shapesFit() ? rowsOfB(next, next.a().cols()) : next;
  }
}
