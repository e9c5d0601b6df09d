package org.inferscope.compute.opencl;

import java.util.List;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.opencl.Products.Batch;

/** Finds the shapes of tiles that are quickest on a device, within a second and a half. */
final class Tuning {
  private static final long LIMIT = 1_500_000_000L;
  private static final int REPEATS = 3;

  private final ClQueue queue;
  private final Products products;
  private final List<TileShape> shapes;
  private final long deadline = System.nanoTime() + LIMIT;

  Tuning(ClQueue queue, Products products, List<TileShape> shapes) {
    this.queue = queue;
    this.products = products;
    this.shapes = shapes;
  }

  /** Measures products of three kinds; where time runs out, what was chosen before is kept. */
  TileChoice run(TileChoice untuned) {
    int side = nanos(untuned.large(), 256, 256) < 1_000_000 ? 1024 : 256;
    TileShape large = best(side, side, untuned.large());
    TileShape flat = best(16, side, untuned.flat());
    TileShape small = best(Math.min(side, 192), Math.min(side, 192), untuned.small());
    return new TileChoice(large, small, flat);
  }

  private TileShape best(int rows, int side, TileShape start) {
    TileShape best = start;
    long least = Long.MAX_VALUE;
    for (TileShape shape : shapes) {
      if (System.nanoTime() < deadline) {
        long nanos = nanos(shape, rows, side);
        if (nanos < least) {
          least = nanos;
          best = shape;
        }
      }
    }
    return best;
  }

  /** The least of some runs, after one that is not counted. */
  private long nanos(TileShape shape, int rows, int side) {
    try (ClTensor a = queue.reserve((long) rows * side);
        ClTensor b = queue.reserve((long) side * side);
        ClTensor c = queue.reserve((long) rows * side)) {
      queue.clear(a);
      queue.clear(b);
      MatrixView left = MatrixView.of(a, rows, side);
      MatrixView right = MatrixView.of(b, side, side);
      MatrixView out = MatrixView.of(c, rows, side);
      long least = Long.MAX_VALUE;
      for (int run = 0; run <= REPEATS; run++) {
        DeviceTime time =
            queue.time(
                () -> products.tiles(shape, 1, left, false, right, false, 0, out, Batch.ONE));
        if (run > 0) {
          least = Math.min(least, time.nanos());
        }
      }
      return least;
    }
  }
}
