package org.inferscope.model.gpt2.generate.explain;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.inferscope.model.explain.Explainer;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.generate.Written;
import org.inferscope.model.gpt2.sampling.Prospects;
import org.inferscope.model.gpt2.sampling.SamplingSettings;

/**
 * What the numbers are explained with.
 *
 * @param pass explains the numbers of the pass; empty without one
 * @param prospects what may follow a position; empty for one whose logits are not there
 * @param word a token on screen by its id
 * @param settings how a token is chosen
 * @param config the model's sizes; empty without a model
 * @param steps how tokens were written
 */
public record NextNumbers(
    Optional<? extends Explainer> pass,
    IntFunction<Optional<Prospects>> prospects,
    IntFunction<String> word,
    SamplingSettings settings,
    Optional<Gpt2Config> config,
    List<Written> steps) {

  /** Copies the list. */
  public NextNumbers {
    steps = List.copyOf(steps);
  }

  /** What may follow a position, under the settings. */
  Optional<Prospects> at(int position) {
    Optional<Prospects> found = prospects.apply(position);
    found.ifPresent(each -> each.set(settings));
    return found;
  }

  /** The step that wrote the token at a position. */
  Optional<Written> step(int position) {
    return steps.stream().filter(step -> step.before().size() == position).findFirst();
  }
}
