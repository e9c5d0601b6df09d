package org.inferscope.model.gpt2.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.Site;
import org.inferscope.model.gpt2.explain.Gpt2Ref.At;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Contribution;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Cosine;
import org.inferscope.model.gpt2.explain.Gpt2Ref.LensEntry;
import org.inferscope.model.gpt2.explain.Gpt2Ref.LensLogit;
import org.inferscope.model.gpt2.explain.Gpt2Ref.LensProbability;
import org.inferscope.model.gpt2.explain.Gpt2Ref.LensSum;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Logit;
import org.inferscope.model.gpt2.explain.Gpt2Ref.LogitParts;
import org.inferscope.model.gpt2.explain.Gpt2Ref.LogitSum;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Mean;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Norm;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Pair;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Probability;
import org.inferscope.model.gpt2.explain.Gpt2Ref.ScoreSum;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Typed;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Variance;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Weight;
import org.inferscope.text.Texts;

/**
 * Short names in the field's notation: resid_post 3 [·is, 17] is dimension 17 of the token "·is" in
 * the stream after layer 3, A 3.5 [·is → ·The] what head 5 of layer 3 gives of "·is" to "·The". A
 * token that comes several times has its position as an index. Immutable.
 */
final class Names {
  private static final String BLOCK = "h.";
  private static final String BIAS = ".bias";
  private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";

  private final IntFunction<String> tokenText;
  private final int width;
  private final int headWidth;
  private final List<String> words = new ArrayList<>();

  Names(Pass pass, IntFunction<String> tokenText) {
    this.tokenText = tokenText;
    width = pass.config().width();
    headWidth = pass.headWidth();
    List<Integer> ids = pass.trace().ids();
    Set<Integer> seen = new HashSet<>();
    Set<Integer> repeated = new HashSet<>();
    ids.forEach(id -> (seen.add(id) ? seen : repeated).add(id));
    for (int position = 0; position < ids.size(); position++) {
      int id = ids.get(position);
      words.add(tokenText.apply(id) + (repeated.contains(id) ? subscript(position) : ""));
    }
  }

  private static String subscript(int number) {
    StringBuilder text = new StringBuilder();
    Integer.toString(number).chars().forEach(d -> text.append(SUBSCRIPTS.charAt(d - '0')));
    return text.toString();
  }

  /** A token of the prompt: "·is", or "·is₃" if there are more of them. */
  String word(int position) {
    return words.get(position);
  }

  /** The same in quotes, to stand in a sentence. */
  String quoted(int position) {
    return "“" + word(position) + "”";
  }

  /** Any token of the vocabulary in quotes. */
  String token(int id) {
    return "“" + tokenText.apply(id) + "”";
  }

  /** The name of a number of a pass. */
  String label(ValueRef ref) {
    if (ref instanceof At at) {
      return at(at);
    }
    if (ref instanceof Pair pair) {
      return pair(pair.point(), pair.head(), pair.query(), pair.key());
    }
    if (ref instanceof Weight weight) {
      return weight(weight);
    }
    if (ref instanceof Typed typed) {
      return word(typed.position());
    }
    return ofLogits(ref);
  }

  private String ofLogits(ValueRef ref) {
    if (ref instanceof Logit logit) {
      return logit(logit.position(), logit.id());
    }
    if (ref instanceof Probability p) {
      return "p" + after(p.position(), p.id());
    }
    if (ref instanceof LogitParts parts) {
      return Texts.get("gpt2explain.label.parts", logit(parts.position(), parts.id()));
    }
    if (ref instanceof LogitSum sum) {
      return "Σ exp logit" + in(sum.position());
    }
    if (ref instanceof Contribution one) {
      return part(one.part()) + " → " + token(one.id());
    }
    return ofStates(ref);
  }

  private String ofStates(ValueRef ref) {
    if (ref instanceof Norm norm) {
      return "‖h" + subscript(norm.state()) + "‖" + in(norm.position());
    }
    if (ref instanceof Cosine cos) {
      return "cos h"
          + subscript(cos.state())
          + " h"
          + subscript(cos.state() + 1)
          + in(cos.position());
    }
    if (ref instanceof Mean mean) {
      return Texts.get("gpt2explain.label.mean", point(mean.point()) + in(mean.position()));
    }
    if (ref instanceof Variance var) {
      return Texts.get("gpt2explain.label.variance", point(var.point()) + in(var.position()));
    }
    if (ref instanceof ScoreSum sum) {
      return "Σ exp score " + head(sum.layer(), sum.head()) + in(sum.query());
    }
    return ofLens(ref);
  }

  private String ofLens(ValueRef ref) {
    if (ref instanceof LensLogit logit) {
      return lens(logit.state()) + " " + logit(logit.position(), logit.id());
    }
    if (ref instanceof LensProbability p) {
      return lens(p.state()) + " p" + after(p.position(), p.id());
    }
    if (ref instanceof LensSum sum) {
      return "Σ exp " + lens(sum.state()) + in(sum.position());
    }
    if (ref instanceof LensEntry entry) {
      return lens(entry.state()) + in(entry.position(), entry.unit());
    }
    throw new IllegalArgumentException("no number of a GPT-2's pass: " + ref);
  }

