package org.inferscope.tab.roofline.layer;

import java.util.Optional;
import org.inferscope.model.hardware.Roof;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** What cells say under the pointer. Stateless. */
final class LayerWords {
  private static final double PERCENT = 100;

  private LayerWords() {}

  /** A product's cell in a sentence. */
  static String cell(LayerRow row, LayerColumn column) {
    return switch (column) {
      case INTENSITY, BOUND, TIME -> bound(row);
      case M -> rows(row);
      case NAME, K, N, FLOPS, BYTES -> column.meaning();
    };
  }

  private static String rows(LayerRow row) {
    return row.point().shape().groups() > 1
        ? Texts.get(
            "rooflinelayer.rows.tip",
            LayerNumbers.side(row.point().shape().groups()),
            LayerNumbers.side(row.point().shape().m()))
        : LayerColumn.M.meaning();
  }

  private static String bound(LayerRow row) {
    Optional<Roof> roof = row.point().roof();
    if (roof.isEmpty()) {
      return LayerColumn.INTENSITY.meaning();
    }
    String intensity = Numbers.significant(row.point().intensity());
    String ridge = Numbers.significant(roof.get().ridge());
    double waiting = row.point().waiting().orElse(0);
    return waiting > 0
        ? Texts.get(
            "rooflinelayer.bound.memory.tip",
            intensity,
            roof.get().name(),
            Numbers.cell(Math.rint(PERCENT * waiting)),
            ridge)
        : Texts.get("rooflinelayer.bound.compute.tip", intensity, roof.get().name(), ridge);
  }
}
