package org.inferscope.io.gpt2;

import java.util.List;
import org.inferscope.io.safetensors.StoredType;

/**
 * What can be said of a model beside its sizes. Immutable, any thread.
 *
 * @param parameters how many numbers it was trained to; a tied unembedding counts once
 * @param bytes of the files with its weights
 * @param types that its parameters are stored as, in the order of {@link StoredType}; one for most
 * @param inPlace whether all weights are used where they lie in the files
 * @param tied whether logits come from the token embedding
 * @param leftAside tensors in the files that are no part of a GPT-2, masks not counted
 */
public record ModelFacts(
    long parameters,
    long bytes,
    List<StoredType> types,
    boolean inPlace,
    boolean tied,
    List<String> leftAside) {
  /** Copies the lists. */
  public ModelFacts {
    types = List.copyOf(types);
    leftAside = List.copyOf(leftAside);
  }
}
