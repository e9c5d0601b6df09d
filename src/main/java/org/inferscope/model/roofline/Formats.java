package org.inferscope.model.roofline;

import org.inferscope.tensor.DType;

/**
 * The number formats of a product: what its weights are kept in, and what its activations are kept
 * in. Arithmetic is done in the wider of the two, since weights that are kept in fewer bits are
 * converted on their way to the multipliers (weight-only quantisation).
 *
 * @param weights of what a model has learned
 * @param activations of everything else: inputs, outputs, keys and values
 */
public record Formats(DType weights, DType activations) {
  /** The notebook's: two bytes a number. */
  public static final Formats NOTEBOOK = new Formats(DType.FP16, DType.FP16);

  /** One format for both. */
  public static Formats of(DType both) {
    return new Formats(both, both);
  }

  /** What the arithmetic is done in; of two formats of one width, that of the activations. */
  public DType compute() {
    return weights.bits() > activations.bits() ? weights : activations;
  }

  /** "FP16", or "INT4 weights, FP16 activations" in short: "INT4/FP16". */
  public String label() {
    return weights == activations ? weights.label() : weights.label() + "/" + activations.label();
  }
}
