package org.inferscope.model.gpt2.walk;

import org.inferscope.model.gpt2.Operation;
import org.inferscope.model.gpt2.walk.CostRef.Letter;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** What operations and sizes are called on screen. Stateless, any thread. */
public final class OperationWords {
  private OperationWords() {}

  /** "Q, K, V". */
  public static String name(Operation operation) {
    return switch (operation) {
      case TOKENS -> Texts.get("gpt2walk.tokens");
      case POSITIONS -> Texts.get("gpt2walk.positions");
      case NORM_1, NORM_2 -> Texts.get("gpt2walk.norm");
      case QKV -> Texts.get("gpt2walk.qkv");
      case SCORES -> Texts.get("gpt2walk.scores");
      case SOFTMAX -> Texts.get("gpt2walk.softmax");
      case MIX -> Texts.get("gpt2walk.mix");
      case OUTPUT -> Texts.get("gpt2walk.output");
      case ADD_ATTENTION -> Texts.get("gpt2walk.addAttention");
      case UP -> Texts.get("gpt2walk.up");
      case GELU -> Texts.get("gpt2walk.gelu");
      case DOWN -> Texts.get("gpt2walk.down");
      case ADD_MLP -> Texts.get("gpt2walk.addMlp");
      case FINAL_NORM -> Texts.get("gpt2walk.finalNorm");
      case LOGITS -> Texts.get("gpt2walk.logits");
      case PROBABILITIES -> Texts.get("gpt2walk.probabilities");
    };
  }

  /** "Layer 2: Q, K, V", or the name alone outside the blocks. */
  public static String of(WalkStep step) {
    return step.operation().isInBlocks()
        ? Texts.get("gpt2walk.inLayer", Numbers.count(step.layer()), name(step.operation()))
        : name(step.operation());
  }

  /** The name of a size: "D, the width". */
  static String name(Letter letter) {
    return switch (letter) {
      case TOKENS -> Texts.get("gpt2walk.size.tokens");
      case LOGIT_ROWS -> Texts.get("gpt2walk.size.logitRows");
      case WIDTH -> Texts.get("gpt2walk.size.width");
      case HEADS -> Texts.get("gpt2walk.size.heads");
      case INNER -> Texts.get("gpt2walk.size.inner");
      case LAYERS -> Texts.get("gpt2walk.size.layers");
      case VOCABULARY -> Texts.get("gpt2walk.size.vocabulary");
    };
  }

  /** What a size is, in a sentence. */
  static String meaning(Letter letter) {
    return switch (letter) {
      case TOKENS -> Texts.get("gpt2walk.size.tokens.meaning");
      case LOGIT_ROWS -> Texts.get("gpt2walk.size.logitRows.meaning");
      case WIDTH -> Texts.get("gpt2walk.size.width.meaning");
      case HEADS -> Texts.get("gpt2walk.size.heads.meaning");
      case INNER -> Texts.get("gpt2walk.size.inner.meaning");
      case LAYERS -> Texts.get("gpt2walk.size.layers.meaning");
      case VOCABULARY -> Texts.get("gpt2walk.size.vocabulary.meaning");
    };
  }
}
