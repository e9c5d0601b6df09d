package org.inferscope.model.gpt2.tokenizer;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a {@code tokenizer.json} of Hugging Face says, and refuses whatever GPT-2's tokenizer
 * does not do: it must cut texts into the same tokens. Truncation, padding, dropout and tokens put
 * around a text are left out, as belongs to showing a model.
 */
final class TokenizerJson {
  private static final String MODEL = "model.";
  private static final String PRE_TOKENIZER = "pre_tokenizer.";

  private final Path file;
  private final int size;
  private final JsonReader json;

  private @Nullable Map<String, Integer> ids;
  private @Nullable List<String> merges;
  private final Map<String, Integer> added = new HashMap<>();
  private boolean byteLevel;

  /**
   * A file to read.
   *
   * @param size V, the tokens that there must be
   */
  TokenizerJson(Path file, int size, JsonReader json) {
    this.file = file;
    this.size = size;
    this.json = json;
  }

  /** Reads and checks it, from its first brace to its last. */
  Vocabulary read() throws IOException {
    json.beginObject();
    while (json.hasNext()) {
      String name = json.nextName();
      switch (name) {
        case "model" -> readModel();
        case "pre_tokenizer" -> readPreTokenizer();
        case "added_tokens" -> readAddedTokens();
        case "normalizer" -> requireNothing(name);
        default -> json.skipValue();
      }
    }
    json.endObject();
    if (!byteLevel) {
      throw otherKind(PRE_TOKENIZER + "type", "ByteLevel", "null");
    }
    return new Vocabulary(
        file, size, required(ids, MODEL + "vocab"), required(merges, MODEL + "merges"), added);
  }

  private void readModel() throws IOException {
    json.beginObject();
    while (json.hasNext()) {
      String name = json.nextName();
      switch (name) {
        case "type" -> requireWord(MODEL + name, "BPE");
        case "vocab" -> ids = VocabularyReader.ids(file, size, json);
        case "merges" -> merges = readMerges();
        case "continuing_subword_prefix", "end_of_word_suffix" -> requireNothing(MODEL + name);
        case "ignore_merges", "byte_fallback" -> requireFlag(MODEL + name, false);
        default -> json.skipValue();
      }
    }
    json.endObject();
  }

  private List<String> readMerges() throws IOException {
    List<String> pairs = new ArrayList<>();
    json.beginArray();
    while (json.hasNext()) {
      if (pairs.size() == size) {
        throw VocabularyReader.tooMany(file, size);
      }
      pairs.add(json.peek() == JsonToken.BEGIN_ARRAY ? readPair() : json.nextString());
    }
    json.endArray();
    return pairs;
  }

  /** A merge as newer files have it: ["Ġ", "t"]. */
  private String readPair() throws IOException {
    json.beginArray();
    String pair = json.nextString() + " " + json.nextString();
    json.endArray();
    return pair;
  }

  private void readPreTokenizer() throws IOException {
    if (json.peek() == JsonToken.NULL) {
      json.nextNull();
      return;
    }
    json.beginObject();
    while (json.hasNext()) {
      String name = json.nextName();
      switch (name) {
        case "type" -> {
          requireWord(PRE_TOKENIZER + name, "ByteLevel");
          byteLevel = true;
        }
        case "add_prefix_space" -> requireFlag(PRE_TOKENIZER + name, false);
        case "use_regex" -> requireFlag(PRE_TOKENIZER + name, true);
        default -> json.skipValue();
      }
    }
    json.endObject();
  }

  private void readAddedTokens() throws IOException {
    json.beginArray();
    while (json.hasNext()) {
      readAddedToken();
      if (added.size() > size) {
        throw VocabularyReader.tooMany(file, size);
      }
    }
    json.endArray();
  }

  private void readAddedToken() throws IOException {
    @Nullable String content = null;
    @Nullable Integer id = null;
    json.beginObject();
    while (json.hasNext()) {
      String name = json.nextName();
      switch (name) {
        case "id" -> id = json.nextInt();
        case "content" -> content = json.nextString();
        // Each would leave spaces of the text without a token, or not take it as a whole.
        case "single_word", "lstrip", "rstrip" -> requireFlag("added_tokens." + name, false);
        default -> json.skipValue();
      }
    }
    json.endObject();
    String text = required(content, "added_tokens.content");
    if (added.put(text, required(id, "added_tokens.id")) != null) {
      throw FileProblem.in(file, Texts.get("gpt2tokens.twice", FileProblem.shown(text)));
    }
  }

  private void requireWord(String name, String expected) throws IOException {
    String value = json.nextString();
    if (!value.equals(expected)) {
      throw otherKind(name, expected, value);
    }
  }

  private void requireFlag(String name, boolean expected) throws IOException {
    boolean value = json.nextBoolean();
    if (value != expected) {
      throw otherKind(name, String.valueOf(expected), String.valueOf(value));
    }
  }

  /** Null, or a text of no length. */
  private void requireNothing(String name) throws IOException {
    JsonToken token = json.peek();
    if (token == JsonToken.NULL) {
      json.nextNull();
    } else if (token != JsonToken.STRING || !json.nextString().isEmpty()) {
      throw FileProblem.in(file, Texts.get("gpt2tokens.notNull", name));
    }
  }

  private <T> T required(@Nullable T value, String name) {
    if (value == null) {
      throw FileProblem.in(file, Texts.get("gpt2tokens.missing", name));
    }
    return value;
  }

  private RuntimeException otherKind(String name, String expected, String found) {
    return FileProblem.in(
        file, Texts.get("gpt2tokens.otherKind", name, expected, FileProblem.shown(found)));
  }
}
