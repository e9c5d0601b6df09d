package org.inferscope.remote;

import java.util.List;
import org.inferscope.model.gpt2.sampling.SamplingSettings;
import org.inferscope.tensor.Args;

/**
 * What to write.
 *
 * @param prompt what to go on from
 * @param mostTokens how many tokens to add at most
 * @param sampling how each is chosen
 * @param stop texts that end it
 * @param cached whether keys and values of earlier tokens are kept
 */
public record GenerationWish(
    GivenPrompt prompt,
    int mostTokens,
    SamplingSettings sampling,
    List<String> stop,
    boolean cached) {

  /** Copies the list and refuses a negative count. */
  public GenerationWish {
    stop = List.copyOf(stop);
    Args.notNegative(mostTokens, "mostTokens");
  }
}
