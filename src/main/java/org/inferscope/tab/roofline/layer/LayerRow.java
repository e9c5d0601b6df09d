package org.inferscope.tab.roofline.layer;

import org.inferscope.model.roofline.Point;
import org.inferscope.model.roofline.transformer.LayerMatmul;
import org.inferscope.ui.theme.Role;

/**
 * A product as a bar and as a row of the table.
 *
 * @param matmul which one
 * @param point its sizes under the roof
 * @param share of the layer's operations, 1 for all of them
 */
record LayerRow(LayerMatmul matmul, Point point, double share) {
  double flops() {
    return point.shape().flops();
  }

  /** The notebook's colours, in its order. */
  Role role() {
    return switch (matmul) {
      case QKV -> Role.ROW;
      case SCORES -> Role.RESULT;
      case VALUES -> Role.COLUMN;
      case OUTPUT -> Role.BLUE;
      case FFN_UP -> Role.GREEN;
      case FFN_DOWN -> Role.PLUM;
    };
  }
}
