package org.inferscope.io.lesson;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.inferscope.tensor.Matrix;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * One value of a lesson file: an object with fields, a list, a text, a number, a flag or nothing.
 * It knows the line it was read from, so that whoever asks for something it is not gets a {@link
 * LessonException} naming that line.
 *
 * <p>Immutable. Two nodes are equal when their values are, wherever they stand.
 */
public final class LessonNode {
  /** A number, as it was written: so that one that this version does not know survives exactly. */
  record Literal(String digits) {}

  /** Where a node stands: the file, the line (0 for one not from a file) and the field it is in. */
  record Place(String file, int line, String field) {
    static final Place NONE = new Place("", 0, "");
  }

  private static final LessonNode NOTHING = new LessonNode(Place.NONE, null);

  private final Place place;

  /** A Map, List, String, Literal, Boolean or null. */
  private final @Nullable Object value;

  LessonNode(Place place, @Nullable Object value) {
    this.place = place;
    this.value = value;
  }

  /** A text. */
  public static LessonNode of(String text) {
    return new LessonNode(Place.NONE, Objects.requireNonNull(text, "text"));
  }

  /** A flag. */
  public static LessonNode of(boolean flag) {
    return new LessonNode(Place.NONE, flag);
  }

  /** A whole number. */
  public static LessonNode of(long number) {
    return new LessonNode(Place.NONE, new Literal(Long.toString(number)));
  }

  /** A number, written with as many digits as tell it from its neighbours. */
  public static LessonNode of(double number) {
    return new LessonNode(Place.NONE, NodeNumbers.written(number));
  }

  /** A float32 number, written with as many digits as tell it from its neighbours. */
  public static LessonNode of(float number) {
    return new LessonNode(Place.NONE, NodeNumbers.written(number));
  }

  /** A choice, written in lower case. */
  public static LessonNode of(Enum<?> choice) {
    return of(word(choice));
  }

  /** A matrix, as a list of rows. */
  public static LessonNode of(Matrix matrix) {
    List<LessonNode> rows = new ArrayList<>(matrix.rows());
    for (int i = 0; i < matrix.rows(); i++) {
      List<LessonNode> row = new ArrayList<>(matrix.cols());
      for (float number : matrix.row(i)) {
        row.add(of(number));
      }
      rows.add(list(row));
    }
    return list(rows);
  }

  /** A list. */
  public static LessonNode list(List<LessonNode> items) {
    return new LessonNode(Place.NONE, List.copyOf(items));
  }

  /** A list of things, each written by {@code write}. */
  public static <T> LessonNode list(List<T> things, Function<? super T, LessonNode> write) {
    return list(things.stream().<LessonNode>map(write).toList());
  }

  /** An object; its fields keep their order. {@link LessonFields} builds one. */
  public static LessonNode object(Map<String, LessonNode> fields) {
    return new LessonNode(
        Place.NONE, Collections.unmodifiableMap(new LinkedHashMap<String, LessonNode>(fields)));
  }

  /** What a field has that has no value: JSON's null. */
  public static LessonNode nothing() {
    return NOTHING;
  }

  /** The line it was read from, counted from 1; 0 if it was not read from a file. */
  public int line() {
    return place.line();
  }

  /** Whether it is JSON's null. */
  public boolean isNothing() {
    return value == null;
  }

  @Nullable Object value() {
    return value;
  }

  /** Whether it is an object. */
  public boolean isObject() {
    return value instanceof Map<?, ?>;
  }

  boolean isList() {
    return value instanceof List<?>;
  }

  /** The fields of an object, in the order of the file. */
  @SuppressWarnings("unchecked") // Only object() and the reader make maps, of these types.
  public Map<String, LessonNode> fields() {
    if (value instanceof Map<?, ?> map) {
      return (Map<String, LessonNode>) map;
    }
    throw unexpected(Texts.get("lesson.wanted.object"));
  }

  /** A field that must be there. */
  public LessonNode get(String name) {
    LessonNode field = fields().get(name);
    if (field == null) {
      throw error(Texts.get("lesson.missing", name));
    }
    return field;
  }

  /** A field that may be missing or null. */
  public Optional<LessonNode> find(String name) {
    return Optional.ofNullable(fields().get(name)).filter(field -> !field.isNothing());
  }

  /** The items of a list. */
  @SuppressWarnings("unchecked") // Only list() and the reader make lists, of this type.
  public List<LessonNode> items() {
    if (value instanceof List<?> list) {
      return (List<LessonNode>) list;
    }
    throw unexpected(Texts.get("lesson.wanted.list"));
  }

