package org.inferscope.compute.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceKind;
import org.inferscope.compute.MatmulImpl;

/** Multiplies nothing; does what a test wants instead, and writes down what it is asked for. */
final class FakeMatmul implements MatmulImpl {
  final List<String> asked = new ArrayList<>();
  int open;
  Optional<String> obstacle = Optional.empty();
  Consumer<MatmulSize> whenPrepared = size -> {};
  Work whenRun = (size, rows, checkpoint) -> {};

  private final String id;

  FakeMatmul(String id) {
    this.id = id;
  }

  /** What happens when a product is computed. */
  interface Work {
    void run(MatmulSize size, int rows, Runnable checkpoint);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String name() {
    return "Fake " + id;
  }

  @Override
  public Device device() {
    return new Device(id, "abacus", DeviceKind.CPU, name());
  }

  @Override
  public Optional<String> obstacle() {
    return obstacle;
  }

  @Override
  public Product prepare(int m, int k, int n) {
    MatmulSize size = new MatmulSize(m, k, n);
    asked.add(size.toString());
    whenPrepared.accept(size);
    open++;
    return new Product() {
      @Override
      public void run(int rows, Runnable checkpoint) {
        whenRun.run(size, rows, checkpoint);
      }

      @Override
      public float[] result() {
        return new float[m * n];
      }

      @Override
      public void close() {
        open--;
      }
    };
  }
}
