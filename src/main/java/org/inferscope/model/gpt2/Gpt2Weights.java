package org.inferscope.model.gpt2;

import java.nio.FloatBuffer;
import java.util.List;
import org.inferscope.compute.InferscopeException;

/**
 * The parameters of a GPT-2 in the memory of the host, such as a mapped file: checked to be there
 * in their shapes and to hold finite numbers only. Reading may be done on any thread; whoever
 * opened it closes it, once nobody reads it any more.
 */
public interface Gpt2Weights extends AutoCloseable {
  /** The name of an unembedding [V, D] that is not the token embedding. */
  String UNEMBEDDING = "lm_head.weight";

  /** The sizes. */
  Gpt2Config config();

  /** Whether there is an {@link #UNEMBEDDING}; otherwise logits come from the token embedding. */
  boolean hasUnembedding();

  /**
   * The numbers of a parameter, row after row, as direct read-only buffers of native byte order:
   * one, or several that follow each other where one cannot span them. Positions are the caller's.
   *
   * @param name one of {@link Gpt2Config#parameters} or {@link #UNEMBEDDING}
   * @throws InferscopeException if the file can no longer be read
   * @throws IllegalArgumentException if there is no such parameter
   */
  List<FloatBuffer> values(String name);

  /** Gives the memory back, unmaps files. Reading afterwards is refused; closing again is not. */
  @Override
  void close();
}
