package org.inferscope.model.gpt2.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntFunction;
import org.inferscope.model.explain.Term;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.matmul.DotProductText;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/**
 * A sum of up to thousands of addends. The largest become terms, the rest one term: writing all out
 * takes longer than a frame.
 */
final class LongSum {
  /** Sums of up to this many addends are told in full, unless said otherwise. */
  static final int MOST = 200;

  /** Addends written out in a formula; beyond that the middle is left out. */
  private static final int WRITTEN = 5;

  private static final String PLUS = " + ";

  private final Addends addends;
  private final double[] values;
  private final int most;

  LongSum(Addends addends) {
    this(addends, MOST);
  }

  /**
   * A sum.
   *
   * @param most how many terms there are besides the one for the rest
   */
  LongSum(Addends addends, int most) {
    this.addends = addends;
    this.most = most;
    values = new double[addends.count()];
    for (int k = 0; k < values.length; k++) {
      values[k] = addends.value(k);
    }
  }

  /** The sum in float64. */
  double total() {
    double total = 0;
    for (double value : values) {
      total += value;
    }
    return total;
  }

  /** The terms in order. */
  List<Term> terms() {
    double least = leastTold();
    List<Term> terms = new ArrayList<>();
    int others = 0;
    double rest = 0;
    for (int k = 0; k < values.length; k++) {
      // Of several with the least size some have to go, too.
      if (terms.size() < most && !(Math.abs(values[k]) < least)) {
        terms.add(term(k));
      } else {
        others++;
        rest += values[k];
      }
    }
    if (others > 0) {
      String label = Texts.get("gpt2explain.others", Numbers.count(others));
      terms.add(new Term(label, Numbers.cell(rest), rest, List.of()));
    }
    return terms;
  }

  private Term term(int k) {
    return new Term(addends.symbol(k), addends.numbers(k), values[k], addends.read(k));
  }

  /** The size that an addend must have to be told by itself. */
  private double leastTold() {
    if (values.length <= most) {
      return 0;
    }
    PriorityQueue<Double> largest = new PriorityQueue<>(most + 1);
    for (double value : values) {
      double size = Math.abs(value);
      if (largest.size() < most) {
        largest.add(size);
      } else if (size > largest.element()) {
        largest.remove();
        largest.add(size);
      }
    }
    return largest.element();
  }

  /** The sum in symbols, of many addends the first ones and the last. */
  String symbols() {
    return written(values.length, addends::symbol);
  }

  /** The same with its numbers. */
  String numbers() {
    return written(values.length, addends::numbers);
  }

  /** The numbers of terms that were made one by one, written as a sum. */
  static String numbers(List<Term> terms) {
    return written(terms.size(), k -> DotProductText.factor(terms.get(k).contribution()));
  }

  private static String written(int count, IntFunction<String> part) {
    List<String> texts = new ArrayList<>();
    int head = count <= WRITTEN ? count : WRITTEN - 1;
    for (int k = 0; k < head; k++) {
      texts.add(part.apply(k));
    }
    if (head < count) {
      texts.add("…");
      texts.add(part.apply(count - 1));
    }
    return String.join(PLUS, texts);
  }

  /** All that was read; no two addends read the same. */
  List<ValueRef> sources() {
    List<ValueRef> sources = new ArrayList<>();
    for (int k = 0; k < values.length; k++) {
      sources.addAll(addends.read(k));
    }
    return sources;
  }
}
