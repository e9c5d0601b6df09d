package org.inferscope.remote;

import java.util.List;

/**
 * What a trace comes to.
 *
 * @param tokens T
 * @param next the likeliest next tokens, likeliest first
 */
public record TraceSummary(int tokens, List<NextToken> next) {
  /** How many next tokens are told. */
  static final int SHOWN = 5;

  /** Copies the list. */
  public TraceSummary {
    next = List.copyOf(next);
  }
}
