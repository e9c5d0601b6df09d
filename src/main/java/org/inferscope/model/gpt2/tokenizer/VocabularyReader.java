package org.inferscope.model.gpt2.tokenizer;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.inferscope.compute.InferscopeException;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Finds and reads a vocabulary's files, of which no more is taken in than it can need. */
final class VocabularyReader {
  /** GPT-2's own has 1.4 MB; this is for five times its tokens, generously spaced. */
  private static final long MOST_BYTES = 64_000_000;

  private static final String TOKENIZER = "tokenizer.json";
  private static final String VOCAB = "vocab.json";
  private static final String MERGES = "merges.txt";

  private VocabularyReader() {}

  /**
   * Reads {@code tokenizer.json} or, where a folder has none, {@code vocab.json} with {@code
   * merges.txt} as GPT-2 was first published.
   *
   * @param place the folder, or a file such as tokenizer.json
   * @param size V, the tokens that there must be
   */
  static Vocabulary read(Path place, int size) {
    if (!Files.isDirectory(place)) {
      return readTokenizer(place, size);
    }
    Path tokenizer = place.resolve(TOKENIZER);
    if (Files.exists(tokenizer)) {
      return readTokenizer(tokenizer, size);
    }
    Path vocab = place.resolve(VOCAB);
    if (Files.exists(vocab)) {
      return readPair(vocab, place.resolve(MERGES), size);
    }
    throw FileProblem.in(place, Texts.get("gpt2tokens.noFile", TOKENIZER, VOCAB, MERGES));
  }

  private static Vocabulary readTokenizer(Path file, int size) {
    return readJson(file, json -> new TokenizerJson(file, size, json).read());
  }

  /** What can be read from JSON. */
  private interface Content<T> {
    T read(JsonReader json) throws IOException;
  }

  private static <T> T readJson(Path file, Content<T> content) {
    try (JsonReader json = new JsonReader(open(file))) {
      json.setStrictness(Strictness.STRICT);
      T value = content.read(json);
      if (json.peek() != JsonToken.END_DOCUMENT) {
        throw new MalformedJsonException("More than one value");
      }
      return value;
    } catch (CharacterCodingException e) {
      throw FileProblem.in(file, Texts.get("gpt2tokens.notUtf8"));
    } catch (MalformedJsonException | EOFException e) {
      throw FileProblem.in(file, Texts.get("gpt2tokens.notJson"));
    } catch (IllegalStateException | NumberFormatException e) {
      // The reader's way of saying that a value is of another type.
      throw FileProblem.in(file, Texts.get("gpt2tokens.otherType"));
    } catch (IOException e) {
      throw FileProblem.unreadable(file, e);
    }
  }

  private static Reader open(Path file) throws IOException {
    long bytes = Files.size(file);
    if (bytes > MOST_BYTES) {
      throw FileProblem.in(
          file,
          Texts.get(
              "gpt2tokens.tooLarge",
              Numbers.bytes((double) bytes),
              Numbers.bytes((double) MOST_BYTES)));
    }
    return new BufferedReader(
        new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder()));
  }

  private static Vocabulary readPair(Path vocab, Path merges, int size) {
    Map<String, Integer> ids = readJson(vocab, json -> ids(vocab, size, json));
    Map<String, Integer> added = new HashMap<>();
    // The one text that GPT-2's own tokenizer takes as a whole.
    ids.computeIfPresent(
        "<|endoftext|>",
        (text, id) -> {
          added.put(text, id);
          return id;
        });
    return new Vocabulary(vocab, size, ids, readMerges(merges, size), added);
  }

  /** An object of whole numbers by pieces. */
  static Map<String, Integer> ids(Path file, int size, JsonReader json) throws IOException {
    Map<String, Integer> ids = new HashMap<>(2 * size);
    json.beginObject();
    while (json.hasNext()) {
      String piece = json.nextName();
      if (ids.put(piece, json.nextInt()) != null) {
        throw FileProblem.in(file, Texts.get("gpt2tokens.twice", FileProblem.shown(piece)));
      }
      if (ids.size() > size) {
        throw tooMany(file, size);
      }
    }
    json.endObject();
    return ids;
  }

  /** There are more tokens, or merges, than a vocabulary of this size can have. */
  static InferscopeException tooMany(Path file, int size) {
    return FileProblem.in(file, Texts.get("gpt2tokens.tooMany", Numbers.count(size)));
  }

  private static List<String> readMerges(Path file, int size) {
    List<String> merges = new ArrayList<>();
    try (BufferedReader lines = new BufferedReader(open(file))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        // The first line tells the format's version.
        if (!line.isEmpty() && !line.startsWith("#version")) {
          merges.add(line);
        }
        if (merges.size() > size) {
          throw tooMany(file, size);
        }
      }
    } catch (CharacterCodingException e) {
      throw FileProblem.in(file, Texts.get("gpt2tokens.notUtf8"));
    } catch (IOException e) {
      throw FileProblem.unreadable(file, e);
    }
    return merges;
  }
}
