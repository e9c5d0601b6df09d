package org.inferscope.tab.matmul;

import java.util.Optional;
import org.inferscope.model.matmul.CheckResult;

/**
 * What the check line says.
 *
 * @param state whether there is a result
 * @param result the result; there if done
 * @param message why there is none, in words
 */
record Check(State state, Optional<CheckResult> result, String message) {
  /** How far the check is. */
  enum State {
    /** The shapes do not fit: nothing to check. */
    NONE,
    RUNNING,
    DONE,
    FAILED
  }

  static final Check NONE = new Check(State.NONE, Optional.empty(), "");
  static final Check RUNNING = new Check(State.RUNNING, Optional.empty(), "");

  static Check done(CheckResult result) {
    return new Check(State.DONE, Optional.of(result), "");
  }

  static Check failed(String message) {
    return new Check(State.FAILED, Optional.empty(), message);
  }
}
