package org.inferscope.model.network.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.matmul.DotProductText;
import org.inferscope.model.network.Activation;
import org.inferscope.model.network.Network;
import org.inferscope.model.network.explain.NetworkRef.PreActivation;
import org.inferscope.model.network.explain.NetworkRef.SoftmaxSum;
import org.inferscope.model.network.explain.NetworkRef.Unit;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Explains what units pass on: their activation of their sum. */
final class UnitPart implements ExplainerPart {
  private final Network network;
  private final Run run;
  private final NetworkNames names;

  UnitPart(Network network, Run run, NetworkNames names) {
    this.network = network;
    this.run = run;
    this.names = names;
  }

  @Override
  public boolean handles(NetworkRef ref) {
    return ref instanceof Unit || ref instanceof SoftmaxSum;
  }

  @Override
  public boolean knows(NetworkRef ref) {
    if (ref instanceof Unit unit) {
      return unit.c() > 0 && run.isUnit(unit.c(), unit.row(), unit.i());
    }
    return ref instanceof SoftmaxSum sum
        && sum.l() >= 0
        && run.isUnit(sum.l() + 1, sum.row(), 0)
        && activation(sum.l()) == Activation.SOFTMAX;
  }

  private Activation activation(int l) {
    return network.layer(l).activation();
  }

  @Override
  public String label(NetworkRef ref) {
    if (ref instanceof Unit unit) {
      return names.number(unit.c(), unit.row(), unit.i());
    }
    SoftmaxSum sum = (SoftmaxSum) ref;
    return "Σ exp(" + names.preActivations(sum.l()) + " \u2212 m)";
  }

  @Override
  public Explanation explain(NetworkRef ref) {
    if (ref instanceof SoftmaxSum sum) {
      return explain(sum);
    }
    Unit unit = (Unit) ref;
    if (run.isOff(unit.c(), unit.i())) {
      return off(unit);
    }
    return activation(unit.c() - 1) == Activation.SOFTMAX ? share(unit) : pointwise(unit);
  }

  /** Nothing is read for a unit that is off. */
  private Explanation off(Unit unit) {
    int l = unit.c() - 1;
    double[] z = run.preActivations(l, unit.row());
    double on = activation(l).exact(z)[unit.i()];
    String meaning =
        Texts.get("networkexplain.unit.off", number(unit), layer(unit), Numbers.cell(on));
    return explanation(unit, meaning, 0, "", "", List.of());
  }

  private static String number(Unit unit) {
    return Numbers.count(unit.i() + 1L);
  }

  private static String layer(Unit unit) {
    return Numbers.count(unit.c());
  }

  private Explanation pointwise(Unit unit) {
    int l = unit.c() - 1;
    Activation activation = activation(l);
    float z = run.preActivation(l, unit.row(), unit.i());
    String name = names.preActivation(l, unit.row(), unit.i());
    String meaning =
        activation == Activation.IDENTITY
            ? Texts.get("networkexplain.unit.identity", number(unit), layer(unit), name)
            : Texts.get(
                "networkexplain.unit",
                number(unit),
                layer(unit),
                activation.title(),
                name,
                activation.meaning());
    boolean negative = z < 0;
    String formula = ActivationText.of(activation, name, negative);
    String numbers = ActivationText.of(activation, DotProductText.factor(z), negative);
    double exact = activation.exact(new double[] {z})[0];
    return explanation(
        unit,
        meaning,
        exact,
        formula,
        numbers,
        List.of(new PreActivation(l, unit.row(), unit.i())));
  }

  private Explanation share(Unit unit) {
    int l = unit.c() - 1;
    double[] z = run.preActivations(l, unit.row());
    double largest = largest(z);
    SoftmaxSum sum = new SoftmaxSum(l, unit.row());
    String name = names.preActivation(l, unit.row(), unit.i());
    String numbers =
        "exp(%s \u2212 %s) / %s"
            .formatted(
                Numbers.cell(z[unit.i()]),
                DotProductText.factor(largest),
                Numbers.cell(sum(z, largest)));
    return explanation(
        unit,
        Texts.get("networkexplain.unit.softmax", number(unit), layer(unit), name),
        Activation.SOFTMAX.exact(z)[unit.i()],
        "exp(" + name + " \u2212 m) / " + label(sum),
        numbers,
        List.of(new PreActivation(l, unit.row(), unit.i()), sum));
  }

  private Explanation explanation(
      Unit unit,
      String meaning,
      double exact,
      String formula,
      String numbers,
      List<ValueRef> sources) {
    float shown = run.value(unit.c(), unit.row(), unit.i());
    return new Explanation(
        unit,
        label(unit),
        meaning,
        shown,
        exact,
        "",
        formula.isEmpty() ? "" : label(unit) + " = " + formula,
        numbers.isEmpty() ? "" : numbers + " = " + Numbers.cell(shown),
        List.of(),
        sources);
  }

  /** What softmax divides by: the exponentials, with the largest sum taken off all of them. */
  private Explanation explain(SoftmaxSum sum) {
    double[] z = run.preActivations(sum.l(), sum.row());
    double largest = largest(z);
    double[] exponentials = Arrays.stream(z).map(x -> Math.exp(x - largest)).toArray();
    List<ValueRef> sources = new ArrayList<>();
    for (int i = 0; i < z.length; i++) {
      sources.add(new PreActivation(sum.l(), sum.row(), i));
    }
    IntFunction<String> symbol =
        i -> "exp(" + names.preActivation(sum.l(), sum.row(), i) + " \u2212 m)";
    IntFunction<String> numbers =
        i -> "exp(" + Numbers.cell(z[i]) + " \u2212 " + DotProductText.factor(largest) + ")";
    double value = sum(z, largest);
    return new Explanation(
        sum,
        label(sum),
        Texts.get("networkexplain.softmaxSum", Numbers.count(sum.l() + 1L), Numbers.cell(largest)),
        value,
        value,
        "",
        Terms.written(z.length, symbol),
        Terms.written(z.length, numbers) + " = " + Numbers.cell(value),
        Terms.of(
            exponentials,
            i ->
                new Term(
                    symbol.apply(i), numbers.apply(i), exponentials[i], List.of(sources.get(i)))),
        sources);
  }

  private static double largest(double[] z) {
    return Arrays.stream(z).max().orElse(0);
  }

  private static double sum(double[] z, double largest) {
    return Arrays.stream(z).map(x -> Math.exp(x - largest)).sum();
  }
}
