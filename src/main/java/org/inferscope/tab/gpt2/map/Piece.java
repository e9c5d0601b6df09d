package org.inferscope.tab.gpt2.map;

import java.util.List;
import java.util.Optional;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.explain.Gpt2Ref;
import org.inferscope.tensor.Matrix;

/**
 * A matrix of a step's tensor: a row for each token. Immutable, any thread.
 *
 * @param title what it is
 * @param values [T, columns]
 * @param limit the size of value that gets the strongest colour
 * @param look how values become colours
 * @param source what stands behind the values
 */
record Piece(String title, Matrix values, double limit, Look look, Source source) {

  /** How values become colours. */
  enum Look {
    /** Of either sign, centred on zero. */
    SIGNED,
    /** Of either sign, and nothing above the diagonal. */
    SIGNED_TRIANGLE,
    /** From zero up, and nothing above the diagonal. */
    MAGNITUDE_TRIANGLE,
    /** From zero up. */
    MAGNITUDE;

    boolean isTriangle() {
      return this == SIGNED_TRIANGLE || this == MAGNITUDE_TRIANGLE;
    }

    boolean isMagnitude() {
      return this == MAGNITUDE || this == MAGNITUDE_TRIANGLE;
    }
  }

  /** What stands behind the values. */
  sealed interface Source {
    /** Numbers that each token has. */
    record Rows(HookPoint point) implements Source {}

    /** Numbers of pairs of tokens. */
    record Pairs(HookPoint point, int head) implements Source {}

    /**
     * Numbers of some tokens of the vocabulary.
     *
     * @param first the token of the first row
     * @param ids the columns'
     * @param words the columns', as they are written on screen
     * @param probabilities or logits
     */
    record Vocabulary(int first, List<Integer> ids, List<String> words, boolean probabilities)
        implements Source {
      /** Copies the lists. */
      public Vocabulary {
        ids = List.copyOf(ids);
        words = List.copyOf(words);
      }
    }
  }

  /** The head that all of it belongs to. */
  Optional<Integer> head() {
    return source instanceof Source.Pairs pairs ? Optional.of(pairs.head()) : Optional.empty();
  }

  /** Whether there is a number at all. */
  boolean has(int row, int column) {
    return row >= 0
        && column >= 0
        && row < values.rows()
        && column < values.cols()
        && (!look.isTriangle() || column <= row);
  }

  /** The token that a row belongs to. */
  int token(int row) {
    return source instanceof Source.Vocabulary words ? words.first() + row : row;
  }

  /** The row that belongs to a token, or −1. */
  int row(int token) {
    int row = source instanceof Source.Vocabulary words ? token - words.first() : token;
    return row < values.rows() ? Math.max(-1, row) : -1;
  }

  /** What explains a number. */
  Gpt2Ref ref(int row, int column) {
    if (source instanceof Source.Rows rows) {
      return new Gpt2Ref.At(rows.point(), row, column);
    } else if (source instanceof Source.Pairs pairs) {
      return new Gpt2Ref.Pair(pairs.point(), pairs.head(), row, column);
    }
    Source.Vocabulary words = (Source.Vocabulary) source;
    int id = words.ids().get(column);
    return words.probabilities()
        ? new Gpt2Ref.Probability(token(row), id)
        : new Gpt2Ref.Logit(token(row), id);
  }
}
