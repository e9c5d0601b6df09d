package org.inferscope.tab.gpt2.whatif;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.inferscope.model.gpt2.whatif.Ablation;
import org.inferscope.model.gpt2.whatif.Part;
import org.inferscope.tensor.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * All that the plan of the model shows. Immutable.
 *
 * @param words the prompt's tokens as they are written on screen
 * @param layers L
 * @param heads H
 * @param away what is taken away
 * @param followed the token after which the next is looked at
 * @param changes a change for each layer × (heads, then the MLP), NaN where none is known; null
 *     where there is no map
 * @param limit the size of change that gets the strongest colour
 * @param legend what the colours say, in words
 * @param selected the head that all views follow
 */
record PlanScene(
    List<String> words,
    int layers,
    int heads,
    Ablation away,
    int followed,
    @Nullable Matrix changes,
    double limit,
    String legend,
    Part.Head selected) {

  /** A part's change; empty where none is known. */
  Optional<Double> change(Part part) {
    Matrix known = changes;
    if (known == null || part instanceof Part.Token) {
      return Optional.empty();
    }
    double change =
        part instanceof Part.Head head
            ? known.get(head.layer(), head.head())
            : known.get(((Part.Mlp) part).layer(), heads);
    return Double.isNaN(change) ? Optional.empty() : Optional.of(change);
  }

  /** All heads and MLPs, layer by layer. */
  List<Part> parts() {
    return IntStream.range(0, layers * (heads + 1))
        .mapToObj(k -> part(k / (heads + 1), k % (heads + 1)))
        .toList();
  }

  /** The part in a row and a column of the plan: heads, then the MLP. */
  Part part(int layer, int column) {
    return column == heads ? new Part.Mlp(layer) : new Part.Head(layer, column);
  }
}
