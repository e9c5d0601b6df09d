package org.inferscope.model.gpt2.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inferscope.model.explain.Explainer;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.Operation;
import org.inferscope.model.gpt2.walk.CostRef.Letter;
import org.inferscope.model.gpt2.walk.PassCosts.Scope;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/**
 * Explains what the products of a pass cost, down to the sizes of the model, and how long its steps
 * took, down to the single passes. Immutable, any thread.
 */
public final class CostExplainer implements Explainer {
  private static final double PERCENT = 100;

  private final PassCosts costs;
  private final Optional<PassTimes> times;

  /** Of a pass, whose times may not be measured yet. */
  public CostExplainer(PassCosts costs, Optional<PassTimes> times) {
    this.costs = costs;
    this.times = times;
  }

  @Override
  public boolean knows(ValueRef ref) {
    if (ref instanceof CostRef.Millis
        || ref instanceof CostRef.AllMillis
        || ref instanceof CostRef.TimeShare) {
      return times.isPresent();
    }
    if (ref instanceof CostRef.Flops flops) {
      return costs.shape(flops.operation()).isPresent();
    }
    return ref instanceof CostRef;
  }

  @Override
  public String label(ValueRef ref) {
    if (ref instanceof CostRef.Flops of) {
      return Texts.get("gpt2walk.flops", OperationWords.name(of.operation()));
    } else if (ref instanceof CostRef.AllFlops of) {
      return of.scope() == Scope.LAYER
          ? Texts.get("gpt2walk.flops.layer")
          : Texts.get("gpt2walk.flops.pass");
    } else if (ref instanceof CostRef.FlopsShare of) {
      return Texts.get("gpt2walk.share", OperationWords.name(of.operation()));
    } else if (ref instanceof CostRef.Millis of) {
      return Texts.get("gpt2walk.time", OperationWords.of(of.step()));
    } else if (ref instanceof CostRef.AllMillis of) {
      return of.scope() == Scope.LAYER
          ? Texts.get("gpt2walk.time.layer", Numbers.count(of.layer()))
          : Texts.get("gpt2walk.time.pass");
    } else if (ref instanceof CostRef.TimeShare of) {
      return Texts.get("gpt2walk.timeShare", OperationWords.of(of.step()));
    } else if (ref instanceof CostRef.Size of) {
      return OperationWords.name(of.letter());
    }
    throw new IllegalArgumentException(ref + " belongs to another model");
  }

  @Override
  public Explanation explain(ValueRef ref) {
    if (!knows(ref)) {
      throw new IllegalArgumentException(ref + " is not known here");
    }
    if (ref instanceof CostRef.Flops of) {
      return flops(of);
    } else if (ref instanceof CostRef.AllFlops of) {
      return allFlops(of);
    } else if (ref instanceof CostRef.FlopsShare of) {
      double all = costs.flops(of.scope());
      return share(
          of,
          costs.flops(of.operation()),
          all,
          new CostRef.Flops(of.operation()),
          new CostRef.AllFlops(of.scope()));
    } else if (ref instanceof CostRef.Millis of) {
      return millis(of);
    } else if (ref instanceof CostRef.AllMillis of) {
      return allMillis(of);
    } else if (ref instanceof CostRef.TimeShare of) {
      WalkStep step = of.step();
      PassTimes measured = times.orElseThrow();
      return share(
          of,
          measured.millis(step),
          measured.millis(of.scope(), step.layer()),
          new CostRef.Millis(step),
          new CostRef.AllMillis(of.scope(), step.layer()));
    }
    return size((CostRef.Size) ref);
  }

  private Explanation flops(CostRef.Flops of) {
    Operation operation = of.operation();
    List<Letter> letters = letters(operation);
    double flops = costs.flops(operation);
    return new Explanation(
        of,
        label(of),
        Texts.get("gpt2walk.flops.meaning"),
        flops,
        flops,
        Texts.get("gpt2walk.unit.flops"),
        formula(operation),
        "2 · " + numbers(operation) + " = " + Numbers.cell(flops),
        List.of(),
        letters.stream().<ValueRef>map(CostRef.Size::new).toList());
  }

  /** What a product's operations are made of, each letter once. */
  private static List<Letter> letters(Operation operation) {
    return switch (operation) {
      case SCORES, MIX -> List.of(Letter.TOKENS, Letter.WIDTH, Letter.HEADS);
      case UP, DOWN -> List.of(Letter.TOKENS, Letter.WIDTH, Letter.INNER);
      case LOGITS -> List.of(Letter.LOGIT_ROWS, Letter.WIDTH, Letter.VOCABULARY);
      default -> List.of(Letter.TOKENS, Letter.WIDTH);
    };
  }

  /** H products of [T, D/H] x [D/H, T] are 2·T·D·T operations. */
  private static String formula(Operation operation) {
    return switch (operation) {
      case QKV -> "2 · T · D · 3D";
      case SCORES -> "H · 2 · T · (D/H) · T = 2 · T · D · T";
      case MIX -> "H · 2 · T · T · (D/H) = 2 · T · T · D";
      case OUTPUT -> "2 · T · D · D";
      case UP -> "2 · T · D · F";
      case DOWN -> "2 · T · F · D";
      default -> "2 · T · D · V";
    };
  }

