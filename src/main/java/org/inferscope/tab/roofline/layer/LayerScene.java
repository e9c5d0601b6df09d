package org.inferscope.tab.roofline.layer;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.inferscope.model.roofline.transformer.LayerMatmul;
import org.inferscope.model.roofline.transformer.explain.TransformerSnapshot;
import org.inferscope.model.roofline.transformer.explain.TransformerSnapshot.When;
import org.inferscope.tab.roofline.desk.RooflineState;
import org.inferscope.tab.roofline.desk.RooflineState.Order;
import org.inferscope.tab.roofline.desk.Selection;

/**
 * What there is to see.
 *
 * @param snapshot the transformer and its work
 * @param rows its products, in the order they are shown
 * @param lit the product that is lit in all views, if it is one of these
 * @param memory bytes of the memory of the device they are held against; 0 where they are not known
 */
record LayerScene(
    TransformerSnapshot snapshot, List<LayerRow> rows, Optional<LayerMatmul> lit, double memory) {

  /** Copies the list. */
  LayerScene {
    rows = List.copyOf(rows);
  }

  /**
   * The scene of a state.
   *
   * @param snapshot that state's transformer, work, formats and roof
   */
  static LayerScene of(RooflineState state, TransformerSnapshot snapshot, double memory) {
    double all = snapshot.layer(When.NOW).flops();
    Stream<LayerRow> rows =
        Stream.of(LayerMatmul.values()).map(matmul -> row(snapshot, matmul, all));
    List<LayerRow> ordered =
        state.order() == Order.LARGEST_FIRST
            ? rows.sorted(Comparator.comparingDouble(LayerRow::flops).reversed()).toList()
            : rows.toList();
    Optional<LayerMatmul> lit =
        state.selection() instanceof Selection.OfLayer layer
            ? Optional.of(layer.matmul())
            : Optional.empty();
    return new LayerScene(snapshot, ordered, lit, memory);
  }

  private static LayerRow row(TransformerSnapshot snapshot, LayerMatmul matmul, double all) {
    double flops = snapshot.layer(When.NOW).shape(matmul).flops();
    return new LayerRow(matmul, snapshot.point(matmul, When.NOW), flops / all);
  }
}
