package org.inferscope.model.gpt2.tokenizer;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The tokens there are, by their ids, and which pairs of them merge. Checked: ids from 0 without a
 * gap, a token for each byte, merges of tokens that are there into one that is. Immutable.
 */
final class Vocabulary {
  private static final String END_OF_TEXT = "<|endoftext|>";

  private final Path file;
  private final String[] pieces;
  private final byte[][] bytes;
  private final List<String> merges;
  private final Map<String, Integer> added;

  /**
   * Joins what a file has.
   *
   * @param file to name in errors
   * @param size V, the tokens that there must be
   * @param ids of the pieces that texts are cut into
   * @param merges pairs of pieces with a space between, what merges first first
   * @param added ids of texts that are tokens as a whole, spelled as they are
   * @throws org.inferscope.compute.InferscopeException if they do not fit together
   */
  Vocabulary(
      Path file,
      int size,
      Map<String, Integer> ids,
      List<String> merges,
      Map<String, Integer> added) {
    this.file = file;
    this.merges = List.copyOf(merges);
    this.added = Map.copyOf(added);
    pieces = new String[size];
    bytes = new byte[size][];
    added.forEach((text, id) -> put(text, id, text.getBytes(StandardCharsets.UTF_8)));
    ids.forEach(
        (piece, id) -> {
          if (!id.equals(added.get(piece))) {
            put(piece, id, ByteAlphabet.bytes(piece));
          }
        });
    requireSize();
    requireBytes(ids);
    requireMerges(ids);
  }

  /** V. */
  int size() {
    return pieces.length;
  }

  String piece(int id) {
    return pieces[id];
  }

  /** The token's own bytes, not to be changed. */
  byte[] bytes(int id) {
    return bytes[id];
  }

  OptionalInt endOfText() {
    for (int id = pieces.length - 1; id >= 0; id--) {
      if (pieces[id].equals(END_OF_TEXT)) {
        return OptionalInt.of(id);
      }
    }
    return OptionalInt.empty();
  }

  /** The pairs that merge, each with a space between, what merges first first. */
  List<String> merges() {
    return merges;
  }

  /** The texts that are tokens as a whole, with their ids from the lowest. */
  List<Map.Entry<String, Integer>> added() {
    List<Map.Entry<String, Integer>> entries = new ArrayList<>(added.entrySet());
    entries.sort(Map.Entry.comparingByValue());
    return Collections.unmodifiableList(entries);
  }

  private void put(String piece, int id, byte @Nullable [] meaning) {
    if (id < 0 || id >= pieces.length) {
      throw FileProblem.in(
          file,
          Texts.get(
              "gpt2tokens.idBeyond",
              FileProblem.shown(piece),
              Numbers.count(id),
              Numbers.count(pieces.length - 1L)));
    }
    if (pieces[id] != null) {
      throw FileProblem.in(
          file,
          Texts.get(
              "gpt2tokens.idTwice",
              FileProblem.shown(pieces[id]),
              FileProblem.shown(piece),
              Numbers.count(id)));
    }
    if (meaning == null || meaning.length == 0) {
      throw FileProblem.in(
          file, Texts.get("gpt2tokens.notSpelled", FileProblem.shown(piece), Numbers.count(id)));
    }
    pieces[id] = piece;
    bytes[id] = meaning;
  }

  private void requireSize() {
    for (int id = 0; id < pieces.length; id++) {
      if (pieces[id] == null) {
        throw FileProblem.in(
            file, Texts.get("gpt2tokens.noId", Numbers.count(id), Numbers.count(pieces.length)));
      }
    }
  }

  private void requireBytes(Map<String, Integer> ids) {
    for (int value = 0; value < 256; value++) {
      String piece = String.valueOf(ByteAlphabet.spell(value));
      if (!ids.containsKey(piece)) {
        throw FileProblem.in(file, Texts.get("gpt2tokens.noByte", String.valueOf(value), piece));
      }
    }
  }

  private void requireMerges(Map<String, Integer> ids) {
    for (String merge : merges) {
      int space = merge.indexOf(' ');
      String left = merge.substring(0, Math.max(space, 0));
      String right = merge.substring(space + 1);
      if (!ids.containsKey(left) || !ids.containsKey(right) || !ids.containsKey(left + right)) {
        throw FileProblem.in(file, Texts.get("gpt2tokens.badMerge", FileProblem.shown(merge)));
      }
    }
  }
}
