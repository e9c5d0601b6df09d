package org.inferscope.model.gpt2.attention;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.inferscope.model.explain.Explainer;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.gpt2.Gpt2Trace;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.Site;
import org.inferscope.model.gpt2.explain.Gpt2Ref;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/**
 * Explains the figures of heads by the weights that they are means of, and leaves the weights
 * themselves, and all that stands behind them, to the pass's own explainer. Immutable, any thread.
 */
public final class AttentionExplainer implements Explainer {
  private final Gpt2Trace trace;
  private final CountedPairs pairs;
  private final IntFunction<String> words;
  private final Explainer below;

  /**
   * An explainer of a pass.
   *
   * @param trace with the weights of all heads
   * @param words the prompt's tokens on screen, by their position
   * @param below explains the pass's own numbers
   */
  public AttentionExplainer(Gpt2Trace trace, IntFunction<String> words, Explainer below) {
    this.trace = trace;
    this.words = words;
    this.below = below;
    pairs = CountedPairs.of(trace.ids());
  }

  @Override
  public boolean knows(ValueRef ref) {
    if (!(ref instanceof AttentionRef own)) {
      return below.knows(ref);
    }
    if (own.layer() >= trace.config().layers() || own.layer() < 0) {
      return false;
    }
    int heads = trace.config().heads();
    if (own instanceof AttentionRef.OfHead head) {
      return isIn(head.head(), heads) && pairs.queries(head.figure()) > 0;
    } else if (own instanceof AttentionRef.OfQuery query) {
      return isIn(query.head(), heads)
          && isIn(query.query(), pairs.tokens())
          && pairs.keys(query.figure(), query.query()).length > 0;
    } else if (own instanceof AttentionRef.MeanWeight mean) {
      return isIn(mean.query(), pairs.tokens()) && isIn(mean.key(), mean.query() + 1);
    }
    return own instanceof AttentionRef.OfLayer layer && pairs.queries(layer.figure()) > 0;
  }

  private static boolean isIn(int index, int count) {
    return index >= 0 && index < count;
  }

  @Override
  public String label(ValueRef ref) {
    if (!(ref instanceof AttentionRef own)) {
      return below.label(ref);
    }
    if (own instanceof AttentionRef.OfHead head) {
      return Texts.get("attentionmodel.head.label", head.figure().title(), name(head));
    } else if (own instanceof AttentionRef.OfQuery query) {
      return Texts.get(
          "attentionmodel.query.label", query.figure().title(), words.apply(query.query()));
    } else if (own instanceof AttentionRef.MeanWeight mean) {
      return arrow(mean.query(), mean.key());
    }
    AttentionRef.OfLayer layer = (AttentionRef.OfLayer) own;
    return Texts.get("attentionmodel.layer.label", layer.figure().title(), number(layer.layer()));
  }

  private static String name(AttentionRef.OfHead head) {
    return new HeadFigures.Head(head.layer(), head.head()).label();
  }

  @Override
  public Explanation explain(ValueRef ref) {
    if (!(ref instanceof AttentionRef own)) {
      return below.explain(ref);
    }
    Args.require(knows(ref), "ref", ref, "of this pass");
    if (own instanceof AttentionRef.OfHead head) {
      return head(head);
    } else if (own instanceof AttentionRef.OfQuery query) {
      return query(query);
    } else if (own instanceof AttentionRef.MeanWeight mean) {
      return mean(mean);
    }
    return layer((AttentionRef.OfLayer) own);
  }

  /** The mean over the queries, each one a term. */
  private Explanation head(AttentionRef.OfHead ref) {
    HeadFigure figure = ref.figure();
    int queries = pairs.queries(figure);
    List<Term> terms = new ArrayList<>();
    double sum = 0;
    for (int query = 1; query < pairs.tokens(); query++) {
      int[] keys = pairs.keys(figure, query);
      if (keys.length > 0) {
        double value = value(ref, query, keys);
        sum += value;
        terms.add(
            new Term(
                isWeight(figure, keys) ? arrow(query, keys[0]) : words.apply(query),
                Texts.get("attentionmodel.over", Numbers.cell(value), Numbers.count(queries)),
                value / queries,
                List.of(source(ref, query, keys))));
      }
    }
    double shown =
        HeadValues.measure(HeadFigures.rows(trace, ref.layer(), ref.head()), pairs)
            .getOrDefault(figure, Double.NaN);
    return new Explanation(
        ref,
        Texts.get("attentionmodel.head.title", figure.title(), name(ref)),
        figure.meaning(),
        shown,
        sum / queries,
        figure.unit(),
        figure.formula(),
        Texts.get(
            "attentionmodel.head.numbers",
            Numbers.cell(sum),
            Numbers.count(queries),
            Numbers.cell(sum / queries)),
        terms,
        sources(terms));
  }

  /** Whether what a query adds is one weight, which explains itself. */
  private static boolean isWeight(HeadFigure figure, int[] keys) {
    return figure.isScore() && keys.length == 1;
  }

  private ValueRef source(AttentionRef.OfHead ref, int query, int[] keys) {
    return isWeight(ref.figure(), keys)
        ? pair(ref.layer(), ref.head(), query, keys[0])
        : new AttentionRef.OfQuery(ref.figure(), ref.layer(), ref.head(), query);
  }

