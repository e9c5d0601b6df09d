package org.inferscope.model.gpt2;

import java.util.List;
import org.inferscope.compute.InferscopeException;

/**
 * Runs a text token by token: keys and values of what came before are kept, so that a further token
 * costs one row. Belongs to the thread of its model, which must stay open.
 */
public final class Decoder implements AutoCloseable {
  private final Gpt2 model;
  private final KvCache cache;
  private boolean closed;

  Decoder(Gpt2 model, int capacity) {
    this.model = model;
    cache = new KvCache(model.backend(), model.config(), capacity);
  }

  /** How many tokens it has seen. */
  public int length() {
    return cache.length();
  }

  /** How many it has room for. */
  public int capacity() {
    return cache.capacity();
  }

  /**
   * Continues the text.
   *
   * @param ids the next tokens, such as all of a prompt
   * @param checkpoint called between blocks; throws to give up, and then none of them counts
   * @return logits after the last of them [V]
   * @throws InferscopeException if there is none, there is no room for them or one is unknown
   */
  public float[] next(List<Integer> ids, Runnable checkpoint) {
    return model.next(ids, cache, checkpoint);
  }

  /** Forgets the tokens from a position on. */
  public void truncate(int length) {
    cache.truncate(length);
  }

  /** Whether its memory is freed. */
  public boolean isClosed() {
    return closed;
  }

  /** Frees its memory; its model does the same when it is closed. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      cache.close();
      model.forget(this);
    }
  }
}
