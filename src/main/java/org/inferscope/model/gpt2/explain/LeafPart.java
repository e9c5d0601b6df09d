package org.inferscope.model.gpt2.explain;

import org.inferscope.model.explain.Explanation;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Typed;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Weight;
import org.inferscope.tensor.Numbers;
import org.inferscope.tensor.Shape;
import org.inferscope.text.Texts;

/** Explains what nothing stands behind: weights, and the tokens of the prompt. */
final class LeafPart implements ExplainerPart {
  private final Pass pass;
  private final Names names;

  LeafPart(Tools tools) {
    pass = tools.pass();
    names = tools.names();
  }

  @Override
  public boolean handles(Gpt2Ref ref) {
    return ref instanceof Weight || ref instanceof Typed;
  }

  @Override
  public boolean knows(Gpt2Ref ref) {
    return ref instanceof Weight weight
        ? pass.shape(weight.parameter()).filter(shape -> isIn(weight, shape)).isPresent()
        : ref instanceof Typed typed && pass.isPosition(typed.position());
  }

  private static boolean isIn(Weight weight, Shape shape) {
    int rows = shape.rank() == 1 ? 1 : shape.dim(0);
    int cols = shape.dim(shape.rank() - 1);
    return weight.row() >= 0 && weight.row() < rows && weight.col() >= 0 && weight.col() < cols;
  }

  @Override
  public boolean hasInputs(Gpt2Ref ref) {
    return true;
  }

  @Override
  public String title(Gpt2Ref ref) {
    return ref instanceof Typed typed
        ? Texts.get(
            "gpt2explain.title.typed",
            names.quoted(typed.position()),
            Numbers.count(typed.position()))
        : Texts.get("gpt2explain.title.weight", names.label(ref));
  }

  @Override
  public double shown(Gpt2Ref ref) {
    return ref instanceof Typed typed ? pass.trace().ids().get(typed.position()) : Double.NaN;
  }

  @Override
  public Explanation explain(Gpt2Ref ref) {
    if (ref instanceof Weight weight) {
      double value = pass.read(weight.parameter()).get(weight.row(), weight.col());
      return new Draft(ref, title(ref), meaning(weight)).values(value, value).done();
    }
    double id = shown(ref);
    String meaning = Texts.get("gpt2explain.meaning.typed", Numbers.count((long) id));
    return new Draft(ref, title(ref), meaning).values(id, id).done();
  }

  private String meaning(Weight weight) {
    String name = weight.parameter();
    String shape = pass.shape(name).orElseThrow().toString();
    String row = Numbers.count(weight.row());
    String col = Numbers.count(weight.col());
    if (name.endsWith(".bias")) {
      return Texts.get("gpt2explain.meaning.bias", col, name, shape);
    }
    if (name.contains("ln_")) {
      return Texts.get("gpt2explain.meaning.gain", col, name, shape);
    }
    if (name.equals(Pass.POSITIONS)) {
      return Texts.get("gpt2explain.meaning.position", row, col, name, shape);
    }
    return name.startsWith("h.")
        ? Texts.get("gpt2explain.meaning.weight", row, col, name, shape)
        : Texts.get("gpt2explain.meaning.tokenRow", names.token(weight.row()), col, name, shape);
  }
}
