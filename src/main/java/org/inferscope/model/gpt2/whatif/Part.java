package org.inferscope.model.gpt2.whatif;

import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.Intervention;
import org.inferscope.model.gpt2.Intervention.Selection;
import org.inferscope.model.gpt2.Site;
import org.inferscope.tensor.Args;

/**
 * A part of a pass that can be taken away. Ordered: tokens first, then block by block its heads and
 * its MLP.
 */
public sealed interface Part extends Comparable<Part> {
  /**
   * A head.
   *
   * @param layer its block, from 0
   * @param head from 0
   */
  record Head(int layer, int head) implements Part {
    /** Refuses negative numbers. */
    public Head {
      Args.notNegative(layer, "layer");
      Args.notNegative(head, "head");
    }

    @Override
    public boolean isIn(Gpt2Config config, int tokens) {
      return layer < config.layers() && head < config.heads();
    }

    @Override
    public Intervention without(Fill fill) {
      return new Intervention(
          new HookPoint(Site.Z, layer), Selection.ofHead(head), fill.replacement());
    }
  }

  /**
   * The MLP of a block.
   *
   * @param layer the block, from 0
   */
  record Mlp(int layer) implements Part {
    /** Refuses a negative number. */
    public Mlp {
      Args.notNegative(layer, "layer");
    }

    @Override
    public boolean isIn(Gpt2Config config, int tokens) {
      return layer < config.layers();
    }

    @Override
    public Intervention without(Fill fill) {
      return new Intervention(
          new HookPoint(Site.MLP_OUT, layer), Selection.ALL, fill.replacement());
    }
  }

  /**
   * A token of the prompt.
   *
   * @param position from 0
   */
  record Token(int position) implements Part {
    /** Refuses a negative number. */
    public Token {
      Args.notNegative(position, "position");
    }

    @Override
    public boolean isIn(Gpt2Config config, int tokens) {
      return position < tokens;
    }

    @Override
    public Intervention without(Fill fill) {
      return new Intervention(
          new HookPoint(Site.RESID_PRE, 0), Selection.ofPosition(position), fill.replacement());
    }
  }

  /** Whether a model of these sizes has it with a prompt of T tokens. */
  boolean isIn(Gpt2Config config, int tokens);

  /** What replaces its values. */
  Intervention without(Fill fill);

  @Override
  default int compareTo(Part other) {
    int byBlock = Integer.compare(block(this), block(other));
    return byBlock != 0 ? byBlock : Integer.compare(place(this), place(other));
  }

  private static int block(Part part) {
    if (part instanceof Head head) {
      return head.layer();
    }
    return part instanceof Mlp mlp ? mlp.layer() : -1;
  }

  private static int place(Part part) {
    if (part instanceof Head head) {
      return head.head();
    }
    return part instanceof Token token ? token.position() : Integer.MAX_VALUE;
  }
}
