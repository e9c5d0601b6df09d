package org.inferscope.model.gpt2.attention;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The figures of one head in one prompt. Immutable, any thread. */
public final class HeadValues {
  private final Map<HeadFigure, Double> values;
  private final List<HeadTag> tags;

  private HeadValues(Map<HeadFigure, Double> values, List<HeadTag> tags) {
    this.values = values;
    this.tags = tags;
  }

  /**
   * Computes all figures.
   *
   * @param rows the head's weights
   * @param pairs of the prompt
   * @param chance the figures of a head that looks everywhere alike
   */
  static HeadValues of(AttentionRows rows, CountedPairs pairs, Map<HeadFigure, Double> chance) {
    Map<HeadFigure, Double> values = measure(rows, pairs);
    return new HeadValues(values, HeadTag.of(values, chance));
  }

  /** All figures that can be computed, in one walk over the weights. */
  static Map<HeadFigure, Double> measure(AttentionRows rows, CountedPairs pairs) {
    double distance = 0;
    double entropy = 0;
    double evenness = 0;
    double previous = 0;
    double first = 0;
    double induction = 0;
    double duplicate = 0;
    for (int query = 1; query < pairs.tokens(); query++) {
      float[] row = rows.row(query);
      double bits = 0;
      for (int key = 0; key <= query; key++) {
        distance += (double) row[key] * (query - key);
        bits += HeadFigure.bits(row[key]);
      }
      entropy += bits;
      evenness += bits / HeadFigure.log2(query + 1.0);
      previous += row[query - 1];
      first += row[0];
      induction += sum(row, pairs.followers(query));
      duplicate += sum(row, pairs.duplicates(query));
    }
    Map<HeadFigure, Double> values = new EnumMap<>(HeadFigure.class);
    put(values, HeadFigure.DISTANCE, distance, pairs);
    put(values, HeadFigure.ENTROPY, entropy, pairs);
    put(values, HeadFigure.EVENNESS, evenness, pairs);
    put(values, HeadFigure.PREVIOUS, previous, pairs);
    put(values, HeadFigure.INDUCTION, induction, pairs);
    put(values, HeadFigure.FIRST, first, pairs);
    put(values, HeadFigure.DUPLICATE, duplicate, pairs);
    return values;
  }

  private static double sum(float[] row, int[] keys) {
    double sum = 0;
    for (int key : keys) {
      sum += row[key];
    }
    return sum;
  }

  private static void put(
      Map<HeadFigure, Double> values, HeadFigure figure, double sum, CountedPairs pairs) {
    int queries = pairs.queries(figure);
    if (queries > 0) {
      values.put(figure, sum / queries);
    }
  }

  /** A figure; empty if it cannot be computed in this prompt. */
  public OptionalDouble value(HeadFigure figure) {
    Double value = values.get(figure);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** What the head is marked as, in the order of the tags; often nothing. */
  public List<HeadTag> tags() {
    return tags;
  }
}
