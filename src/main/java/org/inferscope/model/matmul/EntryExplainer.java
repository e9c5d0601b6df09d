package org.inferscope.model.matmul;

import java.util.List;
import java.util.Optional;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.matmul.MatmulRef.Entry;
import org.inferscope.model.matmul.MatmulRef.Factor;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Explains the numbers of A and B, where every trail ends: typed, or filled in by a preset. */
final class EntryExplainer {
  private final MatmulSnapshot snapshot;
  private final Optional<Factors> filled;

  EntryExplainer(MatmulSnapshot snapshot) {
    this.snapshot = snapshot;
    this.filled = snapshot.origin().map(PresetRequest::make);
  }

  boolean knows(Entry entry) {
    return inside(matrix(entry), entry);
  }

  private static boolean inside(Matrix matrix, Entry entry) {
    return entry.row() >= 0
        && entry.row() < matrix.rows()
        && entry.column() >= 0
        && entry.column() < matrix.cols();
  }

  Explanation explain(Entry entry) {
    float shown = matrix(entry).get(entry.row(), entry.column());
    return new Explanation(
        entry,
        DotProductText.name(entry.factor().name(), entry.row(), entry.column()),
        Texts.get(
            "matmulmodel.explain.entry",
            Numbers.count(entry.row() + 1L),
            Numbers.count(entry.column() + 1L),
            entry.factor().name(),
            origin(entry, shown)),
        shown,
        exact(entry, shown),
        "",
        "",
        "",
        List.of(),
        List.of());
  }

  private Matrix matrix(Entry entry) {
    return entry.factor() == Factor.A ? snapshot.a() : snapshot.b();
  }

  private double exact(Entry entry, float shown) {
    return presetOf(entry, shown).isPresent()
        ? shown
        : typed(entry).exact(entry.row(), entry.column(), shown);
  }

  private String origin(Entry entry, float shown) {
    Optional<PresetRequest> preset = presetOf(entry, shown);
    if (preset.isEmpty()) {
      return Texts.get(
          "matmulmodel.explain.typed", typed(entry).text(entry.row(), entry.column(), shown));
    }
    PresetRequest request = preset.get();
    String title = request.preset().title();
    return request.preset().isRandom()
        ? Texts.get("matmulmodel.explain.seeded", title, Long.toString(request.seed()))
        : Texts.get("matmulmodel.explain.preset", title);
  }

  /** The preset, if it filled in this very number. */
  private Optional<PresetRequest> presetOf(Entry entry, float shown) {
    boolean fromPreset =
        filled
            .map(factors -> entry.factor() == Factor.A ? factors.a() : factors.b())
            .filter(matrix -> inside(matrix, entry))
            .filter(matrix -> matrix.get(entry.row(), entry.column()) == shown)
            .isPresent();
    return fromPreset ? snapshot.origin() : Optional.empty();
  }

  private TypedNumbers typed(Entry entry) {
    return new TypedNumbers(entry.factor() == Factor.A ? snapshot.textsA() : snapshot.textsB());
  }
}
