package org.inferscope.model.gpt2;

/**
 * Is told when the operations of a forward pass begin and end, one after the other; an operation
 * that is done in pieces, such as head after head, is told of as often. The device has finished
 * what came before each of the calls. Compute thread.
 *
 * <p>Where a backend does several operations in one go, only the first is told of. They are apart
 * where the values between them are kept: {@link Site#POS_EMBED}, {@link Site#SCORES}, {@link
 * Site#PRE}, {@link Site#ATTN_OUT}, {@link Site#MLP_OUT}.
 */
public interface PassClock {
  /**
   * An operation begins.
   *
   * @param layer the block, from 0; 0 outside the blocks
   */
  void begins(Operation operation, int layer);

  /** The operation that has begun is done. */
  void ends(Operation operation, int layer);
}
