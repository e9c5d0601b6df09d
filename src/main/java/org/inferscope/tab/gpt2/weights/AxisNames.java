package org.inferscope.tab.gpt2.weights;

import org.inferscope.model.gpt2.weights.ParameterFacts;
import org.inferscope.text.Texts;

/**
 * What rows and columns of a parameter stand for.
 *
 * @param rows empty for a vector
 * @param cols what the columns stand for
 */
record AxisNames(String rows, String cols) {
  /** The names at a parameter's axes. */
  static AxisNames of(ParameterFacts parameter) {
    String dimension = Texts.get("gpt2weights.axis.dimension");
    return switch (parameter.name()) {
      case "wte.weight", "lm_head.weight" ->
          new AxisNames(Texts.get("gpt2weights.axis.token"), dimension);
      case "wpe.weight" -> new AxisNames(Texts.get("gpt2weights.axis.position"), dimension);
      default ->
          parameter.shape().rank() == 1
              ? new AxisNames("", dimension)
              : new AxisNames(
                  Texts.get("gpt2weights.axis.input"), Texts.get("gpt2weights.axis.output"));
    };
  }
}
