package org.inferscope.model.gpt2.explain;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.Site;
import org.inferscope.model.gpt2.explain.Gpt2Ref.At;
import org.inferscope.model.gpt2.explain.Gpt2Ref.LensEntry;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Mean;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Variance;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Weight;
import org.inferscope.model.matmul.DotProductText;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Explains layer norms (Ba et al., 2016): in the pass, and the final one on a hidden state. */
final class NormPart implements ExplainerPart {
  private final Tools tools;
  private final Pass pass;

  NormPart(Tools tools) {
    this.tools = tools;
    pass = tools.pass();
  }

  @Override
  public boolean handles(Gpt2Ref ref) {
    return ref instanceof LensEntry || (ref instanceof At at && isNorm(at.point().site()));
  }

  private static boolean isNorm(Site site) {
    return site == Site.LN1 || site == Site.LN2 || site == Site.LN_FINAL;
  }

  @Override
  public boolean knows(Gpt2Ref ref) {
    if (ref instanceof LensEntry entry) {
      return entry.state() >= 0
          && entry.state() < pass.config().layers()
          && pass.isPlace(input(entry))
          && pass.has(input(entry).point());
    }
    At at = (At) ref;
    return pass.isPlace(at) && pass.has(at.point());
  }

  @Override
  public boolean hasInputs(Gpt2Ref ref) {
    return pass.has(input(ref).point());
  }

  @Override
  public String title(Gpt2Ref ref) {
    return ref instanceof LensEntry entry
        ? Texts.get(
            "gpt2explain.title.lensEntry",
            tools.names().quoted(entry.position()),
            Numbers.count(entry.unit()),
            Numbers.count(entry.state()))
        : tools.sites().title((At) ref);
  }

  @Override
  public double shown(Gpt2Ref ref) {
    return ref instanceof At at ? pass.value(at) : Double.NaN;
  }

  @Override
  public Explanation explain(Gpt2Ref ref) {
    At input = input(ref);
    Moments moments = Moments.of(pass.row(input.point(), input.position()));
    double deviation = moments.deviation(pass.config().epsilon());
    String module = module(ref);
    double x = pass.value(input);
    double gain = pass.read(module + ".weight").get(0, input.unit());
    double bias = pass.read(module + ".bias").get(0, input.unit());
    List<ValueRef> sources = sources(input, module);
    List<Term> terms =
        List.of(
            scaled(x, deviation, gain, sources.get(0), sources.get(3)),
            scaled(-moments.mean(), deviation, gain, sources.get(1), sources.get(3)),
            new Term(label(sources.get(4)), Numbers.cell(bias), bias, List.of(sources.get(4))));
    double exact = terms.stream().mapToDouble(Term::contribution).sum();
    String numbers =
        "(%s \u2212 %s) / √(%s + %s) · %s + %s"
            .formatted(
                Numbers.cell(x),
                DotProductText.factor(moments.mean()),
                Numbers.cell(moments.variance()),
                Numbers.cell(pass.config().epsilon()),
                DotProductText.factor(gain),
                DotProductText.factor(bias));
    return new Draft(ref, title(ref), meaning(ref))
        .values(ref instanceof At at ? pass.value(at) : exact, exact)
        .formula(symbols(sources), numbers)
        .terms(terms)
        .sources(sources)
        .seeAlso(List.of(sources.get(2)))
        .done();
  }

  private String meaning(Gpt2Ref ref) {
    return ref instanceof At at
        ? tools.sites().meaning(at)
        : Texts.get("gpt2explain.meaning.lensEntry");
  }

  private Term scaled(double x, double deviation, double gain, ValueRef ref, ValueRef gainRef) {
    String sign = x < 0 && ref instanceof Mean ? "\u2212" : "";
    String numbers =
        DotProductText.factor(x)
            + " / "
            + Numbers.cell(deviation)
            + " · "
            + DotProductText.factor(gain);
    String label = sign + label(ref) + " / σ · " + label(gainRef);
    return new Term(label, numbers, x / deviation * gain, List.of(ref, gainRef));
  }

  /** Number, mean, variance, gain, bias. */
  private List<ValueRef> sources(At input, String module) {
    List<ValueRef> sources = new ArrayList<>();
    sources.add(input);
    sources.add(new Mean(input.point(), input.position()));
    sources.add(new Variance(input.point(), input.position()));
    sources.add(new Weight(module + ".weight", 0, input.unit()));
    sources.add(new Weight(module + ".bias", 0, input.unit()));
    return sources;
  }

  private String label(ValueRef ref) {
    return tools.names().label(ref);
  }

  private String symbols(List<ValueRef> sources) {
    return "(%s \u2212 %s) / √(%s + ε) · %s + %s"
        .formatted(sources.stream().map(this::label).toArray());
  }

  /** What goes through the norm. */
  private At input(Gpt2Ref ref) {
    if (ref instanceof LensEntry entry) {
      return new At(pass.state(entry.state()), entry.position(), entry.unit());
    }
    At at = (At) ref;
    int layer = at.point().layer();
    HookPoint point =
        switch (at.point().site()) {
          case LN1 -> new HookPoint(Site.RESID_PRE, layer);
          case LN2 -> new HookPoint(Site.RESID_MID, layer);
          default -> pass.end();
        };
    return new At(point, at.position(), at.unit());
  }

  private static String module(Gpt2Ref ref) {
    if (ref instanceof At at && at.point().site().isInBlocks()) {
      return "h." + at.point().layer() + (at.point().site() == Site.LN1 ? ".ln_1" : ".ln_2");
    }
    return "ln_f";
  }
}
