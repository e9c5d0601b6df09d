package org.inferscope.tab.gpt2.map;

import java.util.Optional;
import org.inferscope.model.gpt2.walk.Walk;
import org.inferscope.model.gpt2.walk.WalkStep;

/**
 * Where the walk is. Immutable, any thread.
 *
 * @param step the step that is on its way, or was done last; empty before the first
 * @param phase how far it has come, 0 to 1
 */
record Place(Optional<WalkStep> step, double phase) {

  /**
   * The place after some steps.
   *
   * @param progress how many are done, with the part of the one under way
   */
  static Place of(Walk walk, double progress) {
    double held = Math.max(0, Math.min(walk.size(), progress));
    int done = (int) held;
    double part = held - done;
    if (part > 0) {
      return new Place(Optional.of(walk.at(done)), part);
    }
    return done == 0
        ? new Place(Optional.empty(), 1)
        : new Place(Optional.of(walk.at(done - 1)), 1);
  }

  /** Whether the step is done. */
  boolean isDone() {
    return phase >= 1;
  }
}
