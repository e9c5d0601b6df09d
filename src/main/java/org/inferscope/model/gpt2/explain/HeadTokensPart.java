package org.inferscope.model.gpt2.explain;

import java.util.List;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.Site;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Contribution;
import org.inferscope.model.gpt2.explain.Gpt2Ref.HeadTokens;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Pair;
import org.inferscope.model.matmul.DotProductText;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/**
 * Explains what a head adds to a logit by the tokens that it reads: the attention to each, times
 * what its value is worth.
 */
final class HeadTokensPart implements ExplainerPart {
  private final Tools tools;
  private final Pass pass;

  HeadTokensPart(Tools tools) {
    this.tools = tools;
    pass = tools.pass();
  }

  @Override
  public boolean handles(Gpt2Ref ref) {
    return ref instanceof HeadTokens;
  }

  @Override
  public boolean knows(Gpt2Ref ref) {
    HeadTokens tokens = (HeadTokens) ref;
    return pass.isPosition(tokens.position())
        && pass.isToken(tokens.id())
        && pass.isHead(tokens.layer(), tokens.head())
        && pass.has(Site.PATTERN, tokens.layer())
        && pass.has(Site.V, tokens.layer())
        && !pass.isReplaced(new HookPoint(Site.Z, tokens.layer()), tokens.position())
        && Writers.of(pass, tokens.position()).contains(head(tokens));
  }

  private static Part head(HeadTokens tokens) {
    return new Part.Head(tokens.layer(), tokens.head());
  }

  @Override
  public boolean hasInputs(Gpt2Ref ref) {
    return true;
  }

  @Override
  public String title(Gpt2Ref ref) {
    HeadTokens tokens = (HeadTokens) ref;
    return Texts.get(
        "gpt2explain.title.headTokens",
        tools.names().part(head(tokens)),
        tools.names().token(tokens.id()),
        tools.names().quoted(tokens.position()));
  }

  @Override
  public double shown(Gpt2Ref ref) {
    return Double.NaN;
  }

  @Override
  public Explanation explain(Gpt2Ref ref) {
    HeadTokens tokens = (HeadTokens) ref;
    int first = tokens.head() * pass.headWidth();
    String out = Pass.weight(tokens.layer(), DirectPart.HEADS_OUT);
    double[] worth =
        Direction.of(pass, tokens.position(), tokens.id())
            .ofRows(pass.read(out), first, pass.headWidth());
    float[] read = pass.headRow(Site.Z, tokens.layer(), tokens.head(), tokens.position());
    LongSum sum = new LongSum(new Read(tokens, worth));
    String symbols =
        "Σⱼ A %d.%d [%s → j] · (v %d.%d [j] · %s [%d…] · u)"
            .formatted(
                tokens.layer(),
                tokens.head(),
                tools.names().word(tokens.position()),
                tokens.layer(),
                tokens.head(),
                Names.module(out),
                first);
    Contribution same = new Contribution(tokens.position(), tokens.id(), head(tokens));
    String meaning =
        Texts.get(
            "gpt2explain.meaning.headTokens",
            Numbers.count(tokens.head()),
            Numbers.count(tokens.layer()),
            tools.names().token(tokens.id()));
    return new Draft(tokens, title(tokens), meaning)
        .values(Dots.dot(read, worth), sum.total())
        .formula(symbols, sum.numbers())
        .sum(sum)
        .seeAlso(List.of(same))
        .done();
  }

  /** One addend for each token that is read. */
  private final class Read implements Addends {
    private final HeadTokens of;
    private final float[] pattern;
    private final double[] worth;

    Read(HeadTokens of, double[] worthOfValue) {
      this.of = of;
      HookPoint point = new HookPoint(Site.PATTERN, of.layer());
      pattern = pass.trace().pairs(point, of.head(), of.position());
      worth = new double[pattern.length];
      for (int key = 0; key < worth.length; key++) {
        worth[key] = Dots.dot(pass.headRow(Site.V, of.layer(), of.head(), key), worthOfValue);
      }
    }

    private Pair pair(int key) {
      return new Pair(new HookPoint(Site.PATTERN, of.layer()), of.head(), of.position(), key);
    }

    @Override
    public int count() {
      return pattern.length;
    }

    @Override
    public double value(int key) {
      return pattern[key] * worth[key];
    }

    @Override
    public String symbol(int key) {
      return tools.names().label(pair(key)) + " · v · u";
    }

    @Override
    public String numbers(int key) {
      return DotProductText.factor(pattern[key]) + "·" + DotProductText.factor(worth[key]);
    }

    /** The attention; the whole of a value is too much for links. */
    @Override
    public List<ValueRef> read(int key) {
      return List.of(pair(key));
    }
  }
}
