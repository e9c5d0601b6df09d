package org.inferscope.model.gpt2.weights;

import java.util.Arrays;

/**
 * Merges numbers of a matrix into texels. Reads them anew for each level rather than the level
 * below: of a large matrix few tiles are ever looked at, and all levels would take a third of its
 * memory again. Stateless, any thread.
 */
public final class Pyramid {
  /** Numbers that are read to find out what a level's values are like. */
  private static final long SAMPLE = 1 << 22;

  private Pyramid() {}

  /**
   * A tile; at the right and at the bottom it may be smaller than others.
   *
   * @param checkCancelled called now and then; what it throws ends the work
   */
  public static Texels tile(
      WeightNumbers numbers, TileKey key, Merge merge, Runnable checkCancelled) {
    Level level = key.level();
    int x = key.x() * TileKey.SIDE;
    int y = key.y() * TileKey.SIDE;
    int width = Math.min(TileKey.SIDE, level.width(numbers.cols()) - x);
    int height = Math.min(TileKey.SIDE, level.height(numbers.rows()) - y);
    return new Rows(numbers, level, merge, x, width).texels(y, height, checkCancelled);
  }

  /** The whole matrix at a level. */
  public static Texels whole(
      WeightNumbers numbers, Level level, Merge merge, Runnable checkCancelled) {
    return new Rows(numbers, level, merge, 0, level.width(numbers.cols()))
        .texels(0, level.height(numbers.rows()), checkCancelled);
  }

  /**
   * The size that this part of a level's texels does not exceed, to half a percent; of a large
   * matrix from evenly spaced rows of texels. 1 where all are 0.
   *
   * @param part from 0 to 1, such as 0.99
   */
  public static double limit(
      WeightNumbers numbers, Level level, Merge merge, double part, Runnable checkCancelled) {
    int height = level.height(numbers.rows());
    long perRow = (long) numbers.cols() * level.rows();
    int rows = (int) Math.max(1, Math.min(height, SAMPLE / Math.max(1, perRow)));
    int width = level.width(numbers.cols());
    Rows reader = new Rows(numbers, level, merge, 0, width);
    SizeCounts sizes = new SizeCounts();
    float[] row = new float[width];
    for (int i = 0; i < rows; i++) {
      checkCancelled.run();
      reader.row((int) ((long) i * height / rows), row, 0);
      sizes.add(row);
    }
    double limit = sizes.quantile(part);
    return limit > 0 ? limit : 1;
  }

  /** Reads rows of texels, from one column on. */
  private static final class Rows {
    private final WeightNumbers numbers;
    private final Level level;
    private final Merge merge;
    private final int firstCol;
    private final int width;
    private final float[] line;
    private final float[] first;
    private final float[] second;

    Rows(WeightNumbers numbers, Level level, Merge merge, int x, int width) {
      this.numbers = numbers;
      this.level = level;
      this.merge = merge;
      this.width = width;
      firstCol = x * level.cols();
      int cols = Math.min(width * level.cols(), numbers.cols() - firstCol);
      line = new float[cols];
      first = new float[cols];
      second = new float[cols];
    }

    Texels texels(int y, int height, Runnable checkCancelled) {
      float[] values = new float[width * height];
      for (int i = 0; i < height; i++) {
        if ((i & 15) == 0) {
          checkCancelled.run();
        }
        row(y + i, values, i * width);
      }
      return new Texels(width, height, values);
    }

    /** One row of texels. */
    void row(int y, float[] into, int offset) {
      int from = y * level.rows();
      int to = Math.min(numbers.rows(), from + level.rows());
      if (level.numbers() == 1) {
        numbers.copy((long) from * numbers.cols() + firstCol, into, offset, width);
      } else if (merge == Merge.MEAN) {
        sumRows(from, to);
        meanOfColumns(to - from, into, offset);
      } else {
        extremeRows(from, to);
        largestOfColumns(into, offset);
      }
    }

    private void read(int row) {
      numbers.copy((long) row * numbers.cols() + firstCol, line, 0, line.length);
    }

    private void sumRows(int from, int to) {
      Arrays.fill(first, 0);
      for (int row = from; row < to; row++) {
        read(row);
        for (int i = 0; i < line.length; i++) {
          first[i] += line[i];
        }
      }
    }

    private void meanOfColumns(int rows, float[] into, int offset) {
      int step = level.cols();
      for (int x = 0; x < width; x++) {
        int end = Math.min(line.length, (x + 1) * step);
        double sum = 0;
        for (int i = x * step; i < end; i++) {
          sum += first[i];
        }
        into[offset + x] = (float) (sum / ((double) rows * (end - x * step)));
      }
    }

    private void extremeRows(int from, int to) {
      Arrays.fill(first, Float.NEGATIVE_INFINITY);
      Arrays.fill(second, Float.POSITIVE_INFINITY);
      for (int row = from; row < to; row++) {
        read(row);
        for (int i = 0; i < line.length; i++) {
          first[i] = Math.max(first[i], line[i]);
          second[i] = Math.min(second[i], line[i]);
        }
      }
    }

    private void largestOfColumns(float[] into, int offset) {
      int step = level.cols();
      for (int x = 0; x < width; x++) {
        float highest = Float.NEGATIVE_INFINITY;
        float lowest = Float.POSITIVE_INFINITY;
        for (int i = x * step; i < Math.min(line.length, (x + 1) * step); i++) {
          highest = Math.max(highest, first[i]);
          lowest = Math.min(lowest, second[i]);
        }
        into[offset + x] = highest >= -lowest ? highest : lowest;
      }
    }
  }
}
