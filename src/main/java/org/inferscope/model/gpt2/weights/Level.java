package org.inferscope.model.gpt2.weights;

import org.inferscope.tensor.Args;

/**
 * A level of a matrix's pyramid: one texel stands for {@code 2^down} rows and {@code 2^across}
 * columns. Immutable, any thread.
 *
 * @param across how often columns were halved
 * @param down how often rows were halved
 */
public record Level(int across, int down) {
  /** Each number by itself. */
  public static final Level FULL = new Level(0, 0);

  private static final int MOST = 30;

  /** Refuses levels that no matrix has. */
  public Level {
    Args.inRange(across, 0, MOST, "across");
    Args.inRange(down, 0, MOST, "down");
  }

  /** Columns of a texel. */
  public int cols() {
    return 1 << across;
  }

  /** Rows of a texel. */
  public int rows() {
    return 1 << down;
  }

  /** Numbers of a texel that does not lie at an edge. */
  public long numbers() {
    return (long) rows() * cols();
  }

  /** Texels beside each other that so many columns need. */
  public int width(int ofCols) {
    return ((ofCols - 1) >> across) + 1;
  }

  /** Texels below each other that so many rows need. */
  public int height(int ofRows) {
    return ((ofRows - 1) >> down) + 1;
  }

  /** The finest level at which a matrix has no more texels than this either way. */
  public static Level within(int rows, int cols, int most) {
    int across = 0;
    int down = 0;
    while (((cols - 1) >> across) + 1 > most) {
      across++;
    }
    while (((rows - 1) >> down) + 1 > most) {
      down++;
    }
    return new Level(across, down);
  }
}
