package org.inferscope.tab.gpt2.desk;

import java.util.List;
import java.util.stream.IntStream;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/**
 * What hidden states are called on screen. There are L + 1: the embedding, then the residual stream
 * after each block, of which the last has been through the final layer norm. Stateless, any thread.
 */
public final class StateNames {
  private StateNames() {}

  /**
   * In a sentence or before a row: "layer 3".
   *
   * @param index from 0 to L
   */
  public static String of(int index) {
    return index == 0
        ? Texts.get("gpt2states.embedding")
        : Texts.get("gpt2states.layer", Numbers.count(index - 1));
  }

  /** At an axis: "emb", "0", "1" and so on. */
  public static List<String> brief(int layers) {
    return IntStream.rangeClosed(0, layers).mapToObj(StateNames::briefly).toList();
  }

  private static String briefly(int index) {
    return index == 0 ? Texts.get("gpt2states.embedding.brief") : Numbers.count(index - 1);
  }
}
