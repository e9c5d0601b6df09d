package org.inferscope.model.gpt2.explain;

import java.util.List;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.Site;
import org.inferscope.model.gpt2.explain.Gpt2Ref.At;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Pair;
import org.inferscope.model.gpt2.explain.Gpt2Ref.ScoreSum;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Explains attention (Vaswani et al., 2017): scores, their softmax, and what a head reads. */
final class AttentionPart implements ExplainerPart {
  private final Tools tools;
  private final Pass pass;

  AttentionPart(Tools tools) {
    this.tools = tools;
    pass = tools.pass();
  }

  @Override
  public boolean handles(Gpt2Ref ref) {
    return ref instanceof Pair
        || ref instanceof ScoreSum
        || (ref instanceof At at && (at.point().site() == Site.Z || at.point().site().isOfPairs()));
  }

  @Override
  public boolean knows(Gpt2Ref ref) {
    if (ref instanceof Pair pair) {
      return pair.point().site().isOfPairs()
          && pass.isHead(pair.point().layer(), pair.head())
          && pass.isPosition(pair.query())
          && pair.key() >= 0
          && pair.key() <= pair.query()
          && pass.has(pair.point());
    }
    if (ref instanceof ScoreSum sum) {
      return pass.isHead(sum.layer(), sum.head())
          && pass.isPosition(sum.query())
          && pass.has(Site.SCORES, sum.layer());
    }
    At at = (At) ref;
    return pass.isPlace(at) && pass.has(at.point());
  }

  @Override
  public boolean hasInputs(Gpt2Ref ref) {
    if (ref instanceof Pair pair) {
      int layer = pair.point().layer();
      return pair.point().site() == Site.SCORES
          ? pass.has(Site.Q, layer) && pass.has(Site.K, layer)
          : pass.has(Site.SCORES, layer);
    }
    return !(ref instanceof At at)
        || (pass.has(Site.PATTERN, at.point().layer()) && pass.has(Site.V, at.point().layer()));
  }

  @Override
  public String title(Gpt2Ref ref) {
    if (ref instanceof Pair pair) {
      return tools.sites().title(pair);
    }
    return ref instanceof ScoreSum sum
        ? Texts.get(
            "gpt2explain.title.scoreSum",
            tools.names().quoted(sum.query()),
            Numbers.count(sum.layer()),
            Numbers.count(sum.head()))
        : tools.sites().title((At) ref);
  }

  @Override
  public double shown(Gpt2Ref ref) {
    if (ref instanceof Pair pair) {
      return pass.trace().pair(pair.point(), pair.head(), pair.query(), pair.key());
    }
    return ref instanceof ScoreSum sum ? softmax(sum).total() : pass.value((At) ref);
  }

  @Override
  public Explanation explain(Gpt2Ref ref) {
    if (ref instanceof ScoreSum sum) {
      return explain(sum);
    }
    if (ref instanceof Pair pair) {
      return pair.point().site() == Site.SCORES ? score(pair) : share(pair);
    }
    return explain((At) ref);
  }

  private Explanation score(Pair pair) {
    int layer = pair.point().layer();
    String root = "√" + pass.headWidth();
    // [D/H] · [D/H]
    Dot dot =
        tools.dot(
            tools.headRow(Site.Q, layer, pair.head(), pair.query()),
            tools.headRow(Site.K, layer, pair.head(), pair.key()));
    LongSum sum = new LongSum(dot.over(Math.sqrt(pass.headWidth()), root, root));
    String head = layer + "." + pair.head();
    String symbols =
        "Σᵢ q %s [%s, i] · k %s [%s, i] / %s"
            .formatted(
                head, tools.names().word(pair.query()), head, tools.names().word(pair.key()), root);
    return new Draft(pair, title(pair), tools.sites().meaning(pair))
        .values(shown(pair), sum.total())
        .formula(symbols, sum.numbers())
        .sum(sum)
        .done();
  }

  private static HookPoint scores(int layer) {
    return new HookPoint(Site.SCORES, layer);
  }

  private Softmax softmax(ScoreSum sum) {
    HookPoint point = scores(sum.layer());
    return new Softmax(
        tools.names(),
        Dots.wide(pass.trace().pairs(point, sum.head(), sum.query())),
        key -> new Pair(point, sum.head(), sum.query(), key));
  }

  private Explanation share(Pair pair) {
    ScoreSum sum = new ScoreSum(pair.point().layer(), pair.head(), pair.query());
    Softmax softmax = softmax(sum);
    return new Draft(pair, title(pair), tools.sites().meaning(pair))
        .values(shown(pair), softmax.share(pair.key()))
        .formula(
            softmax.symbol(pair.key()) + " / " + tools.names().label(sum),
            softmax.shareNumbers(pair.key()))
        .sources(List.of(softmax.read(pair.key()).get(0), sum))
        .done();
  }

  private Explanation explain(ScoreSum ref) {
    Softmax softmax = softmax(ref);
    LongSum sum = new LongSum(softmax);
    String meaning = Texts.get("gpt2explain.meaning.scoreSum", Numbers.cell(softmax.largest()));
    return new Draft(ref, title(ref), meaning)
        .values(sum.total(), sum.total())
        .formula(sum.symbols(), sum.numbers())
        .sum(sum)
        .done();
  }

  private Explanation explain(At at) {
    int layer = at.point().layer();
    int head = at.unit() / pass.headWidth();
    HookPoint pattern = new HookPoint(Site.PATTERN, layer);
    HookPoint values = new HookPoint(Site.V, layer);
    int query = at.position();
    float[] read = new float[query + 1];
    for (int key = 0; key < read.length; key++) {
      read[key] = pass.value(values, key, at.unit());
    }
    // [T] · [T]
    Dot dot =
        tools.dot(
            NamedRow.of(
                pass.trace().pairs(pattern, head, query),
                key -> new Pair(pattern, head, query, key)),
            NamedRow.of(read, key -> new At(values, key, at.unit())));
    LongSum sum = new LongSum(dot);
    String name = layer + "." + head;
    String symbols =
        "Σⱼ A %s [%s → j] · v %s [j, %d]"
            .formatted(name, tools.names().word(query), name, at.unit() % pass.headWidth());
    return new Draft(at, title(at), tools.sites().meaning(at))
        .values(pass.value(at), sum.total())
        .formula(symbols, sum.numbers())
        .sum(sum)
        .done();
  }
}
