package org.inferscope.model.network.explain;

import org.inferscope.model.network.ColumnStats;
import org.inferscope.text.Texts;

/** Figures of one column over all inputs. */
public enum Statistic {
  /** The share of units that are 0 for every input, 0 to 1. */
  DEAD,
  /** The smallest number. */
  MIN,
  /** The mean of all numbers. */
  MEAN,
  /** The largest number. */
  MAX,
  /** The standard deviation of all numbers, as {@code numpy.std} has it. */
  STD;

  /** The figure's value. */
  public double of(ColumnStats stats) {
    return switch (this) {
      case DEAD -> stats.deadShare();
      case MIN -> stats.min();
      case MEAN -> stats.mean();
      case MAX -> stats.max();
      case STD -> stats.std();
    };
  }

  /** Name on screen: "mean". */
  public String title() {
    return switch (this) {
      case DEAD -> Texts.get("networkexplain.stat.dead");
      case MIN -> Texts.get("networkexplain.stat.min");
      case MEAN -> Texts.get("networkexplain.stat.mean");
      case MAX -> Texts.get("networkexplain.stat.max");
      case STD -> Texts.get("networkexplain.stat.std");
    };
  }

  /** One sentence that says what it is. */
  public String meaning() {
    return switch (this) {
      case DEAD -> Texts.get("networkexplain.stat.dead.meaning");
      case MIN -> Texts.get("networkexplain.stat.min.meaning");
      case MEAN -> Texts.get("networkexplain.stat.mean.meaning");
      case MAX -> Texts.get("networkexplain.stat.max.meaning");
      case STD -> Texts.get("networkexplain.stat.std.meaning");
    };
  }
}
