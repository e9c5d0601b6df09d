package org.inferscope.io.lesson;

import com.google.gson.FormattingStyle;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.inferscope.io.lesson.LessonNode.Literal;
import org.jspecify.annotations.Nullable;

/** Prints a node as indented JSON, with a list of small things on one line. */
final class LessonPrinter {
  private static final FormattingStyle INDENTED = FormattingStyle.PRETTY.withNewline("\n");
  private static final FormattingStyle ONE_LINE =
      FormattingStyle.COMPACT.withSpaceAfterSeparators(true);

  /** An object of at most so many plain fields takes no line of its own in a list. */
  private static final int SMALL = 2;

  private final JsonWriter json;

  private LessonPrinter(StringWriter text) {
    json = new JsonWriter(text);
    json.setStrictness(Strictness.STRICT);
    json.setFormattingStyle(INDENTED);
  }

  /** The JSON text, ending with a line break. */
  static String print(LessonNode node) {
    StringWriter text = new StringWriter();
    try {
      new LessonPrinter(text).write(node);
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail", e);
    }
    return text.append('\n').toString();
  }

  private void write(LessonNode node) throws IOException {
    @Nullable Object value = node.value();
    if (node.isObject()) {
      writeObject(node.fields());
    } else if (node.isList()) {
      writeList(node.items());
    } else if (value instanceof String text) {
      json.value(text);
    } else if (value instanceof Boolean flag) {
      json.value(flag);
    } else if (value instanceof Literal literal) {
      json.jsonValue(literal.digits());
    } else {
      json.nullValue();
    }
  }

  private void writeObject(Map<String, LessonNode> fields) throws IOException {
    json.beginObject();
    for (Map.Entry<String, LessonNode> field : fields.entrySet()) {
      json.name(field.getKey());
      write(field.getValue());
    }
    json.endObject();
  }

  private void writeList(List<LessonNode> items) throws IOException {
    boolean oneLine = items.stream().allMatch(LessonPrinter::isSmall);
    json.beginArray();
    json.setFormattingStyle(oneLine ? ONE_LINE : INDENTED);
    for (LessonNode item : items) {
      write(item);
    }
    json.endArray();
    json.setFormattingStyle(INDENTED);
  }

  private static boolean isSmall(LessonNode item) {
    if (!item.isObject()) {
      return !item.isList();
    }
    return item.fields().size() <= SMALL
        && item.fields().values().stream().noneMatch(field -> field.isObject() || field.isList());
  }
}
