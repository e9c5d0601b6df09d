package org.inferscope.model.gpt2.generate;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.inferscope.model.gpt2.sampling.Choice;

/**
 * A token that was written, and what it was chosen from.
 *
 * @param before the tokens it follows; immutable
 * @param choice the token and what it beat
 * @param read how many tokens the cache had to read for it: all of a prompt, then one each time; 0
 *     without
 * @param cached milliseconds with the cache; empty if it was not used
 * @param uncached milliseconds without; empty if that was not measured
 * @param uncachedId the token chosen without the cache, which has to be the same
 */
public record Written(
    List<Integer> before,
    Choice choice,
    int read,
    OptionalDouble cached,
    OptionalDouble uncached,
    OptionalInt uncachedId) {

  /** Copies the list. */
  public Written {
    before = List.copyOf(before);
  }

  /** The token. */
  public int id() {
    return choice.id();
  }

  /** Whether both ways led to one token, as far as both were gone. */
  public boolean agrees() {
    return uncachedId.isEmpty() || uncachedId.getAsInt() == id();
  }
}
