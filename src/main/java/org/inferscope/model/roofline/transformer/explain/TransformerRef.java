package org.inferscope.model.roofline.transformer.explain;

import java.util.Optional;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.roofline.explain.PointFigure;
import org.inferscope.model.roofline.transformer.LayerMatmul;
import org.inferscope.model.roofline.transformer.explain.TransformerSnapshot.When;

/** A value of a transformer. It names what is asked for, not the number, and so outlives a drag. */
public sealed interface TransformerRef extends ValueRef {
  /** Which work it is of. */
  When when();

  /** A size, typed or following from typed ones. */
  record Size(TransformerSize size, When when) implements TransformerRef {}

  /** A figure of a layer or of the whole model. */
  record Total(TransformerFigure figure, When when) implements TransformerRef {}

  /**
   * A figure of one product.
   *
   * @param matmul which of a layer's products; empty for the output head's
   */
  record Product(Optional<LayerMatmul> matmul, PointFigure figure, When when)
      implements TransformerRef {
    /** Of a layer's product, at the work that is set. */
    public static Product of(LayerMatmul matmul, PointFigure figure) {
      return new Product(Optional.of(matmul), figure, When.NOW);
    }
  }

  /** Rows of all products of one name together, as the notebook counts M. */
  record Rows(LayerMatmul matmul, When when) implements TransformerRef {}

  /** A product's share of its layer's operations, in percent. */
  record Share(LayerMatmul matmul, When when) implements TransformerRef {}
}
