package org.inferscope.model.gpt2;

import java.util.List;
import java.util.OptionalInt;
import org.inferscope.tensor.Args;

/**
 * Replaces values at a point of the forward pass, so that everything after it goes another way.
 * Ablating a head is done at {@code hook_z}, an MLP at {@code hook_mlp_out}, a neuron at {@code
 * mlp.hook_post}, a position in the residual stream. Immutable, any thread.
 *
 * @param at where
 * @param where which of the values there
 * @param by what they become
 */
public record Intervention(HookPoint at, Selection where, Replacement by) {

  /**
   * Some of the values at a point: those that meet every condition there is.
   *
   * @param head only this head's
   * @param position only this token's; for pairs, the one that looks
   * @param unit only this one: a neuron of the MLP, a dimension of the stream, a dimension of each
   *     head; for pairs, the token that is looked at
   */
  public record Selection(OptionalInt head, OptionalInt position, OptionalInt unit) {
    /** All values. */
    public static final Selection ALL =
        new Selection(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());

    /** All of one head. */
    public static Selection ofHead(int head) {
      return new Selection(OptionalInt.of(head), OptionalInt.empty(), OptionalInt.empty());
    }

    /** All of one token. */
    public static Selection ofPosition(int position) {
      return new Selection(OptionalInt.empty(), OptionalInt.of(position), OptionalInt.empty());
    }

    /** One neuron or dimension, for all tokens. */
    public static Selection ofUnit(int unit) {
      return new Selection(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(unit));
    }
  }

  /** What values become. */
  public sealed interface Replacement {
    /** Zero. */
    record Zero() implements Replacement {}

    /**
     * Their mean over the tokens of the prompt, for each head and unit apart. For pairs, the mean
     * of what a token sees.
     */
    record Mean() implements Replacement {}

    /**
     * Given numbers, one for each selected value in the order of the values: token by token, in it
     * head by head; for pairs head by head, in it row by row.
     */
    record Patch(List<Float> values) implements Replacement {
      /** Copies the list. */
      public Patch {
        values = List.copyOf(values);
      }
    }
  }

  /**
   * Checks it against a model and a prompt.
   *
   * @param tokens T of the prompt
   * @throws IllegalArgumentException naming what is not there
   */
  void requireFits(Gpt2Config config, int tokens) {
    Site site = at.site();
    Args.require(at.layer() < config.layers(), "layer", at.layer(), "below " + config.layers());
    if (where.head().isPresent()) {
      Args.require(site.isOfHeads(), "head", where.head().getAsInt(), "left out at " + at);
      Args.index(where.head().getAsInt(), config.heads(), "head");
    }
    where.position().ifPresent(position -> Args.index(position, tokens, "position"));
    where
        .unit()
        .ifPresent(unit -> Args.index(unit, site.isOfPairs() ? tokens : units(config), "unit"));
    if (by instanceof Replacement.Patch patch) {
      int selected = Replacing.count(this, config, tokens);
      Args.sameLength(patch.values().size(), "patch", selected, "selected values");
    }
  }

  /** How many units a head has, or a token where there are no heads. */
  int units(Gpt2Config config) {
    int columns = at.site().columns(config);
    return at.site().isOfHeads() ? columns / config.heads() : columns;
  }
}
