package org.inferscope.model.linear;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.linear.LinearRef.Bias;
import org.inferscope.model.linear.LinearRef.Input;
import org.inferscope.model.linear.LinearRef.Output;
import org.inferscope.model.linear.LinearRef.PartialSum;
import org.inferscope.model.linear.LinearRef.Product;
import org.inferscope.model.linear.LinearRef.Weight;
import org.inferscope.model.matmul.DotProductText;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/**
 * Explains outputs, their running sums and their single products, in the precision in force: terms
 * are those of the numbers as the format holds them, the exact value is that of the numbers before.
 */
final class OutputExplainer implements ExplainerPart {
  private final LinearSnapshot snapshot;
  private final LinearLayer layer;
  private final int batch;

  OutputExplainer(LinearSnapshot snapshot) {
    this.snapshot = snapshot;
    this.layer = snapshot.layer();
    this.batch = snapshot.batch();
  }

  @Override
  public boolean handles(ValueRef ref) {
    return ref instanceof Output || ref instanceof PartialSum || ref instanceof Product;
  }

  @Override
  public boolean knows(ValueRef ref) {
    if (ref instanceof Output output) {
      return isOutput(output.row(), output.i());
    }
    if (ref instanceof PartialSum sum) {
      return isOutput(sum.row(), sum.i()) && sum.terms() >= 0 && sum.terms() <= layer.terms();
    }
    return ref instanceof Product product
        && isOutput(product.row(), product.i())
        && product.j() >= 0
        && product.j() < layer.inputs();
  }

  private boolean isOutput(int row, int i) {
    return row >= 0 && row < batch && i >= 0 && i < layer.outputs();
  }

  @Override
  public Explanation explain(ValueRef ref) {
    HeldNumbers held = HeldNumbers.of(snapshot);
    if (ref instanceof Product product) {
      return explain(product, held);
    }
    if (ref instanceof PartialSum sum) {
      LinearSentence sentence = held.sentence(sum.row(), sum.i(), sum.terms());
      return explain(sum, label(sum), meaning(sum), sentence);
    }
    Output output = (Output) ref;
    LinearSentence sentence = held.sentence(output.row(), output.i(), layer.terms());
    return explain(output, label(output), meaning(output), sentence);
  }

  @Override
  public String label(ValueRef ref) {
    if (ref instanceof Product product) {
      return LinearNames.product(batch, product.row(), product.i(), product.j());
    }
    if (ref instanceof PartialSum sum) {
      return Texts.get(
          "linearmodel.explain.partialName",
          LinearNames.output(batch, sum.row(), sum.i()),
          Numbers.count(sum.terms()),
          Numbers.count(layer.terms()));
    }
    Output output = (Output) ref;
    return LinearNames.output(batch, output.row(), output.i());
  }

  private String meaning(Output output) {
    String row = Numbers.count(output.i() + 1L);
    String products = Numbers.count(layer.inputs());
    String bias = LinearNames.bias(output.i());
    return batch > 1
        ? Texts.get(
            "linearmodel.explain.batchOutput",
            row,
            Numbers.count(output.row() + 1L),
            products,
            bias)
        : Texts.get("linearmodel.explain.output", row, products, bias);
  }

  private String meaning(PartialSum sum) {
    return Texts.get(
        "linearmodel.explain.partial",
        LinearNames.output(batch, sum.row(), sum.i()),
        Numbers.count(sum.terms()),
        Numbers.count(layer.terms()));
  }

  private Explanation explain(
      ValueRef subject, String title, String meaning, LinearSentence sentence) {
    List<Term> terms = new ArrayList<>();
    List<ValueRef> sources = new ArrayList<>();
    for (int term = 0; term < sentence.terms(); term++) {
      terms.add(term(sentence, term));
      sources.addAll(terms.get(term).sources());
    }
    return new Explanation(
        subject,
        title,
        HeldNumbers.inPrecision(meaning, snapshot.precision()),
        sentence.result(),
        layer.exact(snapshot.x(), sentence.row(), sentence.i(), sentence.terms()),
        "",
        sentence.formula(),
        sentence.text(),
        terms,
        sources);
  }

  private static Term term(LinearSentence sentence, int term) {
    int i = sentence.i();
    LinearLayer held = sentence.layer();
    if (term == held.inputs()) {
      return new Term(
          sentence.symbol(term), sentence.numbers(term), held.b().get(i, 0), List.of(new Bias(i)));
    }
    return new Term(
        sentence.symbol(term),
        sentence.numbers(term),
        (double) held.w().get(i, term) * sentence.x().get(sentence.row(), term),
        List.of(new Weight(i, term), new Input(sentence.row(), term)));
  }

  private Explanation explain(Product product, HeldNumbers held) {
    int row = product.row();
    int i = product.i();
    int j = product.j();
    Matrix x = snapshot.x();
    float shown = held.layer().product(held.x(), row, i, j);
    String meaning =
        Texts.get(
            "linearmodel.explain.product",
            LinearNames.input(batch, row, j),
            LinearNames.output(batch, row, i),
            LinearNames.weight(i, j));
    return new Explanation(
        product,
        label(product),
        HeldNumbers.inPrecision(meaning, snapshot.precision()),
        shown,
        (double) layer.w().get(i, j) * x.get(row, j),
        "",
        label(product),
        DotProductText.factor(held.layer().w().get(i, j))
            + "·"
            + DotProductText.factor(held.x().get(row, j))
            + " = "
            + Numbers.cell(shown),
        List.of(),
        List.of(new Weight(i, j), new Input(row, j)));
  }
}
