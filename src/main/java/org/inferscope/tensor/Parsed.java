package org.inferscope.tensor;

/** What became of a text that should be a number. */
public sealed interface Parsed {

  /**
   * A number, in float64 and within the range of float32; NaN and the infinities only where they
   * were typed as such.
   */
  record Value(double value) implements Parsed {
    /** The number as the tensors hold it. */
    public float toFloat() {
      return (float) value;
    }
  }

  /** No number; the reason is one sentence for the person who typed it. */
  record Bad(String reason) implements Parsed {}
}
