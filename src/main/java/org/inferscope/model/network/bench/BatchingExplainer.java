package org.inferscope.model.network.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.inferscope.compute.bench.MlpDims;
import org.inferscope.compute.bench.MlpResult.Measured;
import org.inferscope.compute.bench.MlpResult.MlpCase;
import org.inferscope.compute.bench.MlpResult.Phase;
import org.inferscope.compute.bench.Timing;
import org.inferscope.model.explain.Explainer;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.network.bench.BatchingRef.Inputs;
import org.inferscope.model.network.bench.BatchingRef.Operations;
import org.inferscope.model.network.bench.BatchingRef.PerInput;
import org.inferscope.model.network.bench.BatchingRef.Rate;
import org.inferscope.model.network.bench.BatchingRef.SpeedUp;
import org.inferscope.model.network.bench.BatchingRef.Total;
import org.inferscope.model.network.bench.BatchingRef.Width;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Explains the figures of a benchmark, down to what the clock said and the widths chosen. */
public final class BatchingExplainer implements Explainer {
  private static final double MS_TO_GIGA = 1e6;

  private final BatchingRun run;

  /** An explainer of what has been measured so far. */
  public BatchingExplainer(BatchingRun run) {
    this.run = run;
  }

  @Override
  public boolean knows(ValueRef ref) {
    if (ref instanceof SpeedUp) {
      return run.speedUp().isPresent();
    }
    if (ref instanceof Width width) {
      return width.column() >= 0 && width.column() < run.dims().widths().size();
    }
    return ref instanceof BatchingRef known && run.of(of(known)).isPresent();
  }

  /** The case that a figure is of. */
  private static MlpCase of(BatchingRef ref) {
    if (ref instanceof Total total) {
      return total.of();
    } else if (ref instanceof PerInput perInput) {
      return perInput.of();
    } else if (ref instanceof Rate rate) {
      return rate.of();
    } else if (ref instanceof Operations operations) {
      return operations.of();
    } else if (ref instanceof Inputs inputs) {
      return inputs.of();
    }
    throw new IllegalArgumentException(ref + " is not of one case");
  }

  @Override
  public String label(ValueRef ref) {
    if (ref instanceof SpeedUp) {
      return Texts.get("networkbench.explain.speedUp");
    } else if (ref instanceof Width width) {
      return Texts.get("networkbench.explain.width", width.column());
    }
    MlpCase of = of(known(ref));
    if (ref instanceof Total) {
      return Texts.get("networkbench.explain.total", name(of));
    } else if (ref instanceof PerInput) {
      return Texts.get("networkbench.explain.perInput", name(of));
    } else if (ref instanceof Rate) {
      return Texts.get("networkbench.explain.rate", name(of));
    } else if (ref instanceof Operations) {
      return Texts.get("networkbench.explain.operations", name(of));
    }
    return Texts.get("networkbench.explain.inputs", name(of));
  }

  /** "one at a time", "as one batch", "batch of 64". */
  private static String name(MlpCase of) {
    return switch (of.phase()) {
      case SINGLE -> Texts.get("networkbench.case.single");
      case BATCH -> Texts.get("networkbench.case.batch");
      case CURVE -> Texts.get("networkbench.case.curve", of.inputs());
    };
  }

  private static BatchingRef known(ValueRef ref) {
    if (ref instanceof BatchingRef known) {
      return known;
    }
    throw new IllegalArgumentException(ref + " belongs to another model");
  }

  @Override
  public Explanation explain(ValueRef ref) {
    if (!knows(ref)) {
      throw new IllegalArgumentException("not measured: " + ref);
    }
    if (ref instanceof SpeedUp) {
      return speedUp(ref);
    } else if (ref instanceof Width width) {
      return width(width);
    }
    Measured measured = run.of(of(known(ref))).orElseThrow();
    if (ref instanceof Total) {
      return total(ref, measured);
    } else if (ref instanceof PerInput) {
      return perInput(ref, measured);
    } else if (ref instanceof Rate) {
      return rate(ref, measured);
    } else if (ref instanceof Operations) {
      return operations(ref, measured.measured());
    }
    return inputs(ref, measured.measured());
  }

