package org.inferscope.model.gpt2.explain;

import java.util.List;
import java.util.function.IntFunction;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.gpt2.explain.Gpt2Ref.At;
import org.inferscope.model.gpt2.explain.Gpt2Ref.LensEntry;
import org.inferscope.model.gpt2.explain.Gpt2Ref.LensLogit;
import org.inferscope.model.gpt2.explain.Gpt2Ref.LensProbability;
import org.inferscope.model.gpt2.explain.Gpt2Ref.LensSum;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/** Explains what a hidden state would say if the model ended there (nostalgebraist, 2020). */
final class LensPart implements ExplainerPart {
  private final Tools tools;
  private final Pass pass;

  /** All logits of the state that was asked about last: the next question is of the same one. */
  private volatile @Nullable Logits last;

  LensPart(Tools tools) {
    this.tools = tools;
    pass = tools.pass();
  }

  /** The logits of a hidden state; V numbers that nobody changes. */
  private static final class Logits {
    private final LensSum of;
    private final double[] values;

    Logits(LensSum of, double[] values) {
      this.of = of;
      this.values = values;
    }
  }

  @Override
  public boolean handles(Gpt2Ref ref) {
    return ref instanceof LensLogit || ref instanceof LensProbability || ref instanceof LensSum;
  }

  @Override
  public boolean knows(Gpt2Ref ref) {
    if (ref instanceof LensLogit logit) {
      return hasState(logit.state(), logit.position()) && pass.isToken(logit.id());
    }
    return ref instanceof LensProbability p
        ? hasState(p.state(), p.position()) && pass.isToken(p.id())
        : ref instanceof LensSum sum && hasState(sum.state(), sum.position());
  }

  private boolean hasState(int state, int position) {
    return state >= 0
        && state <= pass.config().layers()
        && pass.isPosition(position)
        && pass.has(pass.state(state));
  }

  @Override
  public boolean hasInputs(Gpt2Ref ref) {
    return true;
  }

  @Override
  public String title(Gpt2Ref ref) {
    if (ref instanceof LensLogit logit) {
      return Texts.get(
          "gpt2explain.title.lensLogit",
          tools.names().token(logit.id()),
          tools.names().quoted(logit.position()),
          Numbers.count(logit.state()));
    }
    if (ref instanceof LensProbability p) {
      return Texts.get(
          "gpt2explain.title.lensProbability",
          tools.names().token(p.id()),
          tools.names().quoted(p.position()),
          Numbers.count(p.state()));
    }
    LensSum sum = (LensSum) ref;
    return Texts.get(
        "gpt2explain.title.lensSum",
        tools.names().quoted(sum.position()),
        Numbers.count(sum.state()));
  }

  @Override
  public double shown(Gpt2Ref ref) {
    return Double.NaN;
  }

  @Override
  public Explanation explain(Gpt2Ref ref) {
    if (ref instanceof LensLogit logit) {
      return explain(logit);
    }
    return ref instanceof LensProbability p ? explain(p) : explain((LensSum) ref);
  }

  private boolean isLast(int state) {
    return state == pass.config().layers();
  }

  /** The state after the final layer norm [D]; the last one has been through it. */
  private double[] normal(int state, int position) {
    float[] row = pass.row(pass.state(state), position);
    double[] normal = Dots.wide(row);
    if (!isLast(state)) {
      Moments moments = Moments.of(row);
      double deviation = moments.deviation(pass.config().epsilon());
      float[] gain = pass.read("ln_f.weight").vector();
      float[] bias = pass.read("ln_f.bias").vector();
      for (int i = 0; i < row.length; i++) {
        normal[i] = (row[i] - moments.mean()) / deviation * gain[i] + bias[i];
      }
    }
    return normal;
  }

  private Explanation explain(LensLogit logit) {
    int state = logit.state();
    int position = logit.position();
    String unembedding = pass.unembedding();
    IntFunction<ValueRef> entry =
        isLast(state)
            ? i -> new At(pass.state(state), position, i)
            : i -> new LensEntry(state, position, i);
    NamedRow row = new NamedRow(normal(state, position), entry);
    // [D] · one row of [V, D]
    LongSum sum = new LongSum(tools.dot(row, tools.weightRow(unembedding, logit.id())));
    String name = isLast(state) ? "ln_final" : Names.lens(state);
    String symbols =
        "Σᵢ %s [%s, i] · %s [%s, i]"
            .formatted(
                name,
                tools.names().word(position),
                Names.module(unembedding),
                tools.names().token(logit.id()));
    double exact = sum.total();
    return new Draft(logit, title(logit), meaning(state))
        .values(
            isLast(state) && pass.hasLogits(position)
                ? pass.trace().logits(position).logit(logit.id())
                : exact,
            exact)
        .formula(symbols, sum.numbers())
        .sum(sum)
        .done();
  }

  private String meaning(int state) {
    return isLast(state)
        ? Texts.get("gpt2explain.meaning.lensLast", Numbers.count(state))
        : Texts.get("gpt2explain.meaning.lensLogit", Numbers.count(state));
  }

  private Softmax softmax(LensSum of) {
    return new Softmax(
        tools.names(), logits(of), id -> new LensLogit(of.state(), of.position(), id));
  }

  /** All logits: as many multiply-adds as the unembedding has numbers. */
  private double[] logits(LensSum of) {
    Logits known = last;
    if (known != null && known.of.equals(of)) {
      return known.values;
    }
    double[] normal = normal(of.state(), of.position());
    // [V, D] x [D] -> [V]
    double[] values = pass.read(pass.unembedding()).times(normal, 0, pass.config().vocabulary());
    last = new Logits(of, values);
    return values;
  }

  private Explanation explain(LensProbability p) {
    LensSum sum = new LensSum(p.state(), p.position());
    Softmax softmax = softmax(sum);
    double share = softmax.share(p.id());
    String meaning =
        Texts.get(
            "gpt2explain.meaning.lensProbability",
            tools.names().token(p.id()),
            Numbers.cell(softmax.largest()));
    return new Draft(p, title(p), meaning)
        .values(share, share)
        .formula(
            softmax.symbol(p.id()) + " / " + tools.names().label(sum), softmax.shareNumbers(p.id()))
        .sources(List.of(new LensLogit(p.state(), p.position(), p.id()), sum))
        .done();
  }

  private Explanation explain(LensSum ref) {
    Softmax softmax = softmax(ref);
    LongSum sum = new LongSum(softmax, LogitPart.MOST);
    String meaning =
        Texts.get(
            "gpt2explain.meaning.logitSum",
            Numbers.count(softmax.count()),
            Numbers.cell(softmax.largest()));
    return new Draft(ref, title(ref), meaning)
        .values(sum.total(), sum.total())
        .formula("Σₜ exp(" + Names.lens(ref.state()) + " logit(t) \u2212 m)", sum.numbers())
        .sum(sum)
        .done();
  }
}
