package org.inferscope.tab;

import org.inferscope.model.linear.InitRequest;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.Matrix;
import org.inferscope.ui.navigate.Intent;

/**
 * Take a linear layer apart with its inputs. The Linear tab takes it where both sides of W are from
 * 1 to {@link #LARGEST} and there are at most {@link #LARGEST_BATCH} inputs; larger ones may be
 * carried, so that a tab can ask whether they can be opened, but no tab takes them.
 *
 * @param w [O, I]
 * @param b [O, 1]
 * @param x [T, I]
 */
public record LinearIntent(Matrix w, Matrix b, Matrix x) implements Intent {
  /** The most inputs and the most outputs. */
  public static final int LARGEST = InitRequest.LARGEST;

  /** The most rows of x. */
  public static final int LARGEST_BATCH = 256;

  /** Refuses a bias or inputs that do not fit W. */
  public LinearIntent {
    Args.require(
        b.rows() == w.rows() && b.cols() == 1, "b", b.shapeText(), w.rows() + "×1 as w has rows");
    Args.require(x.cols() == w.cols(), "x", x.shapeText(), "of " + w.cols() + " columns");
  }

  /** Whether it can be shown number by number. */
  public boolean isSmall() {
    return w.rows() >= 1
        && w.rows() <= LARGEST
        && w.cols() >= 1
        && w.cols() <= LARGEST
        && x.rows() >= 1
        && x.rows() <= LARGEST_BATCH;
  }
}
