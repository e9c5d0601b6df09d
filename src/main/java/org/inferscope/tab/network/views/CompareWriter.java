package org.inferscope.tab.network.views;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.inferscope.model.network.Ablations;
import org.inferscope.model.network.LayerPlan;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.model.network.Trace;
import org.inferscope.tab.network.desk.Held;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Writes the texts of the compare view. Stateless, any thread. */
final class CompareWriter {
  private CompareWriter() {}

  /** By how much the output moves. */
  static String headline(Comparison comparison) {
    int output = comparison.output();
    if (comparison.difference(output).isEmpty()) {
      return Texts.get(
          "networkviews.compare.headline.shape",
          Numbers.count(comparison.valuesA(output).size()),
          Numbers.count(comparison.valuesB(output).size()));
    }
    if (!comparison.isFinite(output)) {
      return Texts.get("networkviews.compare.headline.special");
    }
    int peak = comparison.peak(output);
    return peak < 0
        ? Texts.get("networkviews.compare.headline.still")
        : Texts.get(
            "networkviews.compare.headline",
            Numbers.cell(comparison.largest(output)),
            Numbers.count(peak + 1L));
  }

  /**
   * What A and B are, and in what they differ.
   *
   * @param held what A was computed from, if it was held; else A has everything on
   * @param plan what B was computed from
   */
  static String sub(Comparison comparison, Optional<Held> held, NetworkPlan plan) {
    String differs = differs(comparison, held, plan);
    return held.isPresent()
        ? Texts.get("networkviews.compare.sub.held", differs)
        : Texts.get("networkviews.compare.sub.intact", differs);
  }

  /** What differs, in words: "another input, 2 units switched off". */
  static String differs(Comparison comparison, Optional<Held> held, NetworkPlan plan) {
    List<String> parts = new ArrayList<>();
    held.ifPresent(run -> plans(run.plan(), plan, parts));
    Trace a = comparison.a();
    Trace b = comparison.b();
    if (!Arrays.equals(a.x().row(a.row()), b.x().row(b.row()))) {
      parts.add(Texts.get("networkviews.differs.input"));
    }
    off(a.off(), b.off()).ifPresent(parts::add);
    if (parts.isEmpty()) {
      return Texts.get("networkviews.differs.nothing");
    }
    String all = parts.get(0);
    for (String part : parts.subList(1, parts.size())) {
      all = Texts.get("networkviews.differs.list", all, part);
    }
    return all;
  }

  private static void plans(NetworkPlan a, NetworkPlan b, List<String> parts) {
    if (!Arrays.equals(a.widths(), b.widths())) {
      parts.add(Texts.get("networkviews.differs.shape"));
      return;
    }
    boolean activations = false;
    boolean weights = a.isDrawn() && (a.init() != b.init() || a.seed() != b.seed());
    for (int l = 0; l < a.depth(); l++) {
      LayerPlan left = a.layers().get(l);
      LayerPlan right = b.layers().get(l);
      activations |= left.activation() != right.activation();
      weights |= !left.given().equals(right.given());
    }
    if (weights) {
      parts.add(Texts.get("networkviews.differs.weights"));
    }
    if (activations) {
      parts.add(Texts.get("networkviews.differs.activations"));
    }
  }

  private static Optional<String> off(Ablations a, Ablations b) {
    if (a.equals(b)) {
      return Optional.empty();
    }
    if (b.isEmpty()) {
      return Optional.of(Texts.get("networkviews.differs.on"));
    }
    return Optional.of(
        a.isEmpty()
            ? Texts.get("networkviews.differs.off", counted(b))
            : Texts.get("networkviews.differs.off.other"));
  }

  private static String counted(Ablations off) {
    int units = off.units().size();
    int links = off.links().size();
    String some =
        units == 1
            ? Texts.get("networkviews.count.unit")
            : Texts.get("networkviews.count.units", Numbers.count(units));
    String more =
        links == 1
            ? Texts.get("networkviews.count.weight")
            : Texts.get("networkviews.count.weights", Numbers.count(links));
    if (links == 0) {
      return some;
    }
    return units == 0 ? more : Texts.get("networkviews.count.and", some, more);
  }

  /** The name of a pair of columns. */
  static String title(Comparison comparison, int k) {
    Comparison.Pair pair = comparison.pair(k);
    if (k == comparison.output()) {
      return Texts.get("networkviews.compare.output");
    }
    return pair.b() >= 0
        ? ColumnNames.title(comparison.b().network(), pair.b())
        : ColumnNames.title(comparison.a().network(), pair.a());
  }

  /** By how much a pair moves, in two wordings. */
  static List<String> notes(Comparison comparison, int k) {
    if (comparison.difference(k).isEmpty()) {
      return List.of(Texts.get("networkviews.compare.note.shape"));
    }
    int peak = comparison.peak(k);
    if (peak < 0) {
      return List.of(Texts.get("networkviews.compare.note.still"));
    }
    String size = Numbers.cell(comparison.largest(k));
    return List.of(
        Texts.get("networkviews.compare.note", size, Numbers.count(peak + 1L)),
        Texts.get("networkviews.compare.note.short", size));
  }

  /** Why a pair has no difference. */
  static String reason(Comparison comparison, int k) {
    Comparison.Pair pair = comparison.pair(k);
    if (pair.a() < 0) {
      return Texts.get("networkviews.compare.onlyB");
    }
    if (pair.b() < 0) {
      return Texts.get("networkviews.compare.onlyA");
    }
    return Texts.get(
        "networkviews.compare.widths",
        Numbers.count(comparison.valuesA(k).size()),
        Numbers.count(comparison.valuesB(k).size()));
  }

  /** A unit's numbers in both runs: "Layer 2, unit 3: A 0.5, B 0.9, B − A = 0.4". */
  static String unit(Comparison comparison, int k, int i) {
    Comparison.Pair pair = comparison.pair(k);
    String name = ColumnNames.unit(pair.b() >= 0 ? pair.b() : pair.a(), i);
    boolean hasA = i < comparison.valuesA(k).size();
    boolean hasB = i < comparison.valuesB(k).size();
    String a = hasA ? Numbers.cell(comparison.valuesA(k).get(i)) : "";
    String b = hasB ? Numbers.cell(comparison.valuesB(k).get(i)) : "";
    Optional<Comparison.Values> difference = comparison.difference(k);
    if (difference.isPresent()) {
      String moved = Numbers.cell(difference.get().get(i));
      return comparison.b().off().has(pair.b(), i)
          ? Texts.get("networkviews.compare.unit.off", name, a, b, moved)
          : Texts.get("networkviews.compare.unit", name, a, b, moved);
    }
    if (hasA && hasB) {
      return Texts.get("networkviews.compare.unit.both", name, a, b);
    }
    return hasA
        ? Texts.get("networkviews.compare.unit.a", name, a)
        : Texts.get("networkviews.compare.unit.b", name, b);
  }
}
