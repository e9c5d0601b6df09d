package org.inferscope.io.lesson;

import java.util.List;
import java.util.Map;
import org.inferscope.io.lesson.LessonNode.Literal;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/** Says in a few words what a node is, for error messages. */
final class NodeWords {
  private static final int LONGEST = 40;

  private NodeWords() {}

  /** What {@code value}, that of a {@link LessonNode}, is. */
  static String describe(@Nullable Object value) {
    if (value instanceof Map<?, ?>) {
      return Texts.get("lesson.found.object");
    }
    if (value instanceof List<?> list) {
      return Texts.get("lesson.found.list", Integer.toString(list.size()));
    }
    if (value instanceof String text) {
      return "\"" + shortened(text) + "\"";
    }
    if (value instanceof Literal literal) {
      return shortened(literal.digits());
    }
    return String.valueOf(value);
  }

  /** The beginning of a text, on one line. */
  static String shortened(String text) {
    String line = text.strip().replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
