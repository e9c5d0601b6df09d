package org.inferscope.tab.gpt2.next;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inferscope.model.gpt2.generate.Written;

/**
 * How the tokens of the text that stands there were written, as far as that was seen: what a lesson
 * brings along has no times. Confined to the presenter's thread.
 */
final class Trail {
  private final List<Written> steps = new ArrayList<>();
  private int version;

  /** A token has been written after all that is here. */
  void add(Written step) {
    steps.add(step);
    version++;
  }

  /** Forgets everything. */
  void clear() {
    steps.clear();
    version++;
  }

  /** Forgets what is no longer part of the text; each step's tokens begin with the one before's. */
  void keep(List<Integer> ids) {
    while (!steps.isEmpty() && !isPart(steps.get(steps.size() - 1), ids)) {
      steps.remove(steps.size() - 1);
      version++;
    }
  }

  private static boolean isPart(Written step, List<Integer> ids) {
    int length = step.before().size();
    return length < ids.size()
        && ids.get(length) == step.id()
        && ids.subList(0, length).equals(step.before());
  }

  /** Another number after each change. */
  int version() {
    return version;
  }

  /** The steps, first to last. */
  List<Written> steps() {
    return List.copyOf(steps);
  }

  /** The step that wrote the token at a position. */
  Optional<Written> at(int position) {
    return steps.stream().filter(step -> step.before().size() == position).findFirst();
  }

  /** The last step. */
  Optional<Written> last() {
    return steps.isEmpty() ? Optional.empty() : Optional.of(steps.get(steps.size() - 1));
  }

  /** The first position at which the two ways led to different tokens. */
  Optional<Written> disagreement() {
    return steps.stream().filter(step -> !step.agrees()).findFirst();
  }
}
