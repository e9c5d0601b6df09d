package org.inferscope.model.gpt2;

import java.util.Optional;
import org.inferscope.tensor.Args;

/**
 * A site of one block, or one that is there once. Immutable, any thread.
 *
 * @param site the place
 * @param layer the block, from 0; 0 for a site outside the blocks
 */
public record HookPoint(Site site, int layer) {
  private static final int MOST_DIGITS = 6;

  /** Refuses a layer where there is none. */
  public HookPoint {
    Args.notNegative(layer, "layer");
    Args.require(site.isInBlocks() || layer == 0, "layer", layer, "0 for " + site);
  }

  /** A site outside the blocks. */
  public static HookPoint of(Site site) {
    return new HookPoint(site, 0);
  }

  /**
   * Where a hidden state is, as Hugging Face counts them: 0 is the embedding, the last the end
   * after the final layer norm, any other the residual stream after as many blocks.
   *
   * @param index from 0 to L
   * @param layers L
   */
  public static HookPoint ofState(int index, int layers) {
    Args.inRange(index, 0, layers, "index");
    if (index == 0) {
      return new HookPoint(Site.RESID_PRE, 0);
    }
    return index == layers ? of(Site.LN_FINAL) : new HookPoint(Site.RESID_POST, index - 1);
  }

  /**
   * The point of this name.
   *
   * @param name as TransformerLens has it: {@code blocks.3.attn.hook_z}
   * @return empty if there is none
   */
  public static Optional<HookPoint> parse(String name) {
    for (Site site : Site.all()) {
      if (!site.isInBlocks()) {
        if (site.name(0).equals(name)) {
          return Optional.of(of(site));
        }
        continue;
      }
      String before = site.parts().get(0);
      String after = site.parts().get(1);
      int from = before.length();
      int to = name.length() - after.length();
      if (to > from && name.startsWith(before) && name.endsWith(after)) {
        String digits = name.substring(from, to);
        if (digits.length() <= MOST_DIGITS && digits.matches("0|[1-9]\\d*")) {
          return Optional.of(new HookPoint(site, Integer.parseInt(digits)));
        }
      }
    }
    return Optional.empty();
  }

  /** Its name as TransformerLens has it: {@code blocks.3.attn.hook_z}. */
  public String name() {
    return site.name(layer);
  }

  @Override
  public String toString() {
    return name();
  }
}
