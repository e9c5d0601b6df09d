package org.inferscope.model.gpt2.tokenizer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.inferscope.compute.InferscopeException;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/**
 * GPT-2's tokenizer. Only ids come from the native library: tokens are bytes without a gap, so
 * their places in the text follow from how many bytes each has.
 */
final class ByteLevelTokenizer implements Tokenizer {
  /**
   * UTF-16 units of a text, far beyond any context: a million take a second, and native memory that
   * runs out would end the program.
   */
  private static final int MOST_UNITS = 4_000_000;

  private final Vocabulary vocabulary;
  private final NativeTokenizer library;

  ByteLevelTokenizer(Vocabulary vocabulary, NativeTokenizer library) {
    this.vocabulary = vocabulary;
    this.library = library;
  }

  @Override
  public int size() {
    return vocabulary.size();
  }

  @Override
  public OptionalInt endOfText() {
    return vocabulary.endOfText();
  }

  @Override
  public List<Token> encode(String text) {
    if (text.length() > MOST_UNITS) {
      throw new InferscopeException(
          Texts.get(
              "gpt2tokens.textTooLong", Numbers.count(text.length()), Numbers.count(MOST_UNITS)));
    }
    String whole = WellFormed.of(text);
    return placed(library.ids(whole), new Places(whole));
  }

  private List<Token> placed(long[] ids, Places places) {
    List<Token> tokens = new ArrayList<>(ids.length);
    int from = 0;
    for (long each : ids) {
      int id = Math.toIntExact(each);
      int to = from + vocabulary.bytes(id).length;
      tokens.add(new Token(id, vocabulary.piece(id), places.start(from), places.end(to), from, to));
      from = to;
    }
    return tokens;
  }

  @Override
  public byte[] bytes(int id) {
    return vocabulary.bytes(checked(id)).clone();
  }

  @Override
  public String piece(int id) {
    return vocabulary.piece(checked(id));
  }

  @Override
  public String decode(List<Integer> ids) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(8 * ids.size());
    for (int id : ids) {
      bytes.writeBytes(vocabulary.bytes(checked(id)));
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private int checked(int id) {
    return Objects.checkIndex(id, vocabulary.size());
  }

  @Override
  public void close() {
    library.close();
  }
}