  private double value(AttentionRef.OfHead ref, int query, int[] keys) {
    double sum = 0;
    for (int key : keys) {
      sum += part(ref, query, key);
    }
    return sum;
  }

  private double part(AttentionRef.OfHead ref, int query, int key) {
    return ref.figure().part(query, key, weight(ref.layer(), ref.head(), query, key));
  }

  private double weight(int layer, int head, int query, int key) {
    return trace.pair(new HookPoint(Site.PATTERN, layer), head, query, key);
  }

  /** The sum over the keys of one query, each one a term. */
  private Explanation query(AttentionRef.OfQuery ref) {
    AttentionRef.OfHead head = new AttentionRef.OfHead(ref.figure(), ref.layer(), ref.head());
    int[] keys = pairs.keys(ref.figure(), ref.query());
    List<Term> terms = new ArrayList<>();
    for (int key : keys) {
      terms.add(
          new Term(
              arrow(ref.query(), key),
              numbers(ref, key),
              part(head, ref.query(), key),
              List.of(pair(ref.layer(), ref.head(), ref.query(), key))));
    }
    double sum = terms.stream().mapToDouble(Term::contribution).sum();
    return new Explanation(
        ref,
        Texts.get(
            "attentionmodel.query.title",
            ref.figure().title(),
            words.apply(ref.query()),
            name(head)),
        Texts.get("attentionmodel.query.means", words.apply(ref.query())),
        sum,
        sum,
        ref.figure().unit(),
        Texts.get("attentionmodel.query.formula"),
        Texts.get("attentionmodel.query.numbers", Numbers.count(keys.length), Numbers.cell(sum)),
        terms,
        sources(terms));
  }

  private String numbers(AttentionRef.OfQuery ref, int key) {
    String weight = Numbers.cell(weight(ref.layer(), ref.head(), ref.query(), key));
    return switch (ref.figure()) {
      case DISTANCE -> Texts.get("attentionmodel.times", weight, Numbers.count(ref.query() - key));
      case ENTROPY -> Texts.get("attentionmodel.log", weight);
      case EVENNESS -> Texts.get("attentionmodel.logOver", weight, Numbers.count(ref.query() + 1L));
      case PREVIOUS, INDUCTION, FIRST, DUPLICATE -> weight;
    };
  }

  private Explanation mean(AttentionRef.MeanWeight ref) {
    int heads = trace.config().heads();
    List<Term> terms = new ArrayList<>();
    double sum = 0;
    for (int head = 0; head < heads; head++) {
      double weight = weight(ref.layer(), head, ref.query(), ref.key());
      sum += weight;
      terms.add(
          new Term(
              Texts.get("attentionmodel.head", new HeadFigures.Head(ref.layer(), head).label()),
              Texts.get("attentionmodel.over", Numbers.cell(weight), Numbers.count(heads)),
              weight / heads,
              List.of(pair(ref.layer(), head, ref.query(), ref.key()))));
    }
    return new Explanation(
        ref,
        arrow(ref.query(), ref.key()),
        Texts.get(
            "attentionmodel.mean.means",
            words.apply(ref.query()),
            words.apply(ref.key()),
            Numbers.count(heads),
            number(ref.layer())),
        new LayerMean(trace, ref.layer()).row(ref.query())[ref.key()],
        sum / heads,
        "",
        Texts.get("attentionmodel.mean.formula"),
        Texts.get(
            "attentionmodel.head.numbers",
            Numbers.cell(sum),
            Numbers.count(heads),
            Numbers.cell(sum / heads)),
        terms,
        sources(terms));
  }

  private Explanation layer(AttentionRef.OfLayer ref) {
    int heads = trace.config().heads();
    List<Term> terms =
        IntStream.range(0, heads)
            .mapToObj(
                head -> {
                  Map<HeadFigure, Double> values =
                      HeadValues.measure(HeadFigures.rows(trace, ref.layer(), head), pairs);
                  double value = values.getOrDefault(ref.figure(), Double.NaN);
                  return new Term(
                      Texts.get(
                          "attentionmodel.head", new HeadFigures.Head(ref.layer(), head).label()),
                      Texts.get("attentionmodel.over", Numbers.cell(value), Numbers.count(heads)),
                      value / heads,
                      List.of(new AttentionRef.OfHead(ref.figure(), ref.layer(), head)));
                })
            .toList();
    double mean = terms.stream().mapToDouble(Term::contribution).sum();
    return new Explanation(
        ref,
        label(ref),
        Texts.get(
            "attentionmodel.layer.means",
            ref.figure().title(),
            Numbers.count(heads),
            number(ref.layer())),
        mean,
        mean,
        ref.figure().unit(),
        Texts.get("attentionmodel.layer.formula"),
        Texts.get(
            "attentionmodel.head.numbers",
            Numbers.cell(mean * heads),
            Numbers.count(heads),
            Numbers.cell(mean)),
        terms,
        sources(terms));
  }

  private static Gpt2Ref.Pair pair(int layer, int head, int query, int key) {
    return new Gpt2Ref.Pair(new HookPoint(Site.PATTERN, layer), head, query, key);
  }

  private String arrow(int query, int key) {
    return Texts.get("attentionmodel.pair", words.apply(query), words.apply(key));
  }

  private static String number(int index) {
    return Integer.toString(index);
  }

  private static List<ValueRef> sources(List<Term> terms) {
    return terms.stream().flatMap(term -> term.sources().stream()).distinct().toList();
  }
}
