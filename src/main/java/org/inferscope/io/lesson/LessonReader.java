package org.inferscope.io.lesson;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.inferscope.io.lesson.LessonNode.Literal;
import org.inferscope.io.lesson.LessonNode.Place;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON, strictly, into nodes that know their line. Bounded: no text, however made, overflows
 * the stack, and the number of values is limited as well as the nesting.
 */
final class LessonReader {
  private static final int MAX_DEPTH = 64;
  private static final int MAX_VALUES = 2_000_000;

  private final String file;
  private final LineReader lines;
  private final JsonReader json;
  private int values;

  private LessonReader(String file, CharSequence text) {
    this.file = file;
    lines = new LineReader(new StringReader(text.toString()));
    json = new JsonReader(lines);
    json.setStrictness(Strictness.STRICT);
  }

  /**
   * The only value in a text.
   *
   * @param file what to call it in errors
   * @param utf8 the text
   * @throws LessonException naming the line, if it is not JSON in UTF-8
   */
  static LessonNode read(String file, byte[] utf8) {
    return new LessonReader(file, decode(file, utf8)).readAll();
  }

  private static CharSequence decode(String file, byte[] utf8) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(utf8);
    CharBuffer out = CharBuffer.allocate(utf8.length); // UTF-8 has no more characters than bytes.
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      int line = 1;
      for (int i = 0; i < in.position(); i++) {
        line += utf8[i] == '\n' ? 1 : 0;
      }
      throw new LessonException(file, line, Texts.get("lesson.notUtf8"), null);
    }
    return out.flip();
  }

  private LessonNode readAll() {
    try {
      LessonNode root = readValue("", 0);
      if (json.peek() != JsonToken.END_DOCUMENT) {
        throw wrong(Texts.get("lesson.trailing", shownLine()), null);
      }
      return root;
    } catch (EOFException e) {
      throw wrong(Texts.get("lesson.endsEarly"), e);
    } catch (MalformedJsonException e) {
      throw wrong(Texts.get("lesson.malformed", shownLine()), e);
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail", e);
    }
  }

  private LessonNode readValue(String field, int depth) throws IOException {
    JsonToken token = json.peek();
    Place place = new Place(file, lines.line(), field);
    if (++values > MAX_VALUES) {
      throw wrong(Texts.get("lesson.tooManyValues", Integer.toString(MAX_VALUES)), null);
    }
    if (depth > MAX_DEPTH) {
      throw wrong(Texts.get("lesson.tooDeep", Integer.toString(MAX_DEPTH)), null);
    }
    return new LessonNode(place, readContent(token, field, depth));
  }

  private @Nullable Object readContent(JsonToken token, String field, int depth)
      throws IOException {
    return switch (token) {
      case BEGIN_OBJECT -> readFields(depth + 1);
      case BEGIN_ARRAY -> readItems(field, depth + 1);
      case NUMBER -> new Literal(json.nextString());
      case STRING -> json.nextString();
      case BOOLEAN -> json.nextBoolean();
      case NULL -> readNull();
      default -> throw wrong(Texts.get("lesson.malformed", shownLine()), null);
    };
  }

  private @Nullable Object readNull() throws IOException {
    json.nextNull();
    return null;
  }

  private Map<String, LessonNode> readFields(int depth) throws IOException {
    Map<String, LessonNode> fields = new LinkedHashMap<>();
    json.beginObject();
    while (json.hasNext()) {
      int line = lines.line();
      String name = json.nextName();
      if (fields.put(name, readValue(name, depth)) != null) {
        throw new LessonException(file, line, Texts.get("lesson.twice", name), null);
      }
    }
    json.endObject();
    return Collections.unmodifiableMap(fields);
  }

  private List<LessonNode> readItems(String field, int depth) throws IOException {
    List<LessonNode> items = new ArrayList<>();
    json.beginArray();
    while (json.hasNext()) {
      items.add(readValue(field, depth));
    }
    json.endArray();
    return List.copyOf(items);
  }

  private String shownLine() {
    return NodeWords.shortened(lines.text());
  }

  private LessonException wrong(String reason, @Nullable Throwable cause) {
    return new LessonException(file, lines.line(), reason, cause);
  }
}
