package org.inferscope.model.network.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.inferscope.model.explain.Term;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/**
 * The terms of long sums: the largest ones each, the rest in one. Naming thousands of terms takes
 * tens of milliseconds, which a person who drags a slider would feel.
 */
final class Terms {
  /** Sums of up to this many terms are told in full. */
  static final int MOST = 512;

  private static final String PLUS = " + ";

  /** Parts written out in a formula; beyond that the middle is left out. */
  private static final int WRITTEN = 6;

  private Terms() {}

  /**
   * The terms in order.
   *
   * @param contributions what each adds
   * @param term makes the term of an index
   */
  static List<Term> of(double[] contributions, IntFunction<Term> term) {
    double least = leastTold(contributions);
    List<Term> terms = new ArrayList<>();
    int others = 0;
    double sum = 0;
    for (int k = 0; k < contributions.length; k++) {
      // Of several with the least size some have to go, too.
      boolean told = terms.size() < MOST && !(Math.abs(contributions[k]) < least);
      if (told) {
        terms.add(term.apply(k));
      } else {
        others++;
        sum += contributions[k];
      }
    }
    if (others > 0) {
      String label = Texts.get("networkexplain.others", Numbers.count(others));
      terms.add(new Term(label, Numbers.cell(sum), sum, List.of()));
    }
    return terms;
  }

  /** The size that a term must have to be told by itself. */
  private static double leastTold(double[] contributions) {
    if (contributions.length <= MOST) {
      return 0;
    }
    double[] sizes = Arrays.stream(contributions).map(Math::abs).sorted().toArray();
    return sizes[sizes.length - MOST];
  }

  /** The parts of a sum with a plus between them, of many the first ones and the last. */
  static String written(int parts, IntFunction<String> part) {
    List<String> texts = new ArrayList<>();
    int head = parts <= WRITTEN ? parts : WRITTEN - 1;
    for (int k = 0; k < head; k++) {
      texts.add(part.apply(k));
    }
    if (head < parts) {
      texts.add("…");
      texts.add(part.apply(parts - 1));
    }
    return String.join(PLUS, texts);
  }
}
