package org.inferscope.io.gpt2;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.ReadProblem;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/**
 * An object in a JSON file and its fields; what is not as expected ends in a sentence with the
 * file's name and the field's. A field that is null counts as missing.
 *
 * @param path the file
 * @param object what it holds
 */
record JsonFile(Path path, JsonObject object) {
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
  private static final int LONGEST_SHOWN = 60;

  /**
   * Reads a file.
   *
   * @param most bytes that are read of it; a longer one is refused
   */
  static JsonFile read(Path path, int most) {
    try (InputStream in = Files.newInputStream(path)) {
      return parse(path, in.readNBytes(most + 1), most);
    } catch (IOException e) {
      throw ReadProblem.of(path, e);
    }
  }

  /** The same of bytes that are there already. */
  static JsonFile parse(Path path, byte[] bytes, int most) {
    if (bytes.length > most) {
      throw ReadProblem.in(path, Texts.get("gpt2files.tooLong", Numbers.bytes((double) most)));
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new JsonFile(path, parse(path, text));
    } catch (CharacterCodingException e) {
      throw ReadProblem.in(path, Texts.get("gpt2files.notUtf8"));
    }
  }

  private static JsonObject parse(Path path, String text) {
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    try {
      JsonElement element = JsonParser.parseReader(reader);
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new MalformedJsonException("more than one value");
      }
      if (element instanceof JsonObject object) {
        return object;
      }
      throw ReadProblem.in(path, Texts.get("gpt2files.notObject"));
    } catch (MalformedJsonException | JsonParseException e) {
      throw ReadProblem.in(path, Texts.get("gpt2files.notJson", shortened(reader.getPath())));
    } catch (IOException e) {
      throw ReadProblem.of(path, e);
    }
  }

  /** A whole number that must be there. */
  int whole(String key, int min, int max) {
    return findWhole(key, min, max)
        .orElseThrow(() -> error(Texts.get("gpt2files.missing", key, wholeWanted(min, max))));
  }

  /** A whole number that may be missing. */
  Optional<Integer> findWhole(String key, int min, int max) {
    Optional<JsonElement> found = find(key);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    if (found.get() instanceof JsonPrimitive number
        && number.isNumber()
        && WHOLE.matcher(number.getAsString()).matches()) {
      long value = Long.parseLong(number.getAsString());
      if (value >= min && value <= max) {
        return Optional.of((int) value);
      }
    }
    throw wrong(key, wholeWanted(min, max));
  }

  private static String wholeWanted(int min, int max) {
    return Texts.get("gpt2files.wanted.whole", Numbers.count(min), Numbers.count(max));
  }

  /** A number that may be missing. */
  double number(String key, double otherwise, double min, double max) {
    Optional<JsonElement> found = find(key);
    if (found.isEmpty()) {
      return otherwise;
    }
    if (found.get() instanceof JsonPrimitive number && number.isNumber()) {
      double value = Double.parseDouble(number.getAsString());
      if (value >= min && value <= max) {
        return value;
      }
    }
    throw wrong(key, Texts.get("gpt2files.wanted.number", Numbers.full(min), Numbers.full(max)));
  }

  /** A text that may be missing. */
  String text(String key, String otherwise) {
    Optional<JsonElement> found = find(key);
    if (found.isEmpty()) {
      return otherwise;
    }
    if (found.get() instanceof JsonPrimitive text && text.isString()) {
      return text.getAsString();
    }
    throw wrong(key, Texts.get("gpt2files.wanted.text"));
  }

  /** True or false, or missing. */
  boolean flag(String key, boolean otherwise) {
    Optional<JsonElement> found = find(key);
    if (found.isEmpty()) {
      return otherwise;
    }
    if (found.get() instanceof JsonPrimitive flag && flag.isBoolean()) {
      return flag.getAsBoolean();
    }
    throw wrong(key, Texts.get("gpt2files.wanted.flag"));
  }

  /** What a field holds; empty if it is missing. */
  Optional<JsonElement> find(String key) {
    return Optional.ofNullable(object.get(key)).filter(element -> !element.isJsonNull());
  }

  /** The error for a field that is not what is expected. */
  InferscopeException wrong(String key, String expected) {
    String found = shortened(String.valueOf(object.get(key)));
    return error(Texts.get("gpt2files.wrong", key, found, expected));
  }

  private InferscopeException error(String sentence) {
    return ReadProblem.in(path, sentence);
  }

  /** A text of a file in a sentence: not longer than that can hold. */
  static String shortened(String text) {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
  }
}
