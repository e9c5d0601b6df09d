package org.inferscope.compute.exec;

import org.inferscope.compute.Backend;
import org.inferscope.compute.InferscopeException;
import org.inferscope.tensor.Matrix;
import org.inferscope.text.Texts;

/** A look at a new backend before it is trusted: a product that is known, and exact in float32. */
final class SelfTest {
  private static final Matrix A = Matrix.of(new float[][] {{1, 2, 3}, {4, 5, 6}});
  private static final Matrix B = Matrix.of(new float[][] {{7, 8}, {9, 10}, {11, 12}});
  private static final Matrix AB = Matrix.of(new float[][] {{58, 64}, {139, 154}});

  private SelfTest() {}

  /**
   * The backend, once it has shown that it computes; closed if it does not.
   *
   * @throws InferscopeException if the product comes out wrong
   */
  static Backend passed(Backend backend) {
    boolean good = false;
    try {
      check(backend);
      good = true;
      return backend;
    } finally {
      if (!good) {
        backend.close();
      }
    }
  }

  /**
   * Computes a small product.
   *
   * @throws InferscopeException if it comes out wrong
   */
  static void check(Backend backend) {
    if (!backend.multiply(A, B).equals(AB)) {
      throw new InferscopeException(
          Texts.get("compute.load.wrong", backend.device().backend(), backend.device().name()));
    }
  }
}
