package org.inferscope.tab.network.views;

import java.awt.image.BufferedImage;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.inferscope.model.network.Histogram;
import org.inferscope.tensor.Matrix;
import org.inferscope.ui.theme.ColorMap;
import org.inferscope.ui.theme.Palette;
import org.jspecify.annotations.Nullable;

/**
 * One column for all inputs: a picture with at most a pixel a device pixel, and the histogram.
 * Where several numbers share a pixel, it shows the one of largest size, or NaN if there is one.
 * After a change of a few inputs only their rows are made anew. Event thread.
 */
final class ColumnPicture {
  /** Bins of the histogram on either side of zero. */
  static final int SIDE = 15;

  /**
   * What a picture is made for.
   *
   * @param limit the size of value with the strongest colour
   * @param width pixels across, at most as many as units
   * @param height pixels down, at most as many as inputs
   * @param map the theme's colours
   * @param hole the colour of NaN, as RGB
   */
  private record Key(double limit, int width, int height, ColorMap map, int hole) {}

  private @Nullable Key key;
  private @Nullable Matrix shown;
  private @Nullable BufferedImage image;
  private @Nullable Histogram histogram;
  private float[] strongest = new float[0];
  private int[] line = new int[0];

  /** Whether this shows another matrix, limit, size or theme than wanted. */
  @SuppressWarnings("ReferenceEquality") // matrices never change; comparing all values is dear
  boolean isStale(Matrix values, double limit, int width, int height) {
    return values != shown || !key(values, limit, width, height).equals(key);
  }

  private static Key key(Matrix values, double limit, int width, int height) {
    int hole = (Palette.isDark() ? Palette.background() : Palette.text()).getRGB();
    int w = Math.max(1, Math.min(values.cols(), width));
    int h = Math.max(1, Math.min(values.rows(), height));
    return new Key(limit, w, h, Palette.signed(), hole);
  }

  /**
   * Shows a matrix.
   *
   * @param rows the only rows that differ from the matrix shown before; null where all may
   */
  void show(Matrix values, double limit, int width, int height, int @Nullable [] rows) {
    Key wanted = key(values, limit, width, height);
    Matrix before = shown;
    Histogram counted = histogram;
    BufferedImage picture = image;
    if (rows != null
        && before != null
        && counted != null
        && picture != null
        && wanted.equals(key)
        && before.shape().equals(values.shape())) {
      for (int row : rows) {
        counted = counted.replacing(before.row(row), values.row(row));
        paint(picture, wanted, values, Edges.pixelOf(row, values.rows(), wanted.height));
      }
    } else {
      picture = new BufferedImage(wanted.width, wanted.height, BufferedImage.TYPE_INT_RGB);
      for (int y = 0; y < wanted.height; y++) {
        paint(picture, wanted, values, y);
      }
      counted = Histogram.of(values, limit, SIDE);
    }
    image = picture;
    histogram = counted;
    shown = values;
    key = wanted;
  }

  /** Makes one line of pixels of the rows that share it. */
  private void paint(BufferedImage picture, Key wanted, Matrix values, int y) {
    int cols = values.cols();
    int from = (int) ((long) y * values.rows() / wanted.height);
    int to = (int) ((long) (y + 1) * values.rows() / wanted.height);
    int[] edges = Edges.of(cols, wanted.width);
    if (line.length != wanted.width) {
      line = new int[wanted.width];
      strongest = new float[wanted.width];
    }
    Arrays.fill(strongest, 0);
    FloatBuffer all = values.buffer();
    for (int row = from; row < to; row++) {
      gather(all, row * cols, edges);
    }
    for (int x = 0; x < line.length; x++) {
      float value = strongest[x];
      line[x] = Float.isNaN(value) ? wanted.hole : wanted.map.rgbAt(value / wanted.limit);
    }
    picture.getRaster().setDataElements(0, y, wanted.width, 1, line);
  }

  private void gather(FloatBuffer all, int start, int[] edges) {
    for (int x = 0; x < strongest.length; x++) {
      float most = strongest[x];
      for (int j = edges[x]; j < edges[x + 1]; j++) {
        float value = all.get(start + j);
        // Written so that NaN wins and stays.
        if (!(Math.abs(value) <= Math.abs(most)) && !Float.isNaN(most)) {
          most = value;
        }
      }
      strongest[x] = most;
    }
  }

  /** The picture, once something was shown. */
  @Nullable BufferedImage image() {
    return image;
  }

  /** The histogram, once something was shown. */
  @Nullable Histogram histogram() {
    return histogram;
  }
}
