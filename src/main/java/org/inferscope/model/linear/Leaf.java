package org.inferscope.model.linear;

import java.util.List;
import org.inferscope.model.linear.LinearRef.Bias;
import org.inferscope.model.linear.LinearRef.Input;
import org.inferscope.model.linear.LinearRef.Weight;
import org.inferscope.model.matmul.TypedNumbers;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/**
 * Where a number of W, b or x came from.
 *
 * @param origin one sentence: typed, or what filled it in
 * @param exact the number in float64, as it was meant: 0.1 where 0.1 was typed
 */
record Leaf(String origin, double exact) {
  static Leaf of(LinearSnapshot snapshot, Weight weight, float held) {
    boolean filled =
        snapshot
            .origin()
            .map(request -> request.make().w())
            .filter(w -> holds(w, weight.i(), weight.j(), held))
            .isPresent();
    return parameter(snapshot, filled, snapshot.textsW(), weight.i(), weight.j(), held);
  }

  static Leaf of(LinearSnapshot snapshot, Bias bias, float held) {
    boolean filled =
        snapshot
            .origin()
            .map(request -> request.make().b())
            .filter(b -> holds(b, bias.i(), 0, held))
            .isPresent();
    return parameter(snapshot, filled, snapshot.textsB(), bias.i(), 0, held);
  }

  static Leaf of(LinearSnapshot snapshot, Input input, float held) {
    boolean filled =
        snapshot
            .inputSeed()
            .map(seed -> Inputs.random(seed, snapshot.batch(), snapshot.layer().inputs()))
            .filter(x -> holds(x, input.row(), input.j(), held))
            .isPresent();
    return filled
        ? new Leaf(
            Texts.get(
                "linearmodel.origin.inputs", Long.toString(snapshot.inputSeed().orElseThrow())),
            held)
        : typed(snapshot.textsX(), input.row(), input.j(), held);
  }

  private static Leaf parameter(
      LinearSnapshot snapshot,
      boolean filled,
      List<List<String>> texts,
      int row,
      int column,
      float held) {
    Leaf typed = typed(texts, row, column, held);
    if (!filled) {
      return typed;
    }
    InitRequest request = snapshot.origin().orElseThrow();
    // The notebook's 0.1 is meant as 0.1; numbers that were computed have no text that is exact
    boolean written = request.init() == Initialisation.NOTEBOOK;
    return new Leaf(origin(request), written ? typed.exact() : held);
  }

  private static Leaf typed(List<List<String>> texts, int row, int column, float held) {
    TypedNumbers typed = new TypedNumbers(texts);
    return new Leaf(
        Texts.get("linearmodel.origin.typed", typed.text(row, column, held)),
        typed.exact(row, column, held));
  }

  private static String origin(InitRequest request) {
    Initialisation init = request.init();
    if (init == Initialisation.NOTEBOOK) {
      return Texts.get("linearmodel.origin.notebook");
    }
    if (init.isRandom()) {
      return Texts.get("linearmodel.origin.seeded", init.title(), Long.toString(request.seed()));
    }
    return init.hasAngle()
        ? Texts.get("linearmodel.origin.angle", init.title(), Numbers.cell(request.degrees()))
        : Texts.get("linearmodel.origin.filled", init.title());
  }

  private static boolean holds(Matrix matrix, int row, int column, float value) {
    return row < matrix.rows() && column < matrix.cols() && matrix.get(row, column) == value;
  }
}
