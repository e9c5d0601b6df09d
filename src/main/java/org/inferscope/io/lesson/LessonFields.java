package org.inferscope.io.lesson;

import java.util.LinkedHashMap;
import java.util.Map;
import org.inferscope.tensor.Matrix;

/** Builds an object of a lesson file, field by field, in the order they are to be written. */
public final class LessonFields {
  private final Map<String, LessonNode> fields = new LinkedHashMap<>();

  /** A field with any value; one of the same name is replaced. */
  public LessonFields put(String name, LessonNode value) {
    fields.put(name, value);
    return this;
  }

  /** A field with a text. */
  public LessonFields put(String name, String text) {
    return put(name, LessonNode.of(text));
  }

  /** A field that is true or false. */
  public LessonFields put(String name, boolean flag) {
    return put(name, LessonNode.of(flag));
  }

  /** A field with a whole number. */
  public LessonFields put(String name, long number) {
    return put(name, LessonNode.of(number));
  }

  /** A field with a number. */
  public LessonFields put(String name, double number) {
    return put(name, LessonNode.of(number));
  }

  /** A field with one of an enum's choices. */
  public LessonFields put(String name, Enum<?> choice) {
    return put(name, LessonNode.of(choice));
  }

  /** A field with a matrix. */
  public LessonFields put(String name, Matrix matrix) {
    return put(name, LessonNode.of(matrix));
  }

  /** The object. */
  public LessonNode node() {
    return LessonNode.object(fields);
  }
}
