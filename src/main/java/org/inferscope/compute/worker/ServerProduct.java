package org.inferscope.compute.worker;

import java.io.DataInputStream;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.MatmulImpl.Product;
import org.inferscope.compute.MatmulOperands;
import org.inferscope.compute.worker.server.Wire;

/** A product [M, K] x [K, N] -> [M, N] that a server of its own holds and computes. */
final class ServerProduct implements Product {
  /** Whatever is slower than this does not compute but hang. */
  private static final double FEWEST_FLOPS = 1e9;

  private final ServerProcess server;
  private final Duration patience;
  private final int m;
  private final int k;
  private final int n;

  private ServerProduct(ServerProcess server, Duration patience, int m, int k, int n) {
    this.server = server;
    this.patience = patience;
    this.m = m;
    this.k = k;
    this.n = n;
  }

  /**
   * Starts a server and hands it the numbers.
   *
   * @param patience how long to wait for an answer, besides the time to compute it
   * @throws InferscopeException with the reason in words if that fails
   */
  static Product prepare(ServerCommand command, Duration patience, int m, int k, int n) {
    ServerProcess process = ServerProcess.start(command, patience);
    ServerProduct product = new ServerProduct(process, patience, m, k, n);
    boolean prepared = false;
    try {
      product.handOver();
      prepared = true;
      return product;
    } finally {
      if (!prepared) {
        product.close();
      }
    }
  }

  private void handOver() {
    float[] a = MatmulOperands.left(m, k);
    float[] b = MatmulOperands.right(k, n);
    server.ask(
        out -> {
          out.writeByte(Wire.PREPARE);
          out.writeInt(m);
          out.writeInt(k);
          out.writeInt(n);
          Wire.write(out, a);
          Wire.write(out, b);
        },
        in -> true,
        patience,
        () -> {});
  }

  @Override
  public void run(int rows, Runnable checkpoint) {
    nanos(rows, 1, System::nanoTime, checkpoint);
  }

  @Override
  public long nanos(int rows, int runs, LongSupplier nanoClock, Runnable checkpoint) {
    checkpoint.run();
    double flops = 2.0 * rows * k * n * runs;
    return server.ask(
        out -> {
          out.writeByte(Wire.RUN);
          out.writeInt(rows);
          out.writeInt(runs);
        },
        DataInputStream::readLong,
        patience.plusSeconds((long) (flops / FEWEST_FLOPS)),
        checkpoint);
  }

  @Override
  public float[] result() {
    return server.ask(
        out -> out.writeByte(Wire.RESULT), in -> Wire.read(in, m * n), patience, () -> {});
  }

  @Override
  public void close() {
    server.close();
  }
}
