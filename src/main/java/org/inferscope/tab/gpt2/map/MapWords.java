package org.inferscope.tab.gpt2.map;

import java.util.Optional;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.Operation;
import org.inferscope.model.gpt2.Site;
import org.inferscope.model.gpt2.walk.PassCosts;
import org.inferscope.model.gpt2.walk.WalkStep;
import org.inferscope.model.roofline.MatmulShape;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** What steps and their tensors are called on screen. Stateless, any thread. */
final class MapWords {
  private static final double PERCENT = 100;
  private static final double MILLIS = 1e3;

  private MapWords() {}

  /** "[4×192]·[192×576] → [4×576]", with "6 × " before it where there are so many. */
  static String shape(MatmulShape shape) {
    String m = size(shape.m());
    String k = size(shape.k());
    String n = size(shape.n());
    String product = "[" + m + "×" + k + "]·[" + k + "×" + n + "] → [" + m + "×" + n + "]";
    return shape.groups() > 1 ? size(shape.groups()) + " × " + product : product;
  }

  /** Without separators, as shapes are written. */
  private static String size(double size) {
    return Long.toString((long) size);
  }

  /** The shape of what a step computes: a product's factors and result, else the tensor's. */
  static String shape(PassCosts costs, WalkStep step) {
    Optional<MatmulShape> product = costs.shape(step.operation());
    if (product.isPresent()) {
      return shape(product.get());
    }
    Gpt2Config config = costs.config();
    int tokens = costs.tokens();
    return switch (step.operation()) {
      case SOFTMAX -> config.heads() + " × [" + tokens + "×" + tokens + "]";
      case GELU -> "[" + tokens + "×" + config.inner() + "]";
      case PROBABILITIES -> "[" + costs.logitRows() + "×" + config.vocabulary() + "]";
      default -> "[" + tokens + "×" + config.width() + "]";
    };
  }

  /** The formula of an operation. */
  static String formula(Operation operation) {
    return switch (operation) {
      case TOKENS -> "x = wte[id]";
      case POSITIONS -> "x = wte[id] + wpe[position]";
      case NORM_1, NORM_2, FINAL_NORM -> "(x − mean) / √(variance + ε) · gain + bias";
      case QKV -> "x·W + b";
      case SCORES -> "Q·Kᵀ / √(D/H)";
      case SOFTMAX -> "softmax(scores)";
      case MIX -> "attention·V";
      case OUTPUT, UP, DOWN -> "x·W + b";
      case ADD_ATTENTION -> "x + attention";
      case GELU -> "½x·(1 + tanh(√(2/π)·(x + 0.044715x³)))";
      case ADD_MLP -> "x + FFN";
      case LOGITS -> "x·wteᵀ";
      case PROBABILITIES -> "softmax(logits)";
    };
  }

  /** "884.7 kFLOPs". */
  static String flops(double flops) {
    return Numbers.si(flops, Texts.get("gpt2map.flops"));
  }

  /** "884.7 k", where the unit stands above. */
  static String count(double flops) {
    return Numbers.si(flops, "").strip();
  }

  /** "23.1 %". */
  static String percent(double part) {
    return Texts.get("gpt2map.percent", Numbers.fixed(PERCENT * part, 1));
  }

  /** "21.3 µs". */
  static String millis(double millis) {
    return Numbers.duration(millis / MILLIS);
  }

  /** What the values at a site are. */
  static String site(Site site) {
    return switch (site) {
      case EMBED -> Texts.get("gpt2map.site.embed");
      case POS_EMBED -> Texts.get("gpt2map.site.posEmbed");
      case RESID_PRE -> Texts.get("gpt2map.site.residPre");
      case LN1, LN2, LN_FINAL -> Texts.get("gpt2map.site.norm");
      case Q -> Texts.get("gpt2map.site.q");
      case K -> Texts.get("gpt2map.site.k");
      case V -> Texts.get("gpt2map.site.v");
      case SCORES -> Texts.get("gpt2map.site.scores");
      case PATTERN -> Texts.get("gpt2map.site.pattern");
      case Z -> Texts.get("gpt2map.site.z");
      case RESULT -> Texts.get("gpt2map.site.result");
      case ATTN_OUT -> Texts.get("gpt2map.site.attnOut");
      case RESID_MID -> Texts.get("gpt2map.site.residMid");
      case PRE -> Texts.get("gpt2map.site.pre");
      case POST -> Texts.get("gpt2map.site.post");
      case MLP_OUT -> Texts.get("gpt2map.site.mlpOut");
      case RESID_POST -> Texts.get("gpt2map.site.residPost");
    };
  }

  /** What a column of a piece is, for a person: "head 3, dimension 7". */
  static String column(Piece piece, Gpt2Config config, int column) {
    String number = Numbers.count(column);
    if (piece.source() instanceof Piece.Source.Rows rows) {
      Site site = rows.point().site();
      if (site.isOfHeads()) {
        return Texts.get(
            "gpt2map.column.head",
            Numbers.count(column / config.headWidth()),
            Numbers.count(column % config.headWidth()));
      }
      return site == Site.PRE || site == Site.POST
          ? Texts.get("gpt2map.column.neuron", number)
          : Texts.get("gpt2map.column.dimension", number);
    } else if (piece.source() instanceof Piece.Source.Vocabulary words) {
      return Texts.get("gpt2map.column.word", words.words().get(column));
    }
    return number;
  }
}
