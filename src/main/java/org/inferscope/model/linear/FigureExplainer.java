package org.inferscope.model.linear;

import static org.inferscope.model.linear.LayerQuantity.BATCH;
import static org.inferscope.model.linear.LayerQuantity.BIASES;
import static org.inferscope.model.linear.LayerQuantity.BYTES_MOVED;
import static org.inferscope.model.linear.LayerQuantity.BYTES_PER_NUMBER;
import static org.inferscope.model.linear.LayerQuantity.FLOPS_BATCH;
import static org.inferscope.model.linear.LayerQuantity.INPUTS;
import static org.inferscope.model.linear.LayerQuantity.OUTPUTS;
import static org.inferscope.model.linear.LayerQuantity.PARAMETERS;
import static org.inferscope.model.linear.LayerQuantity.WEIGHTS;

import java.util.List;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.linear.LinearRef.Figure;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/**
 * Explains the figures of a {@link LayerCost}: bytes and FLOPs by what takes them, down to the
 * sizes and the bytes of one number, which are leaves. Knows any batch and number format, so that
 * "what if" figures can be asked about, but only the layer of the snapshot.
 */
final class FigureExplainer implements ExplainerPart {
  private final LinearLayer layer;

  FigureExplainer(LinearSnapshot snapshot) {
    layer = snapshot.layer();
  }

  @Override
  public boolean handles(ValueRef ref) {
    return ref instanceof Figure;
  }

  @Override
  public boolean knows(ValueRef ref) {
    return ref instanceof Figure figure
        && figure.cost().inputs() == layer.inputs()
        && figure.cost().outputs() == layer.outputs();
  }

  @Override
  public String label(ValueRef ref) {
    return ((Figure) ref).quantity().title();
  }

  @Override
  public Explanation explain(ValueRef ref) {
    Figure figure = (Figure) ref;
    LayerCost cost = figure.cost();
    FigureTerms terms = new FigureTerms(cost);
    return switch (figure.quantity()) {
      case INPUTS, OUTPUTS, BATCH -> leaf(figure, figure.quantity().meaning());
      case BYTES_PER_NUMBER ->
          leaf(figure, Texts.get("linearfigures.cost.dtype", cost.dtype().label()));
      case WEIGHTS -> counted(figure, "O·I", "%s·%s", List.of(), OUTPUTS, INPUTS);
      case BIASES ->
          explanation(figure, BIASES.meaning(), "O", cost.text(OUTPUTS), List.of(), OUTPUTS);
      case PARAMETERS -> parameters(figure);
      case BYTES_OF_WEIGHTS -> bytes(figure, WEIGHTS, terms.bytesOfWeights());
      case BYTES_OF_BIASES -> bytes(figure, BIASES, terms.bytesOfBiases());
      case BYTES -> bytes(figure, PARAMETERS, terms.bytes());
      case FLOPS_ONE -> counted(figure, "2·O·I", "2·%s·%s", terms.flops(OUTPUTS), OUTPUTS, INPUTS);
      case FLOPS_BATCH ->
          counted(
              figure, "2·T·O·I", "2·%s·%s·%s", terms.flops(BATCH, OUTPUTS), BATCH, OUTPUTS, INPUTS);
      case BYTES_MOVED -> moved(figure, terms.bytesMoved());
      case BYTES_PER_ROW -> ratio(figure, BYTES_MOVED, BATCH, terms.bytesPerRow());
      case INTENSITY -> ratio(figure, FLOPS_BATCH, BYTES_MOVED, List.of());
    };
  }

  private static Explanation leaf(Figure figure, String meaning) {
    return explanation(figure, meaning, "", "", List.of());
  }

  private static Explanation counted(
      Figure figure, String formula, String pattern, List<Term> terms, LayerQuantity... sizes) {
    LayerCost cost = figure.cost();
    Object[] numbers = List.of(sizes).stream().map(cost::text).toArray();
    return explanation(
        figure,
        figure.quantity().meaning(),
        formula,
        pattern.formatted(numbers) + " = " + cost.text(figure.quantity()),
        terms,
        sizes);
  }

  private static Explanation parameters(Figure figure) {
    LayerCost cost = figure.cost();
    return explanation(
        figure,
        figure.quantity().meaning(),
        "O·I + O",
        "%1$s·%2$s + %1$s = %3$s"
            .formatted(cost.text(OUTPUTS), cost.text(INPUTS), cost.text(PARAMETERS)),
        new FigureTerms(cost).parameters(),
        WEIGHTS,
        BIASES);
  }

  private static Explanation bytes(Figure figure, LayerQuantity numbers, List<Term> terms) {
    LayerCost cost = figure.cost();
    String product = cost.text(numbers) + "·" + cost.text(BYTES_PER_NUMBER);
    return explanation(
        figure,
        figure.quantity().meaning(),
        Texts.get("linearfigures.cost.bytes.formula", numbers.title()),
        filled(figure, product),
        terms,
        numbers,
        BYTES_PER_NUMBER);
  }

  private static Explanation moved(Figure figure, List<Term> terms) {
    LayerCost cost = figure.cost();
    String product =
        "(%2$s·%1$s + %2$s + %3$s·%1$s + %3$s·%2$s)·%4$s"
            .formatted(
                cost.text(INPUTS),
                cost.text(OUTPUTS),
                cost.text(BATCH),
                cost.text(BYTES_PER_NUMBER));
    return explanation(
        figure,
        figure.quantity().meaning(),
        Texts.get("linearfigures.cost.bytesMoved.formula"),
        filled(figure, product),
        terms,
        OUTPUTS,
        INPUTS,
        BATCH,
        BYTES_PER_NUMBER);
  }

  /** "15·4 = 60", and "15·0.5 = 7.5, filled up to 8" where the last byte is not full. */
  private static String filled(Figure figure, String product) {
    LayerCost cost = figure.cost();
    String whole = cost.text(figure.quantity());
    if (!cost.isLastByteFilledUp(figure.quantity())) {
      return product + " = " + whole;
    }
    double bytes = cost.numbers(figure.quantity()) * cost.dtype().bytes();
    return Texts.get("linearfigures.cost.filled", product, Numbers.cell(bytes), whole);
  }

  private static Explanation ratio(
      Figure figure, LayerQuantity above, LayerQuantity below, List<Term> terms) {
    LayerCost cost = figure.cost();
    return explanation(
        figure,
        figure.quantity().meaning(),
        above.title() + " / " + below.title(),
        cost.text(above) + " / " + cost.text(below) + " = " + cost.text(figure.quantity()),
        terms,
        above,
        below);
  }

  /** Figures are float64 from the start, so that shown and exact value are one. */
  private static Explanation explanation(
      Figure figure,
      String meaning,
      String formula,
      String substituted,
      List<Term> terms,
      LayerQuantity... sources) {
    LayerQuantity quantity = figure.quantity();
    double value = figure.cost().value(quantity);
    return new Explanation(
        figure,
        quantity.title(),
        meaning,
        value,
        value,
        quantity.unit(),
        formula,
        substituted,
        terms,
        FigureTerms.refs(figure.cost(), sources));
  }
}
