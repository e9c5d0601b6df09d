package org.inferscope.model.gpt2.generate;

import java.util.List;
import org.inferscope.model.gpt2.sampling.Candidate;

/**
 * What was generated. Immutable, any thread.
 *
 * @param steps one for each token
 * @param text what was written, without the prompt and without what ended it
 * @param end why it ended
 */
public record Generation(List<Step> steps, String text, End end) {
  /** Copies the list. */
  public Generation {
    steps = List.copyOf(steps);
  }

  /** Why a text ends. */
  public enum End {
    /** As many tokens as were asked for. */
    LENGTH,
    /** One of the texts that end it. */
    STOP_TEXT,
    /** The token for the end of a text. */
    END_OF_TEXT,
    /** The model cannot look at more tokens. */
    CONTEXT_FULL
  }

  /**
   * A token.
   *
   * @param id of the token
   * @param text that can be shown from now on: a token may end inside a character, or begin what
   *     may become the end
   * @param candidates the likeliest tokens, likeliest first
   * @param milliseconds that the model took
   */
  public record Step(int id, String text, List<Candidate> candidates, double milliseconds) {
    /** Copies the list. */
    public Step {
      candidates = List.copyOf(candidates);
    }
  }
}
