package org.inferscope.tab.gpt2.lens;

import java.util.List;
import java.util.OptionalInt;
import org.inferscope.compute.InferscopeException;
import org.inferscope.model.gpt2.tokenizer.Token;
import org.inferscope.model.gpt2.tokenizer.Tokenizer;
import org.inferscope.tab.gpt2.desk.LensSettings;
import org.inferscope.tab.gpt2.desk.TokenWords;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/**
 * The token that is followed through the layers.
 *
 * @param id the token; empty for what the model itself says, or if the text is none
 * @param remark what is to be said about the text; empty if nothing is
 * @param isBad whether the text is no token
 */
record Target(OptionalInt id, String remark, boolean isBad) {
  private static final String SPACE = "·";

  /** What was set, in the words of a model. */
  static Target of(LensSettings settings, Tokenizer tokenizer) {
    if (settings.isOwn()) {
      return new Target(OptionalInt.empty(), "", false);
    }
    if (settings.picked().isPresent()) {
      int id = settings.picked().getAsInt();
      return id < tokenizer.size()
          ? new Target(settings.picked(), remark(tokenizer, id), false)
          : new Target(OptionalInt.empty(), Texts.get("gpt2lens.target.unknown"), true);
    }
    return typed(settings.text(), tokenizer);
  }

  private static Target typed(String text, Tokenizer tokenizer) {
    // Tokens on screen have a dot for their space, so that is what people type.
    String real = text.startsWith(SPACE) ? " " + text.substring(SPACE.length()) : text;
    try {
      List<Token> tokens = tokenizer.encode(real);
      int id = tokens.get(0).id();
      return new Target(
          OptionalInt.of(id),
          tokens.size() == 1
              ? remark(tokenizer, id)
              : Texts.get(
                  "gpt2lens.target.several",
                  Numbers.count(tokens.size()),
                  TokenWords.of(tokenizer, id)),
          false);
    } catch (InferscopeException e) {
      return new Target(OptionalInt.empty(), e.sentence(), true);
    }
  }

  private static String remark(Tokenizer tokenizer, int id) {
    return Texts.get("gpt2lens.target.one", TokenWords.of(tokenizer, id), Numbers.count(id));
  }
}
