package org.inferscope.tab.gpt2.whatif;

import java.util.Arrays;
import java.util.List;

/** What stands in a row of the paired bars, from left to right, upper before lower. */
enum PairFigure {
  /** The token's text and its bars. */
  TOKEN,
  /** Its probability with all parts. */
  BEFORE,
  /** Its probability without some. */
  AFTER,
  /** How much that has changed. */
  CHANGE,
  /** Its logit with all parts. */
  LOGIT_BEFORE,
  /** Its logit without some. */
  LOGIT_AFTER;

  static List<PairFigure> all() {
    return Arrays.asList(values());
  }
}
