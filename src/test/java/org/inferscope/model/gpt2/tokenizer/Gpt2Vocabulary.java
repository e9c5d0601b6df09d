package org.inferscope.model.gpt2.tokenizer;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.knuddels.jtokkit.Encodings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * GPT-2's own vocabulary, put together again from the ranks that another tokenizer carries: a
 * token's rank is its id, and the two tokens it was merged from are what its bytes make with the
 * tokens before it.
 */
final class Gpt2Vocabulary {
  static final int SIZE = 50257;

  private final Map<String, Integer> ids = new LinkedHashMap<>();
  private final List<String> merges = new ArrayList<>();

  private Gpt2Vocabulary() {}

  static Gpt2Vocabulary load() {
    Gpt2Vocabulary vocabulary = new Gpt2Vocabulary();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Encodings.class.getResourceAsStream("r50k_base.tiktoken"),
                StandardCharsets.UTF_8))) {
      lines.lines().map(line -> line.split(" ")).forEach(vocabulary::addRank);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    vocabulary.ids.put("<|endoftext|>", SIZE - 1);
    return vocabulary;
  }

  private void addRank(String[] line) {
    StringBuilder piece = new StringBuilder();
    for (byte value : Base64.getDecoder().decode(line[0])) {
      piece.append(ByteAlphabet.spell(value & 0xFF));
    }
    int rank = Integer.parseInt(line[1]);
    if (rank >= 256) {
      merges.add(lastMerge(piece.toString()));
    }
    ids.put(piece.toString(), rank);
  }

  /** Merges the best ranked neighbours until two are left. */
  private String lastMerge(String piece) {
    List<String> parts = new ArrayList<>(List.of(piece.split("")));
    while (parts.size() > 2) {
      int best = Integer.MAX_VALUE;
      int at = 0;
      for (int i = 0; i + 1 < parts.size(); i++) {
        int rank = ids.getOrDefault(parts.get(i) + parts.get(i + 1), Integer.MAX_VALUE);
        if (rank < best) {
          best = rank;
          at = i;
        }
      }
      parts.set(at, parts.get(at) + parts.remove(at + 1));
    }
    return String.join(" ", parts);
  }

  /** A folder as GPT-2 was first published. */
  void writePair(Path folder) throws IOException {
    Files.writeString(folder.resolve("vocab.json"), vocabJson().toString());
    Files.writeString(
        folder.resolve("merges.txt"), "#version: 0.2\n" + String.join("\n", merges) + "\n");
  }

  /** A tokenizer.json as Hugging Face publishes it. */
  void writeTokenizer(Path file) throws IOException {
    JsonObject all = tokenizer();
    JsonArray pairs = new JsonArray();
    merges.forEach(pairs::add);
    all.getAsJsonObject("model").add("vocab", vocabJson());
    all.getAsJsonObject("model").add("merges", pairs);
    Files.writeString(file, all.toString());
  }

  private JsonObject vocabJson() {
    JsonObject vocab = new JsonObject();
    ids.forEach(vocab::addProperty);
    return vocab;
  }

  private static JsonObject tokenizer() {
    return JsonParser.parseString(
            """
            {"version": "1.0", "truncation": {"max_length": 3, "strategy": "LongestFirst"},
             "padding": null, "normalizer": null, "decoder": {"type": "ByteLevel"},
             "added_tokens": [{"id": 50256, "content": "<|endoftext|>", "single_word": false,
               "lstrip": false, "rstrip": false, "normalized": true, "special": true}],
             "pre_tokenizer": {"type": "ByteLevel", "add_prefix_space": false,
               "trim_offsets": true},
             "post_processor": {"type": "ByteLevel", "add_prefix_space": true},
             "model": {"dropout": null, "unk_token": null, "continuing_subword_prefix": "",
               "end_of_word_suffix": "", "fuse_unk": false}}""")
        .getAsJsonObject();
  }
}
