package org.inferscope.model.roofline.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inferscope.compute.bench.Ceiling;
import org.inferscope.compute.bench.MachineCeilings;
import org.inferscope.model.explain.Explainer;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.roofline.MachineRoof;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Explains what was measured of this machine's limits: what was done, how often, how it spread. */
public final class CeilingExplainer implements Explainer {
  private final MachineCeilings machine;

  /** Explains one measurement of the machine. */
  public CeilingExplainer(MachineCeilings machine) {
    this.machine = machine;
  }

  @Override
  public boolean knows(ValueRef ref) {
    if (ref instanceof CeilingRef.Ridge) {
      return MachineRoof.of(machine).isPresent();
    }
    return ceiling(ref).isPresent();
  }

  private Optional<Ceiling> ceiling(ValueRef ref) {
    if (ref instanceof CeilingRef limit) {
      return machine.of(limit.kind());
    }
    return ref instanceof CeilingRef.Sample sample ? machine.of(sample.kind()) : Optional.empty();
  }

  private Ceiling known(ValueRef ref) {
    return ceiling(ref).orElseThrow(() -> new IllegalArgumentException("not measured: " + ref));
  }

  @Override
  public String label(ValueRef ref) {
    if (ref instanceof CeilingRef.Ridge) {
      return PointFigure.RIDGE.title();
    }
    if (ref instanceof CeilingRef.Sample sample) {
      return sample.edge() == CeilingRef.Edge.LOWEST
          ? Texts.get("rooflineroof.ceiling.lowest")
          : Texts.get("rooflineroof.ceiling.highest");
    }
    return title(known(ref).kind());
  }

  /** A limit's name on screen. */
  public static String title(Ceiling.Kind kind) {
    return switch (kind) {
      case MULTIPLY_ADD -> Texts.get("rooflineroof.ceiling.multiplyAdd");
      case GEMM -> Texts.get("rooflineroof.ceiling.gemm");
      case L2_READ -> Texts.get("rooflineroof.ceiling.l2Read");
      case L2_TRIAD -> Texts.get("rooflineroof.ceiling.l2Triad");
      case L3_READ -> Texts.get("rooflineroof.ceiling.l3Read");
      case L3_TRIAD -> Texts.get("rooflineroof.ceiling.l3Triad");
      case MEMORY_READ -> Texts.get("rooflineroof.ceiling.memoryRead");
      case MEMORY_TRIAD -> Texts.get("rooflineroof.ceiling.memoryTriad");
    };
  }

  /** What is done to measure a limit, in a sentence. */
  public static String meaning(Ceiling.Kind kind) {
    return switch (kind) {
      case MULTIPLY_ADD -> Texts.get("rooflineroof.ceiling.multiplyAdd.meaning");
      case GEMM -> Texts.get("rooflineroof.ceiling.gemm.meaning");
      case L2_READ, L3_READ, MEMORY_READ -> Texts.get("rooflineroof.ceiling.read.meaning");
      case L2_TRIAD, L3_TRIAD, MEMORY_TRIAD -> Texts.get("rooflineroof.ceiling.triad.meaning");
    };
  }

  @Override
  public Explanation explain(ValueRef ref) {
    if (ref instanceof CeilingRef.Ridge) {
      return ridge();
    }
    Ceiling ceiling = known(ref);
    if (ref instanceof CeilingRef.Sample sample) {
      boolean lowest = sample.edge() == CeilingRef.Edge.LOWEST;
      return leaf(ref, Texts.get("rooflineroof.ceiling.sample"), ceiling, lowest);
    }
    List<ValueRef> sources = new ArrayList<>();
    for (CeilingRef.Edge edge : CeilingRef.Edge.values()) {
      sources.add(new CeilingRef.Sample(ceiling.kind(), edge));
    }
    return new Explanation(
        ref,
        label(ref),
        meaning(ceiling.kind()) + " " + done(ceiling),
        ceiling.value(),
        ceiling.value(),
        ceiling.kind().limit().unit(),
        Texts.get("rooflineroof.ceiling.formula"),
        Texts.get(
            "rooflineroof.ceiling.numbers",
            si(ceiling, ceiling.value()),
            si(ceiling, ceiling.min()),
            si(ceiling, ceiling.max())),
        List.of(),
        sources);
  }

  private Explanation leaf(ValueRef ref, String meaning, Ceiling ceiling, boolean lowest) {
    double value = lowest ? ceiling.min() : ceiling.max();
    return new Explanation(
        ref,
        label(ref),
        meaning + " " + done(ceiling),
        value,
        value,
        ceiling.kind().limit().unit(),
        "",
        "",
        List.of(),
        List.of());
  }

  private static String si(Ceiling ceiling, double value) {
    return Numbers.si(value, ceiling.kind().limit().unit());
  }

  /** "1024×1024 product with OpenBLAS, 2 threads." with the working set where there is one. */
  private static String done(Ceiling ceiling) {
    return ceiling.workingSet() == 0
        ? Texts.get("rooflineroof.ceiling.done", ceiling.how(), Numbers.count(ceiling.threads()))
        : Texts.get(
            "rooflineroof.ceiling.doneIn",
            ceiling.how(),
            Numbers.count(ceiling.threads()),
            Numbers.bytes((double) ceiling.workingSet()));
  }

  private Explanation ridge() {
    MachineRoof roof =
        MachineRoof.of(machine).orElseThrow(() -> new IllegalArgumentException("no roof"));
    double ridge = roof.roof().ridge();
    return new Explanation(
        new CeilingRef.Ridge(),
        PointFigure.RIDGE.title(),
        PointFigure.RIDGE.meaning(),
        ridge,
        ridge,
        PointFigure.RIDGE.unit(),
        Texts.get("rooflineroof.ceiling.ridge"),
        si(roof.peak(), roof.peak().value())
            + " / "
            + si(roof.bandwidth(), roof.bandwidth().value()),
        List.of(),
        List.of(new CeilingRef(roof.peak().kind()), new CeilingRef(roof.bandwidth().kind())));
  }
}