  static String lens(int state) {
    return Texts.get("gpt2explain.label.lens", String.valueOf(state));
  }

  private String logit(int position, int id) {
    return "logit" + after(position, id);
  }

  /** A token after a position; after the last one it goes without saying. */
  private String after(int position, int id) {
    return "(" + token(id) + (position == words.size() - 1 ? "" : " | " + word(position)) + ")";
  }

  private String in(int position) {
    return " [" + word(position) + "]";
  }

  private String in(int position, int unit) {
    return " [" + word(position) + ", " + unit + "]";
  }

  private static String head(int layer, int head) {
    return layer + "." + head;
  }

  private String at(At at) {
    Site site = at.point().site();
    if (!site.isOfHeads()) {
      return point(at.point()) + in(at.position(), at.unit());
    }
    int units = site == Site.RESULT ? width : headWidth;
    String head = head(at.point().layer(), at.unit() / units);
    return name(site) + " " + head + in(at.position(), at.unit() % units);
  }

  private String pair(HookPoint point, int head, int query, int key) {
    String where = head(point.layer(), head);
    return name(point.site()) + " " + where + " [" + word(query) + " → " + word(key) + "]";
  }

  /** A point: "resid_post 3", "ln_final". */
  static String point(HookPoint point) {
    String name = name(point.site());
    return point.site().isInBlocks() ? name + " " + point.layer() : name;
  }

  private static String name(Site site) {
    return switch (site) {
      case EMBED -> "embed";
      case POS_EMBED -> "pos_embed";
      case RESID_PRE -> "resid_pre";
      case LN1 -> "ln1";
      case Q -> "q";
      case K -> "k";
      case V -> "v";
      case SCORES -> "score";
      case PATTERN -> "A";
      case Z -> "z";
      case RESULT -> "result";
      case ATTN_OUT -> "attn_out";
      case RESID_MID -> "resid_mid";
      case LN2 -> "ln2";
      case PRE -> "mlp_pre";
      case POST -> "mlp_post";
      case MLP_OUT -> "mlp_out";
      case RESID_POST -> "resid_post";
      case LN_FINAL -> "ln_final";
    };
  }

  /** "wte [·is, 17]", "c_attn 3 [17, 240]", "b c_attn 3 [240]", "γ ln_1 3 [17]". */
  private String weight(Weight weight) {
    String name = weight.parameter();
    if (isVector(name)) {
      return module(name) + " [" + weight.col() + "]";
    }
    boolean ofTokens = !name.startsWith(BLOCK) && !name.equals(Pass.POSITIONS);
    String row = ofTokens ? tokenText.apply(weight.row()) : String.valueOf(weight.row());
    return module(name) + " [" + row + ", " + weight.col() + "]";
  }

  private static boolean isVector(String parameter) {
    return parameter.endsWith(BIAS) || isOfNorm(parameter);
  }

  private static boolean isOfNorm(String parameter) {
    return parameter.contains("ln_");
  }

  /**
   * A parameter in short: "wte", "c_attn 3", "mlp.c_proj 3", "b c_attn 3" for a bias, γ and β for
   * the gain and bias of a layer norm.
   */
  static String module(String parameter) {
    boolean bias = parameter.endsWith(BIAS);
    String before = isOfNorm(parameter) ? bias ? "β " : "γ " : bias ? "b " : "";
    String module = parameter.substring(0, parameter.lastIndexOf('.'));
    if (!module.startsWith(BLOCK)) {
      return before + module;
    }
    int dot = module.indexOf('.', BLOCK.length());
    String layer = module.substring(BLOCK.length(), dot);
    String name = module.substring(dot + 1);
    boolean unique = !name.endsWith("c_proj");
    return before + (unique ? name.substring(name.indexOf('.') + 1) : name) + " " + layer;
  }

  /** A part of the model. */
  String part(Part part) {
    if (part instanceof Part.Head head) {
      return Texts.get("gpt2explain.part.head", head(head.layer(), head.head()));
    }
    if (part instanceof Part.Mlp mlp) {
      return Texts.get("gpt2explain.part.mlp", String.valueOf(mlp.layer()));
    }
    if (part instanceof Part.AttentionBias bias) {
      return Texts.get("gpt2explain.part.attentionBias", String.valueOf(bias.layer()));
    }
    if (part instanceof Part.Attention attention) {
      return Texts.get("gpt2explain.part.attention", String.valueOf(attention.layer()));
    }
    if (part instanceof Part.Stream stream) {
      return point(stream.point());
    }
    if (part instanceof Part.TokenEmbedding) {
      return name(Site.EMBED);
    }
    return part instanceof Part.PositionEmbedding
        ? name(Site.POS_EMBED)
        : Texts.get("gpt2explain.part.finalBias");
  }
}
