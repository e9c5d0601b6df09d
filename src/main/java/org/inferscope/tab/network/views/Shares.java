package org.inferscope.tab.network.views;

import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Shares in per cent. Stateless, any thread. */
final class Shares {
  private Shares() {}

  /** "54 %"; a decimal below 10 %, and never 0 or 100 for what is not. */
  static String of(double share) {
    double percent = 100 * share;
    boolean isFine = (percent > 0 && percent < 10) || (percent > 99 && percent < 100);
    boolean isTiny = percent > 0 && percent < 0.05;
    boolean isNearlyAll = percent >= 99.95 && percent < 100;
    if (isTiny) {
      return Texts.get("networkviews.percent.below", Numbers.fixed(0.1, 1));
    }
    if (isNearlyAll) {
      return Texts.get("networkviews.percent.above", Numbers.fixed(99.9, 1));
    }
    return Texts.get("networkviews.percent", Numbers.fixed(percent, isFine ? 1 : 0));
  }
}
