package org.inferscope.compute.openblas;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.compute.PanelMath;
import org.inferscope.compute.PanelMath.Block;
import org.inferscope.compute.RowMath;
import org.inferscope.compute.VectorView;
import org.inferscope.compute.exec.Crew;

/**
 * Layers on few rows, which take as long as reading the weights takes. Memory is read quickest from
 * one end to the other, so each thread takes a stretch of whole rows of the weights: its own part
 * of every sum. The parts are added up at the end.
 */
final class FewRows {
  /** Half a MiB: so many weights stay in a core's cache while they meet one row after the other. */
  private static final int CACHED_WEIGHTS = 1 << 17;

  /** Fewer multiply-adds a thread than this, and waking it costs too much: some 10 microseconds. */
  private static final long FEWEST = 1 << 17;

  /** Fewer multiply-adds than this, and one thread alone adds the parts up as quickly. */
  private static final long FEWEST_TO_SHARE = 1 << 24;

  private final Crew crew;
  private final RowMath math;
  private final Optional<PanelMath> panels;
  private final Scratch.Pool pool;

  FewRows(Crew crew, RowMath math, Optional<PanelMath> panels, Scratch.Pool pool) {
    this.crew = crew;
    this.math = math;
    this.panels = panels;
    this.pool = pool;
  }

  /**
   * A layer, none of whose matrices is empty.
   *
   * @param x [T, I]
   * @param w stored as [I, O]
   */
  void layer(MatrixView x, Fp32Weights w, LayerEnd end) {
    int outputs = w.outputs();
    int stride = panels.map(p -> (outputs + p.width() - 1) / p.width() * p.width()).orElse(outputs);
    long products = (long) x.rows() * x.cols() * outputs;
    int parts = (int) Math.max(1, Math.min(Math.min(crew.size(), x.cols()), products / FEWEST));
    Grid stretches = new Grid(x.cols(), 1, parts, 1);
    List<Scratch> scratches = Stream.generate(pool::borrow).limit(parts).toList();
    float[][] sums = new float[parts][];
    crew.run(
        parts,
        part -> {
          Grid.Block stretch = stretches.block(part);
          Scratch scratch = scratches.get(part);
          sums[part] = scratch.sums(x.rows() * stride);
          if (x.rows() == 1 || panels.isEmpty()) {
            byVectors(x, w, stretch, sums[part]);
          } else {
            Arrays.fill(sums[part], 0, x.rows() * stride, 0);
            byPanels(x, w, stretch, scratch, sums[part], stride, panels.get());
          }
        });
    int used = x.rows() == 1 || panels.isEmpty() ? outputs : stride;
    Grid rows = new Grid(x.rows(), 1, products < FEWEST_TO_SHARE ? 1 : crew.size(), 1);
    crew.run(rows.parts(), part -> finish(rows.block(part), sums, used, end));
    scratches.forEach(pool::giveBack);
  }

  /** Adds the parts of some rows up. */
  private void finish(Grid.Block rows, float[][] sums, int stride, LayerEnd end) {
    int from = rows.row() * stride;
    for (int part = 1; part < sums.length; part++) {
      math.add(sums[0], from, sums[part], from, rows.rows() * stride);
    }
    end.finish(new Grid.Block(rows.row(), 0, rows.rows(), end.out().cols()), sums[0], from, stride);
  }

  /** Copies some rows of the weights at a time, which takes no longer than reading them. */
  private static void byPanels(
      MatrixView x,
      Fp32Weights w,
      Grid.Block stretch,
      Scratch scratch,
      float[] sums,
      int stride,
      PanelMath math) {
    int rows = x.rows();
    float[] inputs = scratch.inputs(rows * stretch.rows());
    FloatBuffer from = Rows.window(Views.columns(x, stretch.row(), stretch.rows()), 0, rows);
    for (int i = 0; i < rows; i++) {
      from.get(i * x.stride(), inputs, i * stretch.rows(), stretch.rows());
    }
    int step = Math.max(1, CACHED_WEIGHTS / stride);
    float[] weights = scratch.weights(Math.min(step, stretch.rows()) * stride);
    for (int done = 0; done < stretch.rows(); done += step) {
      int depth = Math.min(step, stretch.rows() - done);
      w.read(stretch.row() + done, depth, 0, w.outputs(), weights, stride);
      Block left = new Block(inputs, done, stretch.rows());
      for (int col = 0; col < w.outputs(); col += math.width()) {
        math.multiply(
            left, rows, depth, new Block(weights, col, stride), new Block(sums, col, stride));
      }
    }
  }

  /** Weights that meet one row after the other while they are in the cache. */
  private static void byVectors(MatrixView x, Fp32Weights w, Grid.Block stretch, float[] sums) {
    int outputs = w.outputs();
    int rows = x.rows();
    int step = rows == 1 ? stretch.rows() : Math.max(1, CACHED_WEIGHTS / outputs);
    try (NativeTensor partial = new NativeTensor((long) rows * outputs)) {
      MatrixView sum = MatrixView.of(partial, rows, outputs);
      for (int done = 0; done < stretch.rows(); done += step) {
        int depth = Math.min(step, stretch.rows() - done);
        MatrixView weights = Views.rows(w.matrix(), stretch.row() + done, depth);
        for (int i = 0; i < rows; i++) {
          VectorView row = Views.row(x, i, stretch.row() + done, depth);
          // [O, K'] x [K'] -> [O]
          Cblas.gemv(
              1, weights, Layout.TRANSPOSED, row, done == 0 ? 0 : 1, Views.row(sum, i, 0, outputs));
        }
      }
      partial.read(0, sums, rows * outputs);
    }
  }
}
