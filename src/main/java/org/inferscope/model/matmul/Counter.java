package org.inferscope.model.matmul;

import org.inferscope.text.Texts;

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
  WRITES_C;

  /** Name on screen. */
  public String title() {
    return switch (this) {
      case MULTIPLIES -> Texts.get("matmulmodel.counter.multiplies.name");
      case ADDS -> Texts.get("matmulmodel.counter.adds.name");
      case READS_A -> Texts.get("matmulmodel.counter.readsA.name");
      case READS_B -> Texts.get("matmulmodel.counter.readsB.name");
      case READS_C -> Texts.get("matmulmodel.counter.readsC.name");
      case WRITES_C -> Texts.get("matmulmodel.counter.writesC.name");
    };
  }

  /** One sentence that says what is counted. */
  public String meaning() {
    return switch (this) {
      case MULTIPLIES -> Texts.get("matmulmodel.counter.multiplies.meaning");
      case ADDS -> Texts.get("matmulmodel.counter.adds.meaning");
      case READS_A -> Texts.get("matmulmodel.counter.readsA.meaning");
      case READS_B -> Texts.get("matmulmodel.counter.readsB.meaning");
      case READS_C -> Texts.get("matmulmodel.counter.readsC.meaning");
      case WRITES_C -> Texts.get("matmulmodel.counter.writesC.meaning");
    };
  }
}
