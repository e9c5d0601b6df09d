package org.inferscope.model.network.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.network.Trace;
import org.inferscope.model.network.explain.NetworkRef.Stat;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/**
 * Explains a column's figures over all inputs. Where these are more than a few thousand numbers,
 * links lead to those of the input in focus.
 */
final class StatPart implements ExplainerPart {
  private static final int MOST = 4096;

  private final Trace trace;
  private final NetworkNames names;

  StatPart(Trace trace, NetworkNames names) {
    this.trace = trace;
    this.names = names;
  }

  @Override
  public boolean handles(NetworkRef ref) {
    return ref instanceof Stat;
  }

  @Override
  public boolean knows(NetworkRef ref) {
    return ref instanceof Stat stat && stat.c() >= 0 && stat.c() <= trace.network().depth();
  }

  @Override
  public String label(NetworkRef ref) {
    Stat stat = (Stat) ref;
    return stat.c() == 0
        ? Texts.get("networkexplain.stat.ofInput", stat.statistic().title())
        : Texts.get(
            "networkexplain.stat.ofLayer", stat.statistic().title(), Numbers.count(stat.c()));
  }

  @Override
  public Explanation explain(NetworkRef ref) {
    Stat stat = (Stat) ref;
    return switch (stat.statistic()) {
      case DEAD -> dead(stat);
      case MIN, MAX -> extreme(stat);
      case MEAN -> mean(stat);
      case STD -> std(stat);
    };
  }

  private double value(Stat stat) {
    return stat.statistic().of(trace.stats(stat.c()));
  }

  private Explanation dead(Stat stat) {
    Matrix column = trace.column(stat.c());
    int units = column.cols();
    int[] dead = IntStream.range(0, units).filter(i -> isDead(column, i)).toArray();
    double[] shares = new double[dead.length];
    Arrays.fill(shares, 1.0 / units);
    List<Term> terms =
        Terms.of(
            shares,
            k ->
                new Term(
                    Texts.get("networkexplain.stat.dead.term", name(stat.c(), dead[k])),
                    "1 / " + Numbers.count(units),
                    shares[k],
                    List.of(NetworkRef.number(stat.c(), trace.row(), dead[k]))));
    String numbers =
        Numbers.count(dead.length)
            + " / "
            + Numbers.count(units)
            + " = "
            + Numbers.cell(value(stat));
    String formula = Texts.get("networkexplain.stat.dead.formula");
    return explanation(stat, formula, numbers, terms, numbers(stat.c()));
  }

  private static boolean isDead(Matrix column, int i) {
    for (int row = 0; row < column.rows(); row++) {
      if (column.get(row, i) != 0) {
        return false;
      }
    }
    return true;
  }

  private String name(int c, int i) {
    return names.number(c, trace.row(), i);
  }

  private Explanation extreme(Stat stat) {
    Matrix column = trace.column(stat.c());
    double value = value(stat);
    ValueRef at = NetworkRef.number(stat.c(), trace.row(), 0);
    String name = name(stat.c(), 0);
    for (int k = column.size() - 1; k >= 0; k--) {
      int row = k / column.cols();
      int i = k % column.cols();
      if (Double.compare(column.get(row, i) + 0.0, value + 0.0) == 0) {
        at = NetworkRef.number(stat.c(), row, i);
        name = names.number(stat.c(), row, i);
      }
    }
    String function = stat.statistic() == Statistic.MIN ? "min" : "max";
    String count = Numbers.count(column.size());
    return explanation(
        stat,
        Texts.get("networkexplain.stat.extreme.formula", function, count),
        name + " = " + Numbers.cell(value),
        List.of(),
        List.of(at));
  }

  private Explanation mean(Stat stat) {
    Matrix column = trace.column(stat.c());
    String count = Numbers.count(column.size());
    double sum = value(stat) * column.size();
    String numbers = Numbers.cell(sum) + " / " + count + " = " + Numbers.cell(value(stat));
    return explanation(
        stat,
        Texts.get("networkexplain.stat.mean.formula", count),
        numbers,
        column.size() <= MOST ? eachNumber(stat.c()) : eachUnit(stat.c()),
        numbers(stat.c()));
  }

  /** What each number adds to the mean. */
  private List<Term> eachNumber(int c) {
    float[] all = trace.column(c).toArray();
    double[] shares = new double[all.length];
    Arrays.setAll(shares, k -> all[k] / (double) all.length);
    return Terms.of(shares, k -> share(c, k, all[k], all.length));
  }

  private Term share(int c, int k, float number, int count) {
    int row = k / trace.network().width(c);
    int i = k % trace.network().width(c);
    return new Term(
        names.number(c, row, i) + " / " + Numbers.count(count),
        Numbers.cell(number) + " / " + Numbers.count(count),
        number / (double) count,
        List.of(NetworkRef.number(c, row, i)));
  }

  /** What the sum of each unit's numbers over the batch adds to the mean. */
  private List<Term> eachUnit(int c) {
    Matrix column = trace.column(c);
    double[] shares = new double[column.cols()];
    for (int row = 0; row < column.rows(); row++) {
      for (int i = 0; i < shares.length; i++) {
        shares[i] += (double) column.get(row, i) / column.size();
      }
    }
    return Terms.of(
        shares,
        i ->
            new Term(
                Texts.get("networkexplain.stat.mean.unit", Numbers.count(i + 1L)),
                Numbers.cell(shares[i] * column.size()) + " / " + Numbers.count(column.size()),
                shares[i],
                List.of(NetworkRef.number(c, trace.row(), i))));
  }

  private Explanation std(Stat stat) {
    Stat mean = new Stat(stat.c(), Statistic.MEAN);
    List<ValueRef> sources = new ArrayList<>(List.of(mean));
    sources.addAll(numbers(stat.c()));
    double value = value(stat);
    String count = Numbers.count(trace.column(stat.c()).size());
    return explanation(
        stat,
        Texts.get("networkexplain.stat.std.formula", count, label(mean)),
        "√" + Numbers.cell(value * value) + " = " + Numbers.cell(value),
        List.of(),
        sources);
  }

  /** All numbers of a column if they are not too many, else those of the input in focus. */
  private List<ValueRef> numbers(int c) {
    Matrix column = trace.column(c);
    boolean all = column.size() <= MOST;
    List<ValueRef> numbers = new ArrayList<>();
    for (int row = 0; row < column.rows(); row++) {
      for (int i = 0; i < column.cols() && (all || row == trace.row()); i++) {
        numbers.add(NetworkRef.number(c, row, i));
      }
    }
    return numbers;
  }

  /** Figures are float64 from the start, so that shown and exact value are one. */
  private Explanation explanation(
      Stat stat, String formula, String numbers, List<Term> terms, List<ValueRef> sources) {
    double value = value(stat);
    return new Explanation(
        stat,
        label(stat),
        stat.statistic().meaning(),
        value,
        value,
        "",
        formula,
        numbers,
        terms,
        sources);
  }
}
