package org.inferscope.model.gpt2.weights;

import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** A figure that sums a parameter up. */
public enum Statistic {
  /** How many numbers it has. */
  COUNT,
  /** Which part of the model it is, in percent. */
  SHARE,
  /** Their mean. */
  MEAN,
  /** Their standard deviation. */
  DEVIATION,
  /** The smallest. */
  MIN,
  /** The largest. */
  MAX;

  private static final double PERCENT = 100;

  /** Its name on screen. */
  public String title() {
    return switch (this) {
      case COUNT -> Texts.get("gpt2weights.stat.count");
      case SHARE -> Texts.get("gpt2weights.stat.share");
      case MEAN -> Texts.get("gpt2weights.stat.mean");
      case DEVIATION -> Texts.get("gpt2weights.stat.std");
      case MIN -> Texts.get("gpt2weights.stat.min");
      case MAX -> Texts.get("gpt2weights.stat.max");
    };
  }

  /** What it says of a parameter, in a sentence. */
  public String meaning(String parameter) {
    return switch (this) {
      case COUNT -> Texts.get("gpt2weights.stat.count.meaning", parameter);
      case SHARE -> Texts.get("gpt2weights.stat.share.meaning", parameter);
      case MEAN -> Texts.get("gpt2weights.stat.mean.meaning", parameter);
      case DEVIATION -> Texts.get("gpt2weights.stat.std.meaning", parameter);
      case MIN -> Texts.get("gpt2weights.stat.min.meaning", parameter);
      case MAX -> Texts.get("gpt2weights.stat.max.meaning", parameter);
    };
  }

  /** How it is computed, in symbols. */
  String formula() {
    return switch (this) {
      case COUNT -> Texts.get("gpt2weights.stat.count.formula");
      case SHARE -> Texts.get("gpt2weights.stat.share.formula");
      case MEAN -> Texts.get("gpt2weights.stat.mean.formula");
      case DEVIATION -> Texts.get("gpt2weights.stat.std.formula");
      case MIN -> Texts.get("gpt2weights.stat.min.formula");
      case MAX -> Texts.get("gpt2weights.stat.max.formula");
    };
  }

  /** Whether it is known without reading the numbers. */
  public boolean isOfShape() {
    return this == COUNT || this == SHARE;
  }

  /** Its value of a parameter, if it {@link #isOfShape}. */
  public double of(ParameterFacts parameter) {
    return this == COUNT ? parameter.count() : PERCENT * parameter.share();
  }

  /** Its value of a parameter whose numbers were read. */
  public double of(WeightStats stats) {
    return switch (this) {
      case COUNT, SHARE -> throw new IllegalArgumentException(this + " is the shape's");
      case MEAN -> stats.mean();
      case DEVIATION -> stats.deviation();
      case MIN -> stats.min().value();
      case MAX -> stats.max().value();
    };
  }

  /** A value of it on screen. */
  public String text(double value) {
    return switch (this) {
      case COUNT -> Numbers.count((long) value);
      case SHARE -> Numbers.significant(value) + " %";
      case MEAN, DEVIATION -> Numbers.fixed(value, 4);
      case MIN, MAX -> Numbers.cell(value);
    };
  }
}
