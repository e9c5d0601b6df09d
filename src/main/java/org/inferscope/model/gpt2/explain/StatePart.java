package org.inferscope.model.gpt2.explain;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.explain.Gpt2Ref.At;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Cosine;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Mean;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Norm;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Variance;
import org.inferscope.model.matmul.DotProductText;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Explains what is told of whole rows: lengths and cosines of hidden states, mean and variance. */
final class StatePart implements ExplainerPart {
  private final Tools tools;
  private final Pass pass;

  StatePart(Tools tools) {
    this.tools = tools;
    pass = tools.pass();
  }

  @Override
  public boolean handles(Gpt2Ref ref) {
    return ref instanceof Norm
        || ref instanceof Cosine
        || ref instanceof Mean
        || ref instanceof Variance;
  }

  @Override
  public boolean knows(Gpt2Ref ref) {
    if (ref instanceof Norm norm) {
      return hasState(norm.state(), norm.position());
    }
    if (ref instanceof Cosine cosine) {
      return hasState(cosine.state(), cosine.position())
          && hasState(cosine.state() + 1, cosine.position());
    }
    return ref instanceof Mean mean
        ? hasRow(mean.point(), mean.position())
        : ref instanceof Variance variance && hasRow(variance.point(), variance.position());
  }

  private boolean hasState(int state, int position) {
    return state >= 0 && state <= pass.config().layers() && hasRow(pass.state(state), position);
  }

  private boolean hasRow(HookPoint point, int position) {
    return pass.isPlace(new At(point, position, 0)) && pass.has(point);
  }

  @Override
  public boolean hasInputs(Gpt2Ref ref) {
    return true;
  }

  @Override
  public String title(Gpt2Ref ref) {
    if (ref instanceof Norm norm) {
      return Texts.get(
          "gpt2explain.title.norm",
          tools.names().quoted(norm.position()),
          Numbers.count(norm.state()));
    }
    if (ref instanceof Cosine cosine) {
      return Texts.get(
          "gpt2explain.title.cosine",
          tools.names().quoted(cosine.position()),
          Numbers.count(cosine.state()),
          Numbers.count(cosine.state() + 1L));
    }
    return ref instanceof Mean mean
        ? Texts.get(
            "gpt2explain.title.mean",
            tools.names().quoted(mean.position()),
            Names.point(mean.point()))
        : Texts.get(
            "gpt2explain.title.variance",
            tools.names().quoted(((Variance) ref).position()),
            Names.point(((Variance) ref).point()));
  }

  @Override
  public double shown(Gpt2Ref ref) {
    return explain(ref).shown();
  }

  @Override
  public Explanation explain(Gpt2Ref ref) {
    if (ref instanceof Norm norm) {
      return explain(norm);
    }
    if (ref instanceof Cosine cosine) {
      return explain(cosine);
    }
    return ref instanceof Mean mean ? explain(mean) : explain((Variance) ref);
  }

  private Explanation explain(Norm norm) {
    HookPoint point = pass.state(norm.state());
    double length = pass.trace().norm(norm.state(), norm.position());
    LongSum sum =
        new LongSum(
            new Share(
                tools.names(),
                tools.row(point, norm.position()),
                x -> length == 0 ? 0 : x * x / length,
                x -> x + "² / " + label(norm),
                x -> DotProductText.factor(x) + "² / " + Numbers.cell(length)));
    String all = Numbers.count(pass.config().width());
    return new Draft(norm, title(norm), Texts.get("gpt2explain.meaning.norm.length", all))
        .values(length, length)
        .formula("√Σᵢ " + row(point, norm.position()) + "²", squares(point, norm.position()))
        .sum(sum)
        .done();
  }

  private String label(ValueRef ref) {
    return tools.names().label(ref);
  }

  /** "√(1² + 2² + …)". */
  private String squares(HookPoint point, int position) {
    Share squares =
        new Share(
            tools.names(),
            tools.row(point, position),
            x -> x * x,
            x -> x + "²",
            x -> DotProductText.factor(x) + "²");
    return "√(" + new LongSum(squares).numbers() + ")";
  }

  /** A row in a formula: "resid_post 3 [·is, i]". */
  private String row(HookPoint point, int position) {
    return Names.point(point) + " [" + tools.names().word(position) + ", i]";
  }

  private Explanation explain(Cosine cosine) {
    int position = cosine.position();
    Norm first = new Norm(cosine.state(), position);
    Norm second = new Norm(cosine.state() + 1, position);
    HookPoint a = pass.state(first.state());
    HookPoint b = pass.state(second.state());
    double lengths =
        pass.trace().norm(first.state(), position) * pass.trace().norm(second.state(), position);
    Dot dot =
        tools
            .dot(tools.row(a, position), tools.row(b, position))
            .over(lengths, "(" + label(first) + " · " + label(second) + ")", Numbers.cell(lengths));
    LongSum sum = new LongSum(dot);
    List<ValueRef> sources = new ArrayList<>(List.of(first, second));
    sources.addAll(sum.sources());
    String symbols =
        "Σᵢ %s · %s / (%s · %s)"
            .formatted(row(a, position), row(b, position), label(first), label(second));
    return new Draft(cosine, title(cosine), Texts.get("gpt2explain.meaning.cosine"))
        .values(pass.trace().cosine(cosine.state(), position), sum.total())
        .formula(symbols, sum.numbers())
        .sum(sum)
        .sources(sources)
        .seeAlso(List.of(first, second))
        .done();
  }

  private Explanation explain(Mean mean) {
    NamedRow row = tools.row(mean.point(), mean.position());
    String size = Numbers.count(row.size());
    return share(
        mean,
        Texts.get("gpt2explain.meaning.mean", size),
        new Share(
            tools.names(),
            row,
            x -> x / row.size(),
            x -> x + " / " + size,
            x -> DotProductText.factor(x) + " / " + size),
        "Σᵢ " + row(mean.point(), mean.position()) + " / " + size,
        List.of());
  }

  private Explanation explain(Variance variance) {
    Mean mean = new Mean(variance.point(), variance.position());
    NamedRow row = tools.row(variance.point(), variance.position());
    double middle = Moments.of(pass.row(variance.point(), variance.position())).mean();
    String size = Numbers.count(row.size());
    return share(
        variance,
        Texts.get("gpt2explain.meaning.variance", size),
        new Share(
            tools.names(),
            row,
            x -> (x - middle) * (x - middle) / row.size(),
            x -> "(" + x + " \u2212 m)² / " + size,
            x ->
                "("
                    + Numbers.cell(x)
                    + " \u2212 "
                    + DotProductText.factor(middle)
                    + ")² / "
                    + size),
        "Σᵢ (" + row(variance.point(), variance.position()) + " \u2212 m)² / " + size,
        List.of(mean));
  }

  /** A number that is computed in float64 only. */
  private Explanation share(
      Gpt2Ref ref, String meaning, Share share, String symbols, List<ValueRef> others) {
    LongSum sum = new LongSum(share);
    List<ValueRef> sources = new ArrayList<>(others);
    sources.addAll(sum.sources());
    return new Draft(ref, title(ref), meaning)
        .values(sum.total(), sum.total())
        .formula(symbols, sum.numbers())
        .sum(sum)
        .sources(sources)
        .seeAlso(others)
        .done();
  }
}
