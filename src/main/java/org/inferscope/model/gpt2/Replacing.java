package org.inferscope.model.gpt2;

import java.util.OptionalInt;
import org.inferscope.compute.CausalRows;
import org.inferscope.model.gpt2.Intervention.Replacement;
import org.inferscope.model.gpt2.Intervention.Selection;

/** Carries interventions out on values in the memory of the host. Each is used once. */
final class Replacing {
  private final Intervention intervention;

  /** How many values of a patch have been used. */
  private int used;

  private Replacing(Intervention intervention) {
    this.intervention = intervention;
  }

  /**
   * Replaces what is selected.
   *
   * @param values [T, columns], row after row
   */
  static void inRows(Intervention intervention, Gpt2Config config, float[] values) {
    new Replacing(intervention).rows(config, values);
  }

  /**
   * Replaces what is selected among values of pairs.
   *
   * @param values H lower triangles of T rows, laid out as {@link CausalRows} says
   */
  static void inPairs(Intervention intervention, int tokens, float[][] values) {
    new Replacing(intervention).pairs(tokens, values);
  }

  /** How many values an intervention selects in a prompt of T tokens. */
  static int count(Intervention intervention, Gpt2Config config, int tokens) {
    Selection where = intervention.where();
    Site site = intervention.at().site();
    int count = 0;
    if (site.isOfPairs()) {
      for (int row = 0; row < tokens; row++) {
        int seen = where.unit().isEmpty() ? row + 1 : where.unit().getAsInt() <= row ? 1 : 0;
        count += meets(where.position(), row) ? seen : 0;
      }
      return count * (where.head().isPresent() ? 1 : config.heads());
    }
    int rows = where.position().isPresent() ? 1 : tokens;
    int heads = site.isOfHeads() && where.head().isEmpty() ? config.heads() : 1;
    int units = where.unit().isPresent() ? 1 : intervention.units(config);
    return rows * heads * units;
  }

  private void rows(Gpt2Config config, float[] values) {
    Selection where = intervention.where();
    int columns = intervention.at().site().columns(config);
    int units = intervention.units(config);
    int tokens = values.length / columns;
    double[] means = means(values, columns);
    for (int row = 0; row < tokens; row++) {
      for (int column = 0; column < columns && meets(where.position(), row); column++) {
        if (meets(where.head(), column / units) && meets(where.unit(), column % units)) {
          values[row * columns + column] = replacement(means[column]);
        }
      }
    }
  }

  private void pairs(int tokens, float[][] values) {
    Selection where = intervention.where();
    for (int head = 0; head < values.length; head++) {
      for (int row = 0; row < tokens && meets(where.head(), head); row++) {
        int start = CausalRows.start(row, 0);
        double mean = mean(values[head], start, row + 1);
        for (int column = 0; column <= row && meets(where.position(), row); column++) {
          if (meets(where.unit(), column)) {
            values[head][start + column] = replacement(mean);
          }
        }
      }
    }
  }

  private float replacement(double mean) {
    Replacement by = intervention.by();
    if (by instanceof Replacement.Patch patch) {
      return patch.values().get(used++);
    }
    return by instanceof Replacement.Mean ? (float) mean : 0;
  }

  private static double[] means(float[] values, int columns) {
    double[] means = new double[columns];
    int tokens = values.length / columns;
    for (int i = 0; i < values.length; i++) {
      means[i % columns] += values[i] / (double) tokens;
    }
    return means;
  }

  private static double mean(float[] values, int from, int count) {
    double sum = 0;
    for (int i = from; i < from + count; i++) {
      sum += values[i];
    }
    return sum / count;
  }

  private static boolean meets(OptionalInt condition, int value) {
    return condition.isEmpty() || condition.getAsInt() == value;
  }
}
