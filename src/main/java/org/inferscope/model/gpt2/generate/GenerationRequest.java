package org.inferscope.model.gpt2.generate;

import java.util.List;
import org.inferscope.model.gpt2.sampling.SamplingSettings;
import org.inferscope.tensor.Args;

/**
 * What to generate. Immutable, any thread.
 *
 * @param prompt its tokens, at least one
 * @param mostTokens how many tokens to add at most
 * @param sampling how each is chosen
 * @param stop texts that end it; they are not part of what is generated
 * @param candidates how many of the likeliest tokens are told for each step
 * @param cached whether keys and values of earlier tokens are kept; without, every step runs the
 *     whole text again, with the same result
 */
public record GenerationRequest(
    List<Integer> prompt,
    int mostTokens,
    SamplingSettings sampling,
    List<String> stop,
    int candidates,
    boolean cached) {

  /** Copies the lists and refuses negative counts. */
  public GenerationRequest {
    prompt = List.copyOf(prompt);
    stop = List.copyOf(stop);
    Args.notNegative(mostTokens, "mostTokens");
    Args.notNegative(candidates, "candidates");
  }
}