  private Explanation speedUp(ValueRef ref) {
    Measured single = run.single().orElseThrow();
    Measured batch = run.batch().orElseThrow();
    return quotient(
        ref,
        Texts.get("networkbench.explain.speedUp.meaning", run.backend(), run.device()),
        run.speedUp().orElseThrow(),
        Texts.get("networkbench.explain.times"),
        Texts.get("networkbench.explain.speedUp.formula"),
        ms(single) + " / " + ms(batch),
        List.of(new Total(single.measured()), new Total(batch.measured())));
  }

  private Explanation perInput(ValueRef ref, Measured measured) {
    return quotient(
        ref,
        Texts.get("networkbench.explain.perInput.meaning"),
        measured.msPerInput(),
        Texts.get("networkbench.unit.ms"),
        Texts.get("networkbench.explain.perInput.formula"),
        ms(measured) + " / " + Numbers.count(measured.measured().inputs()),
        List.of(new Total(measured.measured()), new Inputs(measured.measured())));
  }

  private Explanation rate(ValueRef ref, Measured measured) {
    return quotient(
        ref,
        Texts.get("networkbench.explain.rate.meaning"),
        measured.gflops(),
        Texts.get("networkbench.unit.rate"),
        Texts.get("networkbench.explain.rate.formula"),
        Texts.get(
            "networkbench.explain.rate.numbers",
            Numbers.count((long) measured.measured().flops()),
            ms(measured),
            Numbers.count((long) MS_TO_GIGA)),
        List.of(new Operations(measured.measured()), new Total(measured.measured())));
  }

  private Explanation quotient(
      ValueRef ref,
      String meaning,
      double value,
      String unit,
      String formula,
      String numbers,
      List<ValueRef> sources) {
    return new Explanation(
        ref, label(ref), meaning, value, value, unit, formula, numbers, List.of(), sources);
  }

  /** What the clock said: the end of the trail. */
  private Explanation total(ValueRef ref, Measured measured) {
    Timing timing = measured.timing();
    String meaning =
        Texts.get(
            "networkbench.explain.total.meaning",
            timing.reps(),
            Numbers.significant(timing.minMs()),
            Numbers.significant(timing.maxMs()),
            run.backend(),
            run.device());
    return leaf(ref, meaning, timing.medianMs(), Texts.get("networkbench.unit.ms"));
  }

  private Explanation inputs(ValueRef ref, MlpCase of) {
    String meaning =
        of.phase() == Phase.CURVE
            ? Texts.get("networkbench.explain.inputs.curve")
            : Texts.get("networkbench.explain.inputs.meaning");
    return leaf(ref, meaning, of.inputs(), "");
  }

  private Explanation width(Width width) {
    String meaning =
        width.column() == 0
            ? Texts.get("networkbench.explain.width.input")
            : Texts.get("networkbench.explain.width.layer", width.column());
    return leaf(width, meaning, run.dims().widths().get(width.column()), "");
  }

  private Explanation leaf(ValueRef ref, String meaning, double value, String unit) {
    return new Explanation(
        ref, label(ref), meaning, value, value, unit, "", "", List.of(), List.of());
  }

  private Explanation operations(ValueRef ref, MlpCase of) {
    MlpDims dims = of.dims();
    List<Term> terms = new ArrayList<>();
    List<String> numbers = new ArrayList<>();
    Set<ValueRef> sources = new LinkedHashSet<>();
    sources.add(new Inputs(of));
    for (int l = 0; l < dims.depth(); l++) {
      List<ValueRef> widths = List.of(new Width(l), new Width(l + 1));
      String product =
          String.join(
              "·",
              "2",
              Numbers.count(of.inputs()),
              Numbers.count(dims.inputs(l)),
              Numbers.count(dims.outputs(l)));
      double share = 2.0 * of.inputs() * dims.inputs(l) * dims.outputs(l);
      numbers.add(product);
      terms.add(new Term(Texts.get("networkbench.explain.layer", l + 1), product, share, widths));
      sources.addAll(widths);
    }
    return new Explanation(
        ref,
        label(ref),
        Texts.get("networkbench.explain.operations.meaning"),
        of.flops(),
        of.flops(),
        Texts.get("networkbench.unit.flop"),
        Texts.get("networkbench.explain.operations.formula"),
        String.join(" + ", numbers),
        terms,
        List.copyOf(sources));
  }

  private static String ms(Measured measured) {
    return Texts.get("networkbench.ms", Numbers.significant(measured.timing().medianMs()));
  }
}
