package org.inferscope.ui.inspector;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.inferscope.model.explain.Term;

/**
 * The terms of an explanation in the order in which they are shown, and the rest in one sum.
 *
 * @param shown the terms that get a row
 * @param restCount how many get none
 * @param restSum what those add together
 * @param lowest the lowest contribution shown, at most 0: where the bars' scale begins
 * @param highest the highest contribution shown, at least 0: where the bars' scale ends
 */
record TermRanking(List<Term> shown, int restCount, double restSum, double lowest, double highest) {
  /** How many terms get a row unless all are asked for. */
  static final int FIRST = 50;

  /**
   * Puts terms in order.
   *
   * @param bySize whether the largest contribution comes first, whatever its sign; else the order
   *     in which they are computed
   * @param most how many get a row
   */
  static TermRanking of(List<Term> terms, boolean bySize, int most) {
    List<Term> ordered =
        bySize
            ? terms.stream().sorted(Comparator.comparingDouble(TermRanking::rank)).toList()
            : terms;
    int cut = Math.min(most, ordered.size());
    List<Term> shown = ordered.subList(0, cut);
    double rest =
        IntStream.range(cut, ordered.size()).mapToDouble(i -> ordered.get(i).contribution()).sum();
    return new TermRanking(
        shown,
        ordered.size() - cut,
        rest,
        shown.stream().mapToDouble(TermRanking::finite).reduce(0, Math::min),
        shown.stream().mapToDouble(TermRanking::finite).reduce(0, Math::max));
  }

  /** Where a value lies between the ends of the scale, 0 to 1; infinities lie at the ends. */
  double scale(double value) {
    if (highest == lowest || Double.isNaN(value)) {
      return zero();
    }
    return Math.max(0, Math.min(1, (value - lowest) / (highest - lowest)));
  }

  /** Where zero lies between the ends of the scale. */
  double zero() {
    return highest == lowest ? 0 : -lowest / (highest - lowest);
  }

  /** NaN first, as the one that spoils the sum. */
  private static double rank(Term term) {
    double size = Math.abs(term.contribution());
    return Double.isNaN(size) ? Double.NEGATIVE_INFINITY : -size;
  }

  private static double finite(Term term) {
    return Double.isFinite(term.contribution()) ? term.contribution() : 0;
  }
}
