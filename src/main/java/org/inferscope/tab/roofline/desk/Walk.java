package org.inferscope.tab.roofline.desk;

import org.inferscope.model.roofline.MatmulShape;
import org.inferscope.model.roofline.Scenario;
import org.inferscope.tensor.Args;

/**
 * The product whose batch is dragged along the roof: [batch, K] x [K, N].
 *
 * @param batch rows of A
 * @param k rows of the weights
 * @param n columns of the weights
 */
public record Walk(int batch, int k, int n) {
  /** The largest of each. */
  public static final int LARGEST = 1 << 20;

  /** One token times the notebook's weights. */
  public static final Walk NOTEBOOK = new Walk(1, Scenario.SIDE, Scenario.SIDE);

  /** Refuses sizes out of range. */
  public Walk {
    require(batch, "batch");
    require(k, "k");
    require(n, "n");
  }

  private static void require(int size, String name) {
    Args.require(size >= 1 && size <= LARGEST, name, size, "from 1 to " + LARGEST);
  }

  /** The product's sizes. */
  public MatmulShape shape() {
    return MatmulShape.of(batch, k, n);
  }

  /** The same weights with another batch. */
  public Walk withBatch(int other) {
    return new Walk(other, k, n);
  }
}
