package org.inferscope.compute;

import java.util.Arrays;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.tensor.NumpyRandom;

/**
 * A matrix put somewhere inside a larger tensor, with a margin of sentinels around its rows, so
 * that a test sees reads and writes that go astray.
 */
final class Placed {
  private static final float MARGIN = 777.25f;

  private final double[][] values;
  private final int rows;
  private final int cols;
  private final int offset;
  private final int stride;

  /** Values are indexed as stored: {@code values[row][col]}. */
  Placed(double[][] values, int cols, int offset, int gap) {
    this.values = values;
    this.rows = values.length;
    this.cols = cols;
    this.offset = offset;
    this.stride = cols + gap;
  }

  /** A normally distributed matrix that is [rows, cols] when read in the layout given. */
  static Placed random(NumpyRandom random, int rows, int cols, Layout layout, boolean apart) {
    boolean turned = layout == Layout.TRANSPOSED;
    double[][] values = new double[turned ? cols : rows][turned ? rows : cols];
    for (double[] row : values) {
      for (int j = 0; j < row.length; j++) {
        row[j] = (float) random.standardNormal();
      }
    }
    int offset = apart ? (int) random.randint(1, 9) : 0;
    int gap = apart ? (int) random.randint(1, 9) : 0;
    return new Placed(values, turned ? rows : cols, offset, gap);
  }

  /** The stored rows; changes show in later uploads. */
  double[][] values() {
    return values;
  }

  /** Entry (i, j) when read in the layout given. */
  double at(int i, int j, Layout layout) {
    return layout == Layout.TRANSPOSED ? values[j][i] : values[i][j];
  }

  /** Column j, of the height given, when read in the layout given. */
  double[] column(int j, int height, Layout layout) {
    double[] column = new double[height];
    Arrays.setAll(column, i -> at(i, j, layout));
    return column;
  }

  MatrixView upload(Backend backend) {
    float[] all = new float[offset + rows * stride + 3];
    Arrays.fill(all, MARGIN);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < cols; j++) {
        all[offset + i * stride + j] = (float) values[i][j];
      }
    }
    return new MatrixView(backend.upload(all), offset, rows, cols, stride);
  }

  /** The numbers of a view, row after row; fails if anything around them was written to. */
  static float[] download(Backend backend, MatrixView view) {
    float[] all = backend.download(view.tensor());
    float[] inside = new float[view.rows() * view.cols()];
    for (int i = 0; i < view.rows(); i++) {
      int start = (int) view.offset() + i * view.stride();
      System.arraycopy(all, start, inside, i * view.cols(), view.cols());
      Arrays.fill(all, start, start + view.cols(), MARGIN);
    }
    for (int at = 0; at < all.length; at++) {
      if (all[at] != MARGIN) {
        throw new AssertionError("wrote outside the view, at " + at + ": " + all[at]);
      }
    }
    return inside;
  }
}
