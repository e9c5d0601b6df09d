package org.inferscope.model.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.inferscope.model.explain.Term;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.linear.LinearRef.Bias;
import org.inferscope.model.linear.LinearRef.Input;
import org.inferscope.model.linear.LinearRef.Weight;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** One output in one number format taken apart: its formula, its terms, and their errors. */
final class RoundedTerms {
  /** Products written out in a formula; of more, the first ones and the last. */
  private static final int MOST = 8;

  private final LinearLayer layer;
  private final Matrix x;
  private final DType dtype;
  private final int row;
  private final int i;
  private final RoundedLayer rounded;
  private final RoundedArithmetic held;

  RoundedTerms(LinearLayer layer, Matrix x, DType dtype, int row, int i) {
    this.layer = layer;
    this.x = x;
    this.dtype = dtype;
    this.row = row;
    this.i = i;
    rounded = RoundedLayer.of(layer, x, dtype);
    held = rounded.arithmetic();
  }

  RoundedLayer rounded() {
    return rounded;
  }

  /** How this format computes, with the scales where it has some. */
  String meaning() {
    if (dtype == DType.FP32) {
      return Texts.get("linearfigures.rounded.fp32");
    }
    if (dtype != DType.INT8) {
      return Texts.get("linearfigures.rounded.sixteen", dtype.label());
    }
    return Texts.get(
        "linearfigures.rounded.int8",
        Numbers.cell(rounded.weightScale(i)),
        Numbers.count(i + 1L),
        Numbers.cell(rounded.inputScale(row)));
  }

  /** The formula in symbols, right of the equals sign. */
  String symbols() {
    String bias = LinearNames.bias(i);
    if (dtype == DType.INT8) {
      String sum = sum(j -> "q(" + weight(j) + ")·q(" + input(j) + ")");
      return Texts.get("linearfigures.rounded.scales") + "·(" + sum + ") + " + bias;
    }
    if (dtype == DType.FP32) {
      return sum(j -> weight(j) + "·" + input(j)) + " + " + bias;
    }
    UnaryOperator<String> round = name -> dtype.label() + "(" + name + ")";
    String sum = sum(j -> round.apply(weight(j)) + "·" + round.apply(input(j)));
    return round.apply(sum + " + " + round.apply(bias));
  }

  /** The formula with its numbers: "0.1001·1 + 0.01001 = 0.1101 → 0.1099". */
  String numbers() {
    String bias = bracketed(Numbers.cell(held.layer().b().get(i, 0)));
    String sum = Numbers.cell(held.sum(row, i));
    String output = Numbers.cell(rounded.output(row, i));
    if (dtype == DType.INT8) {
      String scales =
          Numbers.cell(rounded.weightScale(i)) + "·" + Numbers.cell(rounded.inputScale(row));
      return scales + "·(" + sum(this::integers) + ") + " + bias + " = " + output;
    }
    String text = sum(this::heldNumbers) + " + " + bias + " = " + sum;
    return dtype == DType.FP32 ? text : text + " \u2192 " + output;
  }

  /** What the output adds up: products, bias, and what the rounding of the arithmetic adds. */
  List<Term> values() {
    List<Term> terms = new ArrayList<>();
    for (int j = 0; j < layer.inputs(); j++) {
      String numbers =
          dtype == DType.INT8
              ? integers(j) + "·" + Numbers.cell(rounded.weightScale(i) * rounded.inputScale(row))
              : heldNumbers(j);
      terms.add(term(j, numbers, held.product(row, i, j)));
    }
    float bias = held.layer().b().get(i, 0);
    terms.add(biasTerm(Numbers.cell(bias), bias));
    terms.addAll(arithmetic());
    return terms;
  }

  /** Where the error comes from: each product's, the bias's, and the arithmetic's. */
  List<Term> errors() {
    List<Term> terms = new ArrayList<>();
    for (int j = 0; j < layer.inputs(); j++) {
      float w = layer.w().get(i, j);
      float input = x.get(row, j);
      String before = Numbers.full(held.layer().w().get(i, j));
      String numbers =
          product(before, Numbers.full(held.x().get(row, j)))
              + " \u2212 "
              + product(Numbers.full(w), Numbers.full(input));
      double error = RoundedLayer.difference(held.product(row, i, j), (double) w * input);
      terms.add(term(j, numbers, error));
    }
    float bias = layer.b().get(i, 0);
    float heldBias = held.layer().b().get(i, 0);
    String numbers = Numbers.full(heldBias) + " \u2212 " + bracketed(Numbers.full(bias));
    terms.add(biasTerm(numbers, RoundedLayer.difference(heldBias, bias)));
    terms.addAll(arithmetic());
    return terms;
  }

  /** What float32 sums and the rounding of the result add, unless that is nothing. */
  private List<Term> arithmetic() {
    float sum = held.sum(row, i);
    float output = rounded.output(row, i);
    List<Term> terms = new ArrayList<>();
    addRounding(terms, Texts.get("linearfigures.rounded.sum"), sum, exactOfHeld());
    addRounding(terms, Texts.get("linearfigures.rounded.result", dtype.label()), output, sum);
    return terms;
  }

  private static void addRounding(List<Term> terms, String label, float after, double before) {
    double change = RoundedLayer.difference(after, before);
    if (change != 0) {
      String numbers = Numbers.full(after) + " \u2212 " + bracketed(Numbers.full(before));
      terms.add(new Term(label, numbers, change, List.of()));
    }
  }

  /** The output in float64 from the numbers that the format holds. */
  private double exactOfHeld() {
    double sum = 0;
    for (int j = 0; j < layer.inputs(); j++) {
      sum += held.product(row, i, j);
    }
    return sum + held.layer().b().get(i, 0);
  }

  private Term term(int j, String numbers, double contribution) {
    return new Term(
        weight(j) + "·" + input(j),
        numbers,
        contribution,
        List.of(new Weight(i, j), new Input(row, j)));
  }

  private Term biasTerm(String numbers, double contribution) {
    List<ValueRef> source = List.of(new Bias(i));
    return new Term(LinearNames.bias(i), numbers, contribution, source);
  }

  private String sum(IntFunction<String> product) {
    int count = layer.inputs();
    List<String> products = new ArrayList<>();
    for (int j = 0; j < count; j++) {
      if (count <= MOST || j < MOST - 2 || j == count - 1) {
        products.add(product.apply(j));
      } else if (j == MOST - 2) {
        products.add("…");
      }
    }
    return String.join(" + ", products);
  }

  private String heldNumbers(int j) {
    return product(Numbers.cell(held.layer().w().get(i, j)), Numbers.cell(held.x().get(row, j)));
  }

  private String integers(int j) {
    Int8Arithmetic int8 = rounded.int8();
    return product(
        Numbers.count(int8.weights().integer(i, j)), Numbers.count(int8.inputs().integer(row, j)));
  }

  private static String product(String left, String right) {
    return bracketed(left) + "·" + bracketed(right);
  }

  static String bracketed(String number) {
    return number.startsWith("\u2212") ? "(" + number + ")" : number;
  }

  private String weight(int j) {
    return LinearNames.weight(i, j);
  }

  private String input(int j) {
    return LinearNames.input(x.rows(), row, j);
  }
}
