package org.inferscope.model.gpt2.weights;

/** What a pixel shows that stands for many numbers. */
public enum Merge {
  /** Their mean: rows and columns that lean to one side stand out, what is random fades. */
  MEAN,
  /** The number that is farthest from zero, with its sign: single outliers stand out. */
  LARGEST
}
