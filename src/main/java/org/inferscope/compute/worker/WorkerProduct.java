package org.inferscope.compute.worker;

import io.grpc.Status;
import java.util.function.LongSupplier;
import org.inferscope.compute.DeviceTensor;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.MatmulImpl.Product;
import org.inferscope.compute.MatmulOperands;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.MatrixView.Layout;

/**
 * A product A [M, K] x B [K, N] -> C [M, N] that a worker of its own holds and computes, and whose
 * time is taken over there.
 */
final class WorkerProduct implements Product {
  private final RemoteBackend worker;
  private final int k;
  private final int n;
  private final DeviceTensor a;
  private final DeviceTensor b;
  private final DeviceTensor c;

  private WorkerProduct(RemoteBackend worker, int m, int k, int n) {
    this.worker = worker;
    this.k = k;
    this.n = n;
    a = worker.upload(MatmulOperands.left(m, k));
    b = worker.upload(MatmulOperands.right(k, n));
    c = worker.allocate((long) m * n);
    worker.synchronize();
  }

  /**
   * Hands a worker the numbers.
   *
   * @param worker closed with the product, or if this fails
   * @throws OutOfMemoryError if the matrices do not fit over there
   */
  static Product prepare(RemoteBackend worker, int m, int k, int n) {
    boolean prepared = false;
    try {
      Product product = new WorkerProduct(worker, m, k, n);
      prepared = true;
      return product;
    } catch (InferscopeException e) {
      throw full(e);
    } finally {
      if (!prepared) {
        worker.close();
      }
    }
  }

  /** A smaller product may fit, so that one is told from a worker that fails. */
  private static InferscopeException full(InferscopeException failure) {
    if (Status.fromThrowable(failure).getCode() == Status.Code.RESOURCE_EXHAUSTED) {
      OutOfMemoryError error = new OutOfMemoryError(failure.sentence());
      error.initCause(failure);
      throw error;
    }
    return failure;
  }

  @Override
  public void run(int rows, Runnable checkpoint) {
    nanos(rows, 1, System::nanoTime, checkpoint);
  }

  @Override
  public long nanos(int rows, int runs, LongSupplier nanoClock, Runnable checkpoint) {
    // [rows, K] x [K, N] -> [rows, N]
    return worker.nanos(
        runs,
        () ->
            worker.gemm(
                1,
                MatrixView.of(a, rows, k),
                Layout.PLAIN,
                MatrixView.of(b, k, n),
                Layout.PLAIN,
                0,
                MatrixView.of(c, rows, n)),
        checkpoint);
  }

  @Override
  public float[] result() {
    return worker.download(c);
  }

  @Override
  public void close() {
    worker.close();
  }
}