  private String numbers(Operation operation) {
    String t = Numbers.count(value(Letter.TOKENS));
    String d = Numbers.count(value(Letter.WIDTH));
    String f = Numbers.count(value(Letter.INNER));
    return switch (operation) {
      case QKV -> t + " · " + d + " · " + Numbers.count(3L * value(Letter.WIDTH));
      case SCORES -> t + " · " + d + " · " + t;
      case MIX -> t + " · " + t + " · " + d;
      case OUTPUT -> t + " · " + d + " · " + d;
      case UP -> t + " · " + d + " · " + f;
      case DOWN -> t + " · " + f + " · " + d;
      default ->
          Numbers.count(value(Letter.LOGIT_ROWS))
              + " · "
              + d
              + " · "
              + Numbers.count(value(Letter.VOCABULARY));
    };
  }

  private Explanation allFlops(CostRef.AllFlops of) {
    boolean pass = of.scope() == Scope.PASS;
    List<Term> terms = new ArrayList<>();
    List<ValueRef> sources = new ArrayList<>();
    if (pass) {
      CostRef layer = new CostRef.AllFlops(Scope.LAYER);
      double layers = costs.config().layers();
      terms.add(
          new Term(
              Texts.get("gpt2walk.layers", Numbers.count(costs.config().layers())),
              Numbers.cell(layers) + " · " + Numbers.cell(costs.layerFlops()),
              layers * costs.layerFlops(),
              List.of(layer, new CostRef.Size(Letter.LAYERS))));
      sources.add(layer);
      sources.add(new CostRef.Size(Letter.LAYERS));
    }
    for (Operation operation : PassCosts.PRODUCTS) {
      if (operation.isInBlocks() != pass) {
        CostRef product = new CostRef.Flops(operation);
        double flops = costs.flops(operation);
        terms.add(
            new Term(OperationWords.name(operation), Numbers.cell(flops), flops, List.of(product)));
        sources.add(product);
      }
    }
    double all = costs.flops(of.scope());
    return sum(of, Texts.get("gpt2walk.unit.flops"), all, terms, sources);
  }

  private Explanation sum(
      CostRef ref, String unit, double value, List<Term> terms, List<ValueRef> sources) {
    return new Explanation(
        ref,
        label(ref),
        Texts.get("gpt2walk.sum.meaning"),
        value,
        value,
        unit,
        String.join(" + ", terms.stream().map(Term::label).toList()),
        String.join(" + ", terms.stream().map(Term::numbers).toList())
            + " = "
            + Numbers.cell(value),
        terms,
        sources);
  }

  private Explanation share(CostRef ref, double own, double all, CostRef ofOwn, CostRef ofAll) {
    double share = PERCENT * own / all;
    return new Explanation(
        ref,
        label(ref),
        Texts.get("gpt2walk.share.meaning"),
        share,
        share,
        "%",
        "100 · " + label(ofOwn) + " / " + label(ofAll),
        "100 · %s / %s = %s"
            .formatted(Numbers.cell(own), Numbers.cell(all), Numbers.fixed(share, 1)),
        List.of(),
        List.of(ofOwn, ofAll));
  }

  private Explanation millis(CostRef.Millis of) {
    PassTimes measured = times.orElseThrow();
    double millis = measured.millis(of.step());
    String all = String.join(", ", measured.all(of.step()).stream().map(Numbers::cell).toList());
    return new Explanation(
        of,
        label(of),
        Texts.get("gpt2walk.time.meaning", Numbers.count(measured.passes())),
        millis,
        millis,
        "ms",
        Texts.get("gpt2walk.time.formula"),
        Texts.get("gpt2walk.time.numbers", all, Numbers.cell(millis)),
        List.of(),
        List.of());
  }

  private Explanation allMillis(CostRef.AllMillis of) {
    PassTimes measured = times.orElseThrow();
    List<Term> terms = new ArrayList<>();
    List<ValueRef> sources = new ArrayList<>();
    List<CostRef> parts = new ArrayList<>();
    if (of.scope() == Scope.LAYER) {
      Walk.block().forEach(each -> parts.add(new CostRef.Millis(new WalkStep(each, of.layer()))));
    } else {
      Walk.start().forEach(each -> parts.add(new CostRef.Millis(WalkStep.of(each))));
      for (int layer = 0; layer < costs.config().layers(); layer++) {
        parts.add(new CostRef.AllMillis(Scope.LAYER, layer));
      }
      Walk.end().stream()
          .filter(each -> each != Operation.PROBABILITIES)
          .forEach(each -> parts.add(new CostRef.Millis(WalkStep.of(each))));
    }
    for (CostRef part : parts) {
      double millis =
          part instanceof CostRef.Millis step
              ? measured.millis(step.step())
              : measured.layer(((CostRef.AllMillis) part).layer());
      terms.add(new Term(label(part), Numbers.cell(millis), millis, List.of(part)));
      sources.add(part);
    }
    return sum(of, "ms", measured.millis(of.scope(), of.layer()), terms, sources);
  }

  private Explanation size(CostRef.Size of) {
    double value = value(of.letter());
    return new Explanation(
        of,
        label(of),
        OperationWords.meaning(of.letter()),
        value,
        value,
        "",
        "",
        "",
        List.of(),
        List.of());
  }

  private int value(Letter letter) {
    Gpt2Config config = costs.config();
    return switch (letter) {
      case TOKENS -> costs.tokens();
      case LOGIT_ROWS -> costs.logitRows();
      case WIDTH -> config.width();
      case HEADS -> config.heads();
      case INNER -> config.inner();
      case LAYERS -> config.layers();
      case VOCABULARY -> config.vocabulary();
    };
  }
}
