package org.inferscope.model.roofline;

/**
 * A product small enough to be followed number by number, in the proportions of a large one: no
 * side above a limit, none below 1.
 *
 * @param m rows of A
 * @param k columns of A, rows of B
 * @param n columns of B
 */
public record ScaledDown(int m, int k, int n) {

  /** The shape of one product of a group, its longest side brought down to {@code longest}. */
  public static ScaledDown of(MatmulShape shape, int longest) {
    double most = Math.max(shape.m(), Math.max(shape.k(), shape.n()));
    double factor = Math.min(1, longest / most);
    return new ScaledDown(
        side(shape.m() * factor), side(shape.k() * factor), side(shape.n() * factor));
  }

  private static int side(double side) {
    return (int) Math.max(1, Math.round(side));
  }
}
