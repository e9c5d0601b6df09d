package org.inferscope.tab;

import java.util.Optional;
import org.inferscope.model.matmul.CheckResult;

/**
 * What the check line says.
 *
 * @param state whether there is a result
 * @param result the result; there if done
 * @param message why there is none, in words
 */
public record Check(State state, Optional<CheckResult> result, String message) {
  /** How far the check is. */
  public enum State {
    /** There is nothing to check. */
    NONE,
    /** The backend is at work. */
    RUNNING,
    /** There is a result. */
    DONE,
    /** There is none, and the message says why. */
    FAILED
  }

  /** There is nothing to check. */
  public static final Check NONE = new Check(State.NONE, Optional.empty(), "");

  /** The backend is at work. */
  public static final Check RUNNING = new Check(State.RUNNING, Optional.empty(), "");

  /** A check with its result. */
  public static Check done(CheckResult result) {
    return new Check(State.DONE, Optional.of(result), "");
  }

  /** A check that could not be made. */
  public static Check failed(String message) {
    return new Check(State.FAILED, Optional.empty(), message);
  }
}
