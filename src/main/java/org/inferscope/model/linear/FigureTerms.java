package org.inferscope.model.linear;

import static org.inferscope.model.linear.LayerQuantity.BATCH;
import static org.inferscope.model.linear.LayerQuantity.BIASES;
import static org.inferscope.model.linear.LayerQuantity.BYTES_PER_NUMBER;
import static org.inferscope.model.linear.LayerQuantity.INPUTS;
import static org.inferscope.model.linear.LayerQuantity.OUTPUTS;
import static org.inferscope.model.linear.LayerQuantity.WEIGHTS;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.inferscope.model.explain.Term;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.linear.LinearRef.Figure;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** The parts that the figures of a {@link LayerCost} add up. */
final class FigureTerms {
  private final LayerCost cost;

  FigureTerms(LayerCost cost) {
    this.cost = cost;
  }

  static List<ValueRef> refs(LayerCost cost, LayerQuantity... quantities) {
    return Stream.of(quantities).<ValueRef>map(quantity -> new Figure(cost, quantity)).toList();
  }

  List<Term> parameters() {
    return List.of(product("W", OUTPUTS, INPUTS), product("b", OUTPUTS));
  }

  List<Term> bytesOfWeights() {
    return filledUp(LayerQuantity.BYTES_OF_WEIGHTS, bytesOf("W", OUTPUTS, INPUTS));
  }

  List<Term> bytesOfBiases() {
    return filledUp(LayerQuantity.BYTES_OF_BIASES, bytesOf("b", OUTPUTS));
  }

  List<Term> bytes() {
    return filledUp(LayerQuantity.BYTES, bytesOf("W", OUTPUTS, INPUTS), bytesOf("b", OUTPUTS));
  }

  /** W and b, which do not grow with the batch, and X and Y, which do. */
  List<Term> bytesMoved() {
    return filledUp(
        LayerQuantity.BYTES_MOVED,
        bytesOf("W", OUTPUTS, INPUTS),
        bytesOf("b", OUTPUTS),
        bytesOf("X", BATCH, INPUTS),
        bytesOf("Y", BATCH, OUTPUTS));
  }

  /** A row's share of W and b, which are read once for all rows, and its own numbers. */
  List<Term> bytesPerRow() {
    return filledUp(
        LayerQuantity.BYTES_PER_ROW,
        share("W", WEIGHTS),
        share("b", BIASES),
        bytesOf("x", INPUTS),
        bytesOf("y", OUTPUTS));
  }

  /** Multiplies, the adds of their sums and the adds of the bias, for one output of every row. */
  List<Term> flops(LayerQuantity... outputs) {
    Term multiplies = product(Texts.get("linearfigures.cost.multiplies"), with(outputs, INPUTS));
    Term biasAdds = product(Texts.get("linearfigures.cost.biasAdds"), outputs);
    Term adds =
        new Term(
            Texts.get("linearfigures.cost.adds"),
            biasAdds.numbers() + "·(" + cost.text(INPUTS) + " \u2212 1)",
            multiplies.contribution() - biasAdds.contribution(),
            multiplies.sources());
    return List.of(multiplies, adds, biasAdds);
  }

  private Term bytesOf(String label, LayerQuantity... sizes) {
    return product(label, with(sizes, BYTES_PER_NUMBER));
  }

  private static LayerQuantity[] with(LayerQuantity[] factors, LayerQuantity last) {
    return Stream.concat(Stream.of(factors), Stream.of(last)).toArray(LayerQuantity[]::new);
  }

  private Term product(String label, LayerQuantity... factors) {
    double value = 1;
    for (LayerQuantity factor : factors) {
      value *= cost.value(factor);
    }
    String numbers = Stream.of(factors).map(cost::text).collect(Collectors.joining("·"));
    return new Term(label, numbers, value, refs(cost, factors));
  }

  private Term share(String label, LayerQuantity numbers) {
    Term all = product(label, numbers, BYTES_PER_NUMBER);
    return new Term(
        label,
        all.numbers() + " / " + cost.text(BATCH),
        all.contribution() / cost.batch(),
        refs(cost, numbers, BYTES_PER_NUMBER, BATCH));
  }

  /** Adds what it takes to fill up the last byte, where numbers are smaller than one. */
  private List<Term> filledUp(LayerQuantity quantity, Term... parts) {
    List<Term> terms = new ArrayList<>(List.of(parts));
    if (cost.isLastByteFilledUp(quantity)) {
      double rows = quantity == LayerQuantity.BYTES_PER_ROW ? cost.batch() : 1;
      double filling = (1 - cost.dtype().bytes()) / rows;
      terms.add(
          new Term(
              Texts.get("linearfigures.cost.filling"), Numbers.cell(filling), filling, List.of()));
    }
    return terms;
  }
}
