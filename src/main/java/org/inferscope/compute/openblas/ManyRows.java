package org.inferscope.compute.openblas;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.PanelMath;
import org.inferscope.compute.PanelMath.Block;
import org.inferscope.compute.exec.Crew;

/**
 * Layers whose sums are worth more than reading the weights: a thread takes some panels and all
 * rows, reads a piece of the panels into its cache and multiplies all rows with it. OpenBLAS
 * rearranges both factors for each product; here the weights are copied as they lie, and the inputs
 * once for all threads.
 */
final class ManyRows {
  /** Panels that are read together: rows of a KiB. */
  private static final int PANELS = 4;

  /** So many numbers in a sum at a time: a panel of them leaves room in a core's first cache. */
  private static final int DEPTH = 96;

  /** Rows at a time: their sums and inputs fit into a core's second cache. */
  private static final int ROWS = 512;

  /** A line of the cache more to each row, so that those below each other use all its places. */
  private static final int GAP = NativeTensor.LINE;

  private final Crew crew;
  private final PanelMath math;
  private final Scratch.Pool pool;
  private final Scratch shared = new Scratch();

  ManyRows(Crew crew, PanelMath math, Scratch.Pool pool) {
    this.crew = crew;
    this.math = math;
    this.pool = pool;
  }

  /**
   * A layer, none of whose matrices is empty.
   *
   * @param x [T, I]
   * @param w [I, O]
   */
  void layer(MatrixView x, PanelSource w, LayerEnd end) {
    Block inputs = copy(x);
    int panels = (w.outputs() + math.width() - 1) / math.width();
    int across = Math.min(panels, roundUp((panels + PANELS - 1) / PANELS, crew.size()));
    int down = (x.rows() + ROWS - 1) / ROWS;
    Grid grid = new Grid(x.rows(), panels, down, across);
    crew.run(
        grid.parts(),
        number -> {
          Grid.Block some = grid.block(number);
          int col = some.col() * math.width();
          int cols = Math.min(w.outputs() - col, some.cols() * math.width());
          Scratch scratch = pool.borrow();
          block(inputs, w, new Grid.Block(some.row(), col, some.rows(), cols), end, scratch);
          pool.giveBack(scratch);
        });
  }

  private static int roundUp(int number, int multiple) {
    return (number + multiple - 1) / multiple * multiple;
  }

  private void block(Block inputs, PanelSource w, Grid.Block block, LayerEnd end, Scratch scratch) {
    int stride = roundUp(block.cols(), math.width()) + GAP;
    int most = Math.min(DEPTH, w.inputs());
    float[] weights = scratch.weights(most * stride);
    float[] sums = scratch.sums(block.rows() * stride);
    Arrays.fill(sums, 0, block.rows() * stride, 0);
    for (int done = 0; done < w.inputs(); done += most) {
      int depth = Math.min(most, w.inputs() - done);
      w.read(done, depth, block.col(), block.cols(), weights, stride);
      Block left = inputs.from(block.row(), done);
      for (int col = 0; col < block.cols(); col += math.width()) {
        math.multiply(
            left,
            block.rows(),
            depth,
            new Block(weights, col, stride),
            new Block(sums, col, stride));
      }
    }
    end.finish(block, sums, 0, stride);
  }

  /** The inputs on the heap, copied by all threads. */
  private Block copy(MatrixView x) {
    int stride = x.cols() + GAP;
    float[] numbers = shared.inputs(Math.multiplyExact(x.rows(), stride));
    Grid grid = new Grid(x.rows(), 1, Math.min(x.rows(), crew.size()), 1);
    crew.run(
        grid.parts(),
        part -> {
          Grid.Block some = grid.block(part);
          FloatBuffer from = Rows.window(x, some.row(), some.rows());
          for (int i = 0; i < some.rows(); i++) {
            from.get(i * x.stride(), numbers, (some.row() + i) * stride, x.cols());
          }
        });
    return new Block(numbers, 0, stride);
  }
}
