package org.inferscope.model.linear;

import java.util.Optional;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/**
 * The numbers of a snapshot as its precision holds them.
 *
 * @param layer weights and bias
 * @param x inputs [T, I]
 * @param rounded what computes outputs in that precision; empty for FP32
 */
record HeldNumbers(LinearLayer layer, Matrix x, Optional<RoundedLayer> rounded) {
  static HeldNumbers of(LinearSnapshot snapshot) {
    if (snapshot.precision() == DType.FP32) {
      return new HeldNumbers(snapshot.layer(), snapshot.x(), Optional.empty());
    }
    RoundedLayer rounded = RoundedLayer.of(snapshot.layer(), snapshot.x(), snapshot.precision());
    return new HeldNumbers(rounded.layer(), rounded.x(), Optional.of(rounded));
  }

  /**
   * The first terms of an output. Running sums are kept in float32 in every precision; INT8 really
   * sums integers, so its running sums are those of the numbers that the integers stand for.
   */
  LinearSentence sentence(int row, int i, int terms) {
    return rounded
        .filter(whole -> terms == layer.terms())
        .map(whole -> LinearSentence.rounded(whole, row, i))
        .orElseGet(() -> LinearSentence.partial(layer, x, row, i, terms));
  }

  /** A sentence about a result, and the precision it was computed in if that is not FP32. */
  static String inPrecision(String meaning, DType precision) {
    return precision == DType.FP32
        ? meaning
        : meaning + " " + Texts.get("linearmodel.explain.precision", precision.label());
  }

  /** A sentence about a number, and what the precision makes of it if that is not FP32. */
  static String withHeld(String meaning, DType precision, float held) {
    return precision == DType.FP32
        ? meaning
        : meaning
            + " "
            + Texts.get("linearmodel.explain.held", precision.label(), Numbers.full(held));
  }
}
