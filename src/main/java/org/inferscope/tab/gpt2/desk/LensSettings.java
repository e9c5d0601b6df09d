package org.inferscope.tab.gpt2.desk;

import java.util.OptionalInt;
import org.inferscope.io.lesson.LessonFields;
import org.inferscope.io.lesson.LessonNode;

/**
 * What a person has set in the logit lens: which token is followed through the layers. Immutable.
 *
 * @param text its text, of which the first token counts; empty for what the model itself says
 * @param picked its id, where it was picked rather than typed; the text is empty then
 */
public record LensSettings(String text, OptionalInt picked) {
  /** What it opens with: the model's own most probable next token. */
  public static final LensSettings FIRST = new LensSettings("", OptionalInt.empty());

  private static final int LARGEST_ID = 1 << 24;

  /** Refuses both at a time. */
  public LensSettings {
    if (picked.isPresent() && (!text.isEmpty() || picked.getAsInt() < 0)) {
      throw new IllegalArgumentException("a target is typed or picked, got " + text + picked);
    }
  }

  /** A target that was typed. */
  public static LensSettings typed(String text) {
    return new LensSettings(text, OptionalInt.empty());
  }

  /** A target that was picked. */
  public static LensSettings picked(int id) {
    return new LensSettings("", OptionalInt.of(id));
  }

  /** Whether the model's own most probable token is followed. */
  public boolean isOwn() {
    return text.isEmpty() && picked.isEmpty();
  }

  LessonNode write() {
    return new LessonFields()
        .put("target", text)
        .put("picked", picked.isPresent() ? LessonNode.of(picked.getAsInt()) : LessonNode.nothing())
        .node();
  }

  static LensSettings read(LessonNode node) {
    OptionalInt picked =
        node.find("picked")
            .map(found -> OptionalInt.of(found.whole(0, LARGEST_ID)))
            .orElse(OptionalInt.empty());
    return picked.isPresent() ? new LensSettings("", picked) : typed(node.get("target").text());
  }
}
