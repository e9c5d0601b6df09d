package org.inferscope.compute;

import org.inferscope.tensor.DType;

/**
 * The weights of a layer [I, O] as a backend multiplies with them quickest. Belongs to the backend
 * that made it and, like it, to one thread at a time.
 *
 * <p>Formats other than 32 bits are rounded the same way by every backend, so that results differ
 * by the order of summation only: BF16 to the nearest, ties to even; INT8 for each output apart,
 * with the scale {@code max |w| / 127} over its inputs and {@code w = scale * round(w / scale)}.
 * Inputs, sums and results stay float32.
 */
public interface LayerWeights extends AutoCloseable {

  /** I, numbers that go in. */
  int inputs();

  /** O, numbers that come out. */
  int outputs();

  /** How a weight is kept. */
  DType format();

  /** Frees what was made for it; the matrix it was made from stays. */
  @Override
  void close();
}
