package org.inferscope.model.gpt2.whatif;

/** How it is told what a part does for a token. */
public enum Measure {
  /** The change of the natural logarithm of its probability, in nats. */
  LOG_PROBABILITY,
  /** The change of its logit. */
  LOGIT,
  /** The change of its logit by way of the part's own addend alone: direct logit attribution. */
  DIRECT
}
