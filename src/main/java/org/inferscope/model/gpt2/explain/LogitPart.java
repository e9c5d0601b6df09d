package org.inferscope.model.gpt2.explain;

import java.util.List;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.Site;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Logit;
import org.inferscope.model.gpt2.explain.Gpt2Ref.LogitParts;
import org.inferscope.model.gpt2.explain.Gpt2Ref.LogitSum;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Probability;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Explains what the model says: logits and their softmax. */
final class LogitPart implements ExplainerPart {
  /** Of a vocabulary's tens of thousands only these count. */
  static final int MOST = 100;

  private static final HookPoint END = HookPoint.of(Site.LN_FINAL);

  private final Tools tools;
  private final Pass pass;
  private final DirectPart direct;

  LogitPart(Tools tools, DirectPart direct) {
    this.tools = tools;
    pass = tools.pass();
    this.direct = direct;
  }

  @Override
  public boolean handles(Gpt2Ref ref) {
    return ref instanceof Logit || ref instanceof Probability || ref instanceof LogitSum;
  }

  @Override
  public boolean knows(Gpt2Ref ref) {
    if (ref instanceof Logit logit) {
      return pass.hasLogits(logit.position()) && pass.isToken(logit.id());
    }
    return ref instanceof Probability p
        ? pass.hasLogits(p.position()) && pass.isToken(p.id())
        : ref instanceof LogitSum sum && pass.hasLogits(sum.position());
  }

  @Override
  public boolean hasInputs(Gpt2Ref ref) {
    return !(ref instanceof Logit) || pass.has(END);
  }

  @Override
  public String title(Gpt2Ref ref) {
    if (ref instanceof Logit logit) {
      return Texts.get(
          "gpt2explain.title.logit",
          tools.names().token(logit.id()),
          tools.names().quoted(logit.position()));
    }
    return ref instanceof Probability p
        ? Texts.get(
            "gpt2explain.title.probability",
            tools.names().token(p.id()),
            tools.names().quoted(p.position()))
        : Texts.get(
            "gpt2explain.title.logitSum", tools.names().quoted(((LogitSum) ref).position()));
  }

  @Override
  public double shown(Gpt2Ref ref) {
    if (ref instanceof Logit logit) {
      return pass.trace().logits(logit.position()).logit(logit.id());
    }
    return ref instanceof Probability p
        ? pass.trace().logits(p.position()).probability(p.id())
        : softmax(((LogitSum) ref).position()).total();
  }

  @Override
  public Explanation explain(Gpt2Ref ref) {
    if (ref instanceof Logit logit) {
      return explain(logit);
    }
    return ref instanceof Probability p ? explain(p) : explain((LogitSum) ref);
  }

  private Explanation explain(Logit logit) {
    int position = logit.position();
    String unembedding = pass.unembedding();
    // [D] · one row of [V, D]
    LongSum sum =
        new LongSum(tools.dot(tools.row(END, position), tools.weightRow(unembedding, logit.id())));
    LogitParts parts = new LogitParts(position, logit.id());
    String symbols =
        "Σᵢ ln_final [%s, i] · %s [%s, i]"
            .formatted(
                tools.names().word(position),
                Names.module(unembedding),
                tools.names().token(logit.id()));
    String meaning =
        Texts.get(
            "gpt2explain.meaning.logit",
            tools.names().token(logit.id()),
            tools.names().quoted(position),
            Numbers.count(pass.config().width()),
            unembedding);
    return new Draft(logit, title(logit), meaning)
        .values(shown(logit), sum.total())
        .formula(symbols, sum.numbers())
        .sum(sum)
        .seeAlso(direct.knows(parts) ? List.of(parts) : List.of())
        .done();
  }

  private Softmax softmax(int position) {
    return new Softmax(
        tools.names(),
        Dots.wide(pass.trace().logits(position).logits()),
        id -> new Logit(position, id));
  }

  private Explanation explain(Probability p) {
    LogitSum sum = new LogitSum(p.position());
    Softmax softmax = softmax(p.position());
    List<ValueRef> sources = List.of(new Logit(p.position(), p.id()), sum);
    String meaning =
        Texts.get(
            "gpt2explain.meaning.probability",
            tools.names().token(p.id()),
            Numbers.cell(softmax.largest()));
    return new Draft(p, title(p), meaning)
        .values(shown(p), softmax.share(p.id()))
        .formula(
            softmax.symbol(p.id()) + " / " + tools.names().label(sum), softmax.shareNumbers(p.id()))
        .sources(sources)
        .done();
  }

  private Explanation explain(LogitSum ref) {
    Softmax softmax = softmax(ref.position());
    LongSum sum = new LongSum(softmax, MOST);
    String meaning =
        Texts.get(
            "gpt2explain.meaning.logitSum",
            Numbers.count(softmax.count()),
            Numbers.cell(softmax.largest()));
    return new Draft(ref, title(ref), meaning)
        .values(sum.total(), sum.total())
        .formula("Σₜ exp(logit(t) \u2212 m)", sum.numbers())
        .sum(sum)
        .done();
  }
}
