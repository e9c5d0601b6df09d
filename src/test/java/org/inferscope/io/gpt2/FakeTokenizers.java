package org.inferscope.io.gpt2;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.inferscope.model.gpt2.tokenizer.Token;
import org.inferscope.model.gpt2.tokenizer.Tokenizer;

/** Tokenizers that know nothing but whether they were closed. */
final class FakeTokenizers implements Tokenizers {
  private int open;

  /** How many have been opened and not closed. */
  int open() {
    return open;
  }

  @Override
  public Tokenizer open(Path folder, int vocabulary) {
    open++;
    return new Tokenizer() {
      private boolean closed;

      @Override
      public int size() {
        return vocabulary;
      }

      @Override
      public OptionalInt endOfText() {
        return OptionalInt.empty();
      }

      @Override
      public List<Token> encode(String text) {
        return List.of();
      }

      @Override
      public byte[] bytes(int id) {
        return new byte[0];
      }

      @Override
      public String piece(int id) {
        return "";
      }

      @Override
      public String decode(List<Integer> ids) {
        return "";
      }

      @Override
      public void close() {
        if (!closed) {
          open--;
          closed = true;
        }
      }
    };
  }
}
