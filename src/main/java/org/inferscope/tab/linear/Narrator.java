package org.inferscope.tab.linear;

import org.inferscope.model.linear.LinearGeometry;
import org.inferscope.model.linear.LinearLayer;
import org.inferscope.model.linear.LinearNames;
import org.inferscope.model.linear.LinearRef;
import org.inferscope.model.linear.LinearSentence;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Says in one sentence what the audience is looking at. Stateless. */
final class Narrator {
  private Narrator() {}

  static String say(LinearPresenter presenter) {
    if (presenter.stage() == Display.Stage.GEOMETRY) {
      return geometry(presenter);
    }
    if (presenter.stepper().isUnderWay()) {
      return step(presenter);
    }
    return presenter.isPointedAt() ? focus(presenter) : whole(presenter);
  }

  private static String geometry(LinearPresenter presenter) {
    return LinearGeometry.of(presenter.layer()).story();
  }

  private static String step(LinearPresenter presenter) {
    int i = presenter.stepper().row();
    int inputs = presenter.layer().inputs();
    int terms = presenter.stepper().terms(i);
    String y = LinearNames.output(presenter.x().rows(), presenter.row(), i);
    return terms >= inputs
        ? Texts.get("linear.say.bias", y, LinearNames.bias(i))
        : Texts.get(
            "linear.say.step",
            y,
            Numbers.count(i + 1L),
            Numbers.count(terms),
            Numbers.count(inputs));
  }

  /** What is under the pointer. */
  static String focus(LinearPresenter presenter) {
    LinearRef ref = presenter.focus();
    Matrix x = presenter.held().x();
    LinearLayer layer = presenter.held().layer();
    if (ref instanceof LinearRef.Weight weight) {
      return weight(presenter, weight);
    }
    if (ref instanceof LinearRef.Input input) {
      return Texts.get(
          "linear.say.input",
          LinearNames.input(x.rows(), input.row(), input.j()),
          Numbers.cell(x.get(input.row(), input.j())),
          Numbers.count(input.j() + 1L));
    }
    if (ref instanceof LinearRef.Bias bias) {
      return Texts.get(
          "linear.say.b",
          LinearNames.bias(bias.i()),
          Numbers.cell(layer.b().get(bias.i(), 0)),
          LinearNames.output(x.rows(), presenter.row(), bias.i()));
    }
    return output(presenter, layer, x, (LinearRef.Output) ref);
  }

  /** What an output adds up, and which term counts most. */
  private static String output(
      LinearPresenter presenter, LinearLayer layer, Matrix x, LinearRef.Output output) {
    int row = output.row();
    int i = output.i();
    int largest = 0;
    for (int j = 1; j <= layer.inputs(); j++) {
      if (Math.abs(term(presenter, row, i, j)) > Math.abs(term(presenter, row, i, largest))) {
        largest = j;
      }
    }
    return Texts.get(
        "linear.say.output",
        LinearNames.output(x.rows(), row, i),
        Numbers.count(i + 1L),
        LinearNames.bias(i),
        largest < layer.inputs()
            ? LinearNames.product(x.rows(), row, i, largest)
            : LinearNames.bias(i),
        Numbers.cell(term(presenter, row, i, largest)),
        Numbers.cell(presenter.y().get(row, i)));
  }

  /** The product of input j; the bias after them. */
  private static float term(LinearPresenter presenter, int row, int i, int j) {
    Held held = presenter.held();
    return j < held.layer().inputs() ? held.product(row, i, j) : held.layer().b().get(i, 0);
  }

  private static String weight(LinearPresenter presenter, LinearRef.Weight weight) {
    int row = presenter.row();
    Held held = presenter.held();
    LinearSentence sentence = held.sentence(row, weight.i(), held.layer().inputs() + 1);
    return Texts.get(
        "linear.say.weight",
        sentence.symbol(weight.j()),
        sentence.numbers(weight.j()),
        Numbers.cell(held.product(row, weight.i(), weight.j())),
        LinearNames.output(held.x().rows(), row, weight.i()));
  }

  private static String whole(LinearPresenter presenter) {
    LinearLayer layer = presenter.layer();
    String inputs = Numbers.count(layer.inputs());
    String outputs = Numbers.count(layer.outputs());
    int batch = presenter.x().rows();
    if (batch > 1) {
      return Texts.get("linear.say.batch", Numbers.count(batch), inputs, outputs);
    }
    return presenter.precision() == DType.FP32
        ? Texts.get("linear.say.whole", inputs, outputs)
        : Texts.get("linear.say.rounded", inputs, outputs, presenter.precision().label());
  }
}
