package org.inferscope.model.roofline.transformer;

import org.inferscope.tensor.Args;

/**
 * What a model is given to do in one go.
 *
 * @param phase reading a prompt, or making one token
 * @param sequence tokens of the prompt that are read in one go (prefill only)
 * @param batch B, sequences side by side
 * @param cached P, tokens of each sequence whose keys and values are there already
 */
public record Workload(Phase phase, int sequence, int batch, int cached) {
  /** The most tokens of a sequence. */
  public static final int LONGEST = 1 << 20;

  /** The most sequences. */
  public static final int LARGEST_BATCH = 4096;

  /** The notebook's: one prompt of 2048 tokens. */
  public static final Workload NOTEBOOK = new Workload(Phase.PREFILL, 2048, 1, 0);

  /** Refuses sizes out of range. */
  public Workload {
    Args.require(sequence >= 1 && sequence <= LONGEST, "sequence", sequence, "1 to " + LONGEST);
    Args.require(batch >= 1 && batch <= LARGEST_BATCH, "batch", batch, "1 to " + LARGEST_BATCH);
    Args.require(cached >= 0 && cached <= LONGEST, "cached", cached, "0 to " + LONGEST);
  }

  /** What is being done. */
  public enum Phase {
    /** All tokens of a prompt at once. */
    PREFILL,
    /** One new token for each sequence. */
    DECODE
  }

  /** S, new tokens of each sequence. */
  public int newTokens() {
    return phase == Phase.PREFILL ? sequence : 1;
  }

  /** C, what each new token may attend to at most. */
  public double context() {
    return (double) cached + newTokens();
  }

  /** New tokens of all sequences. */
  public double tokens() {
    return (double) batch * newTokens();
  }

  /** The same in another phase. */
  public Workload with(Phase other) {
    return new Workload(other, sequence, batch, cached);
  }

  /** The same for a prompt of another length. */
  public Workload withSequence(int other) {
    return new Workload(phase, other, batch, cached);
  }

  /** The same for so many sequences. */
  public Workload withBatch(int other) {
    return new Workload(phase, sequence, other, cached);
  }

  /** The same after so many cached tokens. */
  public Workload withCached(int other) {
    return new Workload(phase, sequence, batch, other);
  }
}
