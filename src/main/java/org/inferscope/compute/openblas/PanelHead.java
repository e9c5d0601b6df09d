package org.inferscope.compute.openblas;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.inferscope.compute.CausalRows;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.PanelMath;
import org.inferscope.compute.PanelMath.Block;
import org.inferscope.compute.RowMath;
import org.inferscope.compute.openblas.Attention.HeadViews;
import org.jspecify.annotations.Nullable;

/** One head's attention by panels, some rows at a time, all of it on the heap. */
final class PanelHead {
  /** Rows at a time: with a thousand keys, their scores are a fifth of a MiB. */
  private static final int ROWS = 48;

  /** So many values in a sum at a time, as in {@link ManyRows}. */
  private static final int DEPTH = 128;

  private static final int GAP = NativeTensor.LINE;

  private final RowMath math;
  private final PanelMath panels;
  private final HeadViews head;
  private final Scratch scratch;
  private final float @Nullable [] pattern;
  private final int width;

  PanelHead(
      RowMath math, PanelMath panels, HeadViews head, Scratch scratch, float @Nullable [] pattern) {
    this.math = math;
    this.panels = panels;
    this.head = head;
    this.scratch = scratch;
    this.pattern = pattern;
    width = head.q().cols();
  }

  /** Computes some rows of the result. */
  void run(int from, int to) {
    int keys = head.past() + to;
    Block turned = turned(Views.rows(head.k(), 0, keys));
    Block values = copy(Views.rows(head.v(), 0, keys), scratch.weights(keys * valueStride()));
    for (int row = from; row < to; row += ROWS) {
      block(turned, values, row, Math.min(ROWS, to - row));
    }
  }

  private int valueStride() {
    return whole(width);
  }

  /** Rounds up to whole panels. */
  private int whole(int cols) {
    return (cols + panels.width() - 1) / panels.width() * panels.width();
  }

  private void block(Block turned, Block values, int row, int count) {
    int keys = head.past() + row + count;
    int stride = whole(keys) + GAP;
    Block q = copy(Views.rows(head.q(), row, count), scratch.inputs(ROWS * valueStride()));
    Block scores = new Block(scratch.sums(ROWS * (turned.stride() + GAP)), 0, stride);
    Arrays.fill(scores.numbers(), 0, count * stride, 0);
    for (int key = 0; key < keys; key += panels.width()) {
      // [R, D/H] x [D/H, W] -> [R, W]
      panels.multiply(q, count, width, turned.from(0, key), scores.from(0, key));
    }
    for (int i = 0; i < count; i++) {
      int seen = CausalRows.length(row + i, head.past());
      math.softmax(scores.numbers(), i * stride, seen, head.scale());
      Arrays.fill(scores.numbers(), i * stride + seen, i * stride + keys, 0);
      Attention.keep(pattern, row + i, head.past(), scores.numbers(), i * stride);
    }
    // The queries have been used: their place takes the results.
    Arrays.fill(q.numbers(), 0, count * q.stride(), 0);
    for (int done = 0; done < keys; done += DEPTH) {
      int depth = Math.min(DEPTH, keys - done);
      for (int col = 0; col < width; col += panels.width()) {
        // [R, K'] x [K', W] -> [R, W]
        panels.multiply(scores.from(0, done), count, depth, values.from(done, col), q.from(0, col));
      }
    }
    FloatBuffer to = Rows.window(Views.rows(head.out(), row, count), 0, count);
    for (int i = 0; i < count; i++) {
      to.put(i * head.out().stride(), q.numbers(), i * q.stride(), width);
    }
  }

  /** A matrix with whole panels. */
  private Block copy(MatrixView x, float[] numbers) {
    int stride = valueStride();
    FloatBuffer from = Rows.window(x, 0, x.rows());
    for (int i = 0; i < x.rows(); i++) {
      from.get(i * x.stride(), numbers, i * stride, width);
    }
    return new Block(numbers, 0, stride);
  }

  /** Keys below each other: [D/H, P + T]. */
  private Block turned(MatrixView k) {
    int stride = whole(k.rows()) + GAP;
    float[] numbers = scratch.turned(width * stride);
    FloatBuffer from = Rows.window(k, 0, k.rows());
    float[] row = new float[width];
    for (int i = 0; i < k.rows(); i++) {
      from.get(i * k.stride(), row);
      for (int j = 0; j < width; j++) {
        numbers[j * stride + i] = row[j];
      }
    }
    return new Block(numbers, 0, stride);
  }
}
