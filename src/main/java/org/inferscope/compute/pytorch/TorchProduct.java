package org.inferscope.compute.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.MatmulImpl.Product;
import org.inferscope.compute.MatmulOperands;
import org.inferscope.text.Texts;

/**
 * A [M, K] x B [K, N] -> C [M, N] in PyTorch's memory. C is a new array each time, as it is in
 * programs that use PyTorch. Until it is closed, PyTorch computes on all physical cores.
 */
final class TorchProduct implements Product {
  /** What PyTorch's messages have in common on all systems. */
  private static final String NO_MEMORY = "you tried to allocate";

  private final String name;
  private final NDManager manager;
  private final NDArray a;
  private final NDArray b;

  /** The rows of A that are multiplied, a view. */
  private NDArray first;

  private NDArray c;

  private TorchProduct(String name, NDManager manager, int m, int k, int n) {
    this.name = name;
    this.manager = manager;
    a = manager.create(MatmulOperands.left(m, k), new Shape(m, k));
    b = manager.create(MatmulOperands.right(k, n), new Shape(k, n));
    first = a.get(rows(m));
    c = manager.zeros(new Shape(m, n));
  }

  /**
   * Makes random numbers ready. The first call loads PyTorch.
   *
   * @param name for what goes wrong
   * @param cache the folder to unpack the library into; need not exist
   */
  static Product prepare(String name, Path cache, int m, int k, int n) {
    return guarded(
        name,
        () -> {
          NDManager manager = TorchEngine.open(cache);
          try {
            TorchProduct product = new TorchProduct(name, manager, m, k, n);
            TorchEngine.useAllCores(true);
            return product;
          } catch (RuntimeException | Error e) {
            manager.close();
            throw e;
          }
        });
  }

  @Override
  public void run(int rows, Runnable checkpoint) {
    checkpoint.run();
    guarded(name, () -> multiply(rows));
  }

  /** [rows, K] x [K, N] -> [rows, N] */
  private NDArray multiply(int rows) {
    if (first.getShape().get(0) != rows) {
      first.close();
      first = a.get(rows(rows));
    }
    c.close();
    c = first.matMul(b);
    return c;
  }

  private static NDIndex rows(int rows) {
    return new NDIndex().addSliceDim(0, rows);
  }

  @Override
  public float[] result() {
    return guarded(name, c::toFloatArray);
  }

  @Override
  public void close() {
    TorchEngine.useAllCores(false);
    manager.close();
  }

  /** As others do, it says what does not fit into memory by an OutOfMemoryError. */
  private static <T> T guarded(String name, Supplier<T> work) {
    try {
      return TorchEngine.guarded(
          reason -> Texts.get("compute.torch.productFailed", name, reason), work);
    } catch (InferscopeException e) {
      if (e.sentence().contains(NO_MEMORY)) {
        throw (OutOfMemoryError) new OutOfMemoryError(e.sentence()).initCause(e);
      }
      throw e;
    }
  }
}
