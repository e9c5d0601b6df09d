package org.inferscope.model.gpt2.generate;

/** Whether keys and values of earlier tokens are kept while a text is written. */
public enum CacheUse {
  /** They are: a further token costs one row. */
  WITH,
  /** They are not: each token costs a pass over the whole text. */
  WITHOUT,
  /** Each token is computed both ways, to measure them side by side. */
  BOTH;

  /** Whether a cache is used. */
  public boolean isCached() {
    return this != WITHOUT;
  }

  /** Whether the whole text is run for each token. */
  public boolean isUncached() {
    return this != WITH;
  }
}
