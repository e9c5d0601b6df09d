package org.inferscope.model.gpt2.whatif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.inferscope.model.gpt2.Distribution;
import org.inferscope.model.gpt2.Distribution.Scored;
import org.inferscope.tensor.Args;

/**
 * What comes next with all parts, and without some. Immutable, any thread.
 *
 * @param before with all parts
 * @param after without some
 */
public record Comparison(Distribution before, Distribution after) {
  private static final double LN2 = Math.log(2);

  /** Refuses distributions of different vocabularies. */
  public Comparison {
    Args.sameLength(before.size(), "before", after.size(), "after");
  }

  /**
   * A token in both.
   *
   * @param before its numbers with all parts
   * @param after its numbers without some
   */
  public record Row(Scored before, Scored after) {
    /** The token. */
    public int id() {
      return before.id();
    }

    /** How much its probability has changed. */
    public double change() {
      return after.probability() - before.probability();
    }
  }

  /**
   * The Kullback-Leibler divergence {@code D(before ‖ after) = sum p ln(p / q)} in nats. As {@link
   * Distribution#divergence}, with one exponential for each token: a millisecond for GPT-2.
   */
  public double nats() {
    // ln p is the logit less a number that is the same for all tokens.
    double p0 = before.logProbability(0) - before.logit(0);
    double q0 = after.logProbability(0) - after.logit(0);
    double total = 0;
    for (int id = 0; id < before.size(); id++) {
      double log = before.logit(id) + p0;
      double p = Math.exp(log);
      total += p == 0 ? 0 : p * (log - (after.logit(id) + q0));
    }
    return Math.max(0, total);
  }

  /** Nats in bits. */
  public static double bits(double nats) {
    return nats / LN2;
  }

  /** A token's addend of the divergence: {@code p ln(p / q)}. */
  public double addend(int id) {
    double p = before.probability(id);
    return p == 0 ? 0 : p * (before.logProbability(id) - after.logProbability(id));
  }

  /** A token's row. */
  public Row row(int id) {
    return new Row(before.scored(id), after.scored(id));
  }

  /**
   * The most probable tokens of both, as many of either as there is room for, the likeliest in
   * either first.
   *
   * @param room how many rows there may be, at least 2
   */
  public List<Row> top(int room) {
    Args.require(room >= 2, "room", room, "2 or more");
    List<Scored> first = before.top(room);
    List<Scored> second = after.top(room);
    Set<Integer> ids = new LinkedHashSet<>();
    for (int k = 0; k < first.size(); k++) {
      Set<Integer> more = new HashSet<>(List.of(first.get(k).id()));
      more.add(second.get(k).id());
      more.removeAll(ids);
      if (ids.size() + more.size() > room) {
        break;
      }
      ids.addAll(more);
    }
    List<Row> rows = new ArrayList<>(ids.stream().map(this::row).toList());
    rows.sort(
        Comparator.comparingDouble(
                (Row row) -> -Math.max(row.before().probability(), row.after().probability()))
            .thenComparingInt(Row::id));
    return rows;
  }
}
