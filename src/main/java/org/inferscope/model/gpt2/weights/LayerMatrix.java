package org.inferscope.model.gpt2.weights;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.Site;
import org.inferscope.text.Texts;

/** The matrices that a block multiplies with, in the order of the computation. */
public enum LayerMatrix {
  /** Queries, keys and values of all heads, [D, 3D]. */
  QKV("attn.c_attn", Site.LN1),
  /** What the heads have read, brought back into the stream, [D, D]. */
  ATTENTION_OUTPUT("attn.c_proj", Site.Z),
  /** Up to the MLP's neurons, [D, F]. */
  FFN_UP("mlp.c_fc", Site.LN2),
  /** Back down from them, [F, D]. */
  FFN_DOWN("mlp.c_proj", Site.POST);

  private static final Pattern NAME = Pattern.compile("h\\.(\\d{1,6})\\.(.+)\\.(weight|bias)");

  private final String part;
  private final Site input;

  LayerMatrix(String part, Site input) {
    this.part = part;
    this.input = input;
  }

  /**
   * A matrix of a block.
   *
   * @param matrix which
   * @param layer the block, from 0
   */
  public record Of(LayerMatrix matrix, int layer) {
    /** Where the numbers are that it is multiplied with. */
    public HookPoint input() {
      return new HookPoint(matrix.input, layer);
    }

    /** The name of its bias. */
    public String bias() {
      return matrix.prefix(layer) + ".bias";
    }

    /** The name of the matrix itself. */
    public String weight() {
      return matrix.weight(layer);
    }
  }

  /** Which matrix a parameter is, or is the bias of; empty if neither. */
  public static Optional<Of> of(String parameter) {
    Matcher name = NAME.matcher(parameter);
    if (name.matches()) {
      for (LayerMatrix matrix : values()) {
        if (matrix.part.equals(name.group(2))) {
          return Optional.of(new Of(matrix, Integer.parseInt(name.group(1))));
        }
      }
    }
    return Optional.empty();
  }

  /** Its name in a block as Hugging Face has it. */
  public String weight(int layer) {
    return prefix(layer) + ".weight";
  }

  private String prefix(int layer) {
    return "h." + layer + "." + part;
  }

  /** What it is called on screen, as the notebook calls it. */
  public String title() {
    return switch (this) {
      case QKV -> Texts.get("gpt2weights.matrix.qkv");
      case ATTENTION_OUTPUT -> Texts.get("gpt2weights.matrix.attention");
      case FFN_UP -> Texts.get("gpt2weights.matrix.up");
      case FFN_DOWN -> Texts.get("gpt2weights.matrix.down");
    };
  }
}
