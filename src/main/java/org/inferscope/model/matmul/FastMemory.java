package org.inferscope.model.matmul;

/**
 * What sits close to the arithmetic at one moment, so that it need not be read again: a register
 * for the loop nests, three tiles for the tiled product, the grid's own registers for the systolic
 * array.
 */
public interface FastMemory {
  /** Whether A[i,k] is held. */
  boolean holdsA(int i, int k);

  /** Whether B[k,j] is held. */
  boolean holdsB(int k, int j);

  /** Whether the running sum of C[i,j] is held. */
  boolean holdsC(int i, int j);

  /** Elements held now. */
  int used();

  /** Elements that fit. */
  int capacity();
}
