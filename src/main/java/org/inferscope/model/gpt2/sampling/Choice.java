package org.inferscope.model.gpt2.sampling;

import java.util.List;

/**
 * The token chosen and what else could have been. Immutable.
 *
 * @param chosen the token, which need not be among the candidates
 * @param candidates as many as were asked for, the likeliest first (after the repetition penalty),
 *     of the equally likely the lowest id
 */
public record Choice(Candidate chosen, List<Candidate> candidates) {

  /** Keeps its own list. */
  public Choice {
    candidates = List.copyOf(candidates);
  }

  /** The chosen token's id. */
  public int id() {
    return chosen.id();
  }
}
