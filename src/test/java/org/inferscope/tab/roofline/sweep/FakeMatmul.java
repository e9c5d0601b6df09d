package org.inferscope.tab.roofline.sweep;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceKind;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.MatmulImpl;
import org.jspecify.annotations.Nullable;

/** Takes as long as it says, by a clock that only it moves. */
final class FakeMatmul implements MatmulImpl {
  private static final double OVERHEAD_NANOS = 4_000;

  private final String id;
  private final String name;
  private final double gflops;
  private final AtomicLong nanos;
  Device device = new Device("cpu", "Test processor", DeviceKind.CPU, "Test");
  @Nullable String obstacle;
  Runnable beforeRun = () -> {};
  double lostAbove = Double.POSITIVE_INFINITY;
  private int runs;

  FakeMatmul(String id, String name, double gflops, AtomicLong nanos) {
    this.id = id;
    this.name = name;
    this.gflops = gflops;
    this.nanos = nanos;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Device device() {
    return device;
  }

  @Override
  public Optional<String> obstacle() {
    return Optional.ofNullable(obstacle);
  }

  @Override
  public Product prepare(int m, int k, int n) {
    return new Product() {
      @Override
      public void run(int rows, Runnable checkpoint) {
        beforeRun.run();
        checkpoint.run();
        double flops = 2.0 * rows * k * n;
        if (flops > lostAbove) {
          throw new InferscopeException("The device was lost.");
        }
        // Small products reach less of the speed, and no two runs take equally long.
        double slower = 1 + 0.03 * (runs++ % 5) + 1e7 / (flops + 1e5);
        nanos.addAndGet(Math.round(OVERHEAD_NANOS + slower * flops / gflops));
      }

      @Override
      public float[] result() {
        return new float[m * n];
      }

      @Override
      public void close() {}
    };
  }
}
