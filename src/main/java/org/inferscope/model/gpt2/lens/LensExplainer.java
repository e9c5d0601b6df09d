package org.inferscope.model.gpt2.lens;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.inferscope.model.explain.Explainer;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.gpt2.Distribution;
import org.inferscope.model.gpt2.explain.Gpt2Ref.LensLogit;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Explains ranks after one token, and what they were read from. */
public final class LensExplainer implements Explainer {
  /** As many better tokens as are named; the others are counted. */
  private static final int MOST_NAMED = 20;

  private final Explainer pass;
  private final int position;
  private final List<Distribution> column;
  private final IntFunction<String> tokenText;

  /**
   * An explainer.
   *
   * @param pass explains the other numbers of the pass
   * @param position the token that they come after
   * @param column what each hidden state says after it; empty knows no rank
   * @param tokenText a token's text on screen by its id
   */
  public LensExplainer(
      Explainer pass, int position, List<Distribution> column, IntFunction<String> tokenText) {
    this.pass = pass;
    this.position = position;
    this.column = List.copyOf(column);
    this.tokenText = tokenText;
  }

  @Override
  public Explanation explain(ValueRef ref) {
    return ref instanceof LensRank rank ? explain(rank) : pass.explain(ref);
  }

  /** rank = 1 + how many logits are larger. */
  private Explanation explain(LensRank ref) {
    Args.require(knows(ref), "ref", ref, "of this pass and position");
    Distribution said = column.get(ref.state());
    int better = said.rank(ref.id());
    String word = tokenText.apply(ref.id());
    LensLogit own = new LensLogit(ref.state(), position, ref.id());
    List<Term> terms = new ArrayList<>();
    terms.add(new Term(Texts.get("gpt2lens.rank.itself", word), "1", 1, List.of(own)));
    Set<ValueRef> sources = new LinkedHashSet<>();
    sources.add(own);
    for (Distribution.Scored above : said.top(Math.min(better, MOST_NAMED))) {
      LensLogit source = new LensLogit(ref.state(), position, above.id());
      sources.add(source);
      terms.add(
          new Term(
              Texts.get("gpt2lens.rank.above", tokenText.apply(above.id()), word),
              Texts.get(
                  "gpt2lens.rank.above",
                  Numbers.cell(above.logit()),
                  Numbers.cell(said.logit(ref.id()))),
              1,
              List.of(source)));
    }
    if (better > MOST_NAMED) {
      long rest = (long) better - MOST_NAMED;
      terms.add(
          new Term(
              Texts.get("gpt2lens.rank.more", Numbers.count(rest)),
              Numbers.count(rest),
              rest,
              List.of()));
    }
    return new Explanation(
        ref,
        label(ref),
        Texts.get("gpt2lens.rank.meaning", Numbers.count(said.size())),
        1.0 + better,
        1.0 + better,
        "",
        Texts.get("gpt2lens.rank.formula"),
        Texts.get("gpt2lens.rank.substituted", Numbers.count(better), Numbers.count(1L + better)),
        terms,
        List.copyOf(sources));
  }

  @Override
  public String label(ValueRef ref) {
    return ref instanceof LensRank rank
        ? Texts.get("gpt2lens.rank.label", tokenText.apply(rank.id()))
        : pass.label(ref);
  }

  @Override
  public boolean knows(ValueRef ref) {
    if (ref instanceof LensRank rank) {
      return rank.position() == position
          && rank.state() >= 0
          && rank.state() < column.size()
          && rank.id() >= 0
          && rank.id() < column.get(0).size();
    }
    return pass.knows(ref);
  }
}