  /** The items of a list of {@code min} to {@code max} items. */
  public List<LessonNode> items(int min, int max) {
    List<LessonNode> items = items();
    if (items.size() < min || items.size() > max) {
      throw unexpected(Texts.get("lesson.wanted.items", digits(min), digits(max)));
    }
    return items;
  }

  /** A text. */
  public String text() {
    if (value instanceof String text) {
      return text;
    }
    throw unexpected(Texts.get("lesson.wanted.text"));
  }

  /** True or false. */
  public boolean flag() {
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw unexpected(Texts.get("lesson.wanted.flag"));
  }

  /** A number; the texts "NaN", "Infinity" and "-Infinity" are numbers too. */
  public double number() {
    if (value instanceof Literal literal) {
      return inRange(Double.parseDouble(literal.digits()));
    }
    return special();
  }

  /** A number that float32 can hold, rounded to the nearest. */
  public float float32() {
    if (value instanceof Literal literal) {
      return (float) inRange(Float.parseFloat(literal.digits()));
    }
    return (float) special();
  }

  private double inRange(double number) {
    if (Double.isInfinite(number)) {
      throw unexpected(Texts.get("lesson.wanted.smaller"));
    }
    return number;
  }

  private double special() {
    Double special = value instanceof String text ? NodeNumbers.special(text) : null;
    if (special == null) {
      throw unexpected(Texts.get("lesson.wanted.number"));
    }
    return special;
  }

  /** A whole number from {@code min} to {@code max}. */
  public int whole(int min, int max) {
    return (int) whole((long) min, (long) max);
  }

  /** A whole number from {@code min} to {@code max}. */
  public long whole(long min, long max) {
    if (value instanceof Literal literal) {
      OptionalLong whole = NodeNumbers.whole(literal.digits());
      if (whole.isPresent() && whole.getAsLong() >= min && whole.getAsLong() <= max) {
        return whole.getAsLong();
      }
    }
    throw unexpected(Texts.get("lesson.wanted.whole", digits(min), digits(max)));
  }

  /** One of an enum's choices, in lower case. */
  public <E extends Enum<E>> E oneOf(Class<E> choices) {
    List<String> words = new ArrayList<>();
    for (E choice : choices.getEnumConstants()) {
      if (word(choice).equals(value)) {
        return choice;
      }
      words.add("\"" + word(choice) + "\"");
    }
    throw unexpected(Texts.get("lesson.wanted.oneOf", String.join(", ", words)));
  }

  /** A matrix: a list of rows that are equally long lists of numbers. */
  public Matrix matrix() {
    List<LessonNode> rows = items();
    int cols = rows.isEmpty() ? 0 : rows.get(0).items().size();
    float[] numbers = new float[Math.multiplyExact(rows.size(), cols)];
    for (int i = 0; i < rows.size(); i++) {
      List<LessonNode> row = rows.get(i).items();
      if (row.size() != cols) {
        throw rows.get(i).unexpected(Texts.get("lesson.wanted.row", digits(cols)));
      }
      for (int j = 0; j < cols; j++) {
        numbers[i * cols + j] = row.get(j).float32();
      }
    }
    return Matrix.owning(rows.size(), cols, numbers);
  }

  /**
   * What {@code read} makes of this node, for constructors that check their arguments: an {@link
   * IllegalArgumentException} becomes an error at this node's line.
   *
   * @param expected what is expected here, to go after "must be"
   */
  public <T> T as(String expected, Function<LessonNode, T> read) {
    try {
      return read.apply(this);
    } catch (IllegalArgumentException e) {
      throw unexpected(expected, e);
    }
  }

  /**
   * The error for a node that is not what is expected here.
   *
   * @param expected what is expected, to go after "must be"
   */
  public LessonException unexpected(String expected) {
    return unexpected(expected, null);
  }

  private LessonException unexpected(String expected, @Nullable Throwable cause) {
    String found = NodeWords.describe(value);
    String reason =
        place.field().isEmpty()
            ? Texts.get("lesson.wrong", expected, found)
            : Texts.get("lesson.wrongField", place.field(), expected, found);
    return new LessonException(place.file(), place.line(), reason, cause);
  }

  /** An error at this node's line, told by a sentence. */
  public LessonException error(String sentence) {
    return new LessonException(place.file(), place.line(), sentence, null);
  }

  private static String word(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }

  private static String digits(long number) {
    return Long.toString(number);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LessonNode node && Objects.equals(node.value, value);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(value);
  }

  /** The value as JSON. */
  @Override
  public String toString() {
    return LessonPrinter.print(this);
  }
}
