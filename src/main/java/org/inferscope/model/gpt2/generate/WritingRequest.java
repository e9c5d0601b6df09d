package org.inferscope.model.gpt2.generate;

import java.util.List;
import org.inferscope.model.gpt2.sampling.SamplingSettings;
import org.inferscope.tensor.Args;

/**
 * A token to write. Immutable, any thread.
 *
 * @param ids all tokens so far, at least one
 * @param written how many of them were written after the prompt: as many random numbers of the seed
 *     are passed over, so that going back and on again leads to the same text
 * @param room for how many tokens after this one memory is taken right away
 * @param sampling how it is chosen
 * @param candidates how many of the likeliest are told
 * @param cache whether the cache is used
 */
public record WritingRequest(
    List<Integer> ids,
    int written,
    int room,
    SamplingSettings sampling,
    int candidates,
    CacheUse cache) {

  /** Copies the list and refuses negative counts. */
  public WritingRequest {
    ids = List.copyOf(ids);
    Args.notNegative(written, "written");
    Args.notNegative(room, "room");
    Args.notNegative(candidates, "candidates");
  }
}
