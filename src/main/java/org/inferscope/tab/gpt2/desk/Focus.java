package org.inferscope.tab.gpt2.desk;

import java.util.OptionalInt;
import org.inferscope.io.lesson.LessonFields;
import org.inferscope.io.lesson.LessonNode;
import org.inferscope.tensor.Args;

/**
 * What is selected in all views alike. It may lie outside a smaller model or a shorter prompt;
 * {@link Gpt2Presenter} says what that comes to.
 *
 * @param token the token that is followed, from 0; empty for the last one there is
 * @param layer the block
 * @param head the head in it
 */
public record Focus(OptionalInt token, int layer, int head) {
  /** The last token, the first block, its first head. */
  public static final Focus FIRST = new Focus(OptionalInt.empty(), 0, 0);

  private static final int LARGEST = 1 << 20;

  /** Refuses negative numbers. */
  public Focus {
    token.ifPresent(position -> Args.notNegative(position, "token"));
    Args.notNegative(layer, "layer");
    Args.notNegative(head, "head");
  }

  /** With another token. */
  public Focus withToken(OptionalInt other) {
    return new Focus(other, layer, head);
  }

  /** With another head. */
  public Focus withHead(int otherLayer, int otherHead) {
    return new Focus(token, otherLayer, otherHead);
  }

  LessonNode write() {
    return new LessonFields()
        .put("token", token.isPresent() ? LessonNode.of(token.getAsInt()) : LessonNode.nothing())
        .put("layer", layer)
        .put("head", head)
        .node();
  }

  static Focus read(LessonNode node) {
    OptionalInt token =
        node.find("token")
            .map(found -> OptionalInt.of(found.whole(0, LARGEST)))
            .orElse(OptionalInt.empty());
    return new Focus(
        token, node.get("layer").whole(0, LARGEST), node.get("head").whole(0, LARGEST));
  }
}
