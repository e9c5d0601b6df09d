package org.inferscope.model.matmul;

/** The live counters, by name. */
public enum Counter {
  /** Products computed. */
  MULTIPLIES,
  /** Sums computed. */
  ADDS,
  /** Elements of A read from memory. */
  READS_A,
  /** Elements of B read from memory. */
  READS_B,
  /** Elements of C read back from memory. */
  READS_C,
  /** Elements of C written to memory. */
  WRITES_C
}
