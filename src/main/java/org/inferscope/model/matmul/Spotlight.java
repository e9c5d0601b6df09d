package org.inferscope.model.matmul;

/**
 * Which parts of the matrices a tick works within, to be lit on screen: for the dot product a row
 * of A, a column of B and one cell of C. The cells of the multiply-adds themselves are lit
 * stronger; the systolic array lights only those.
 *
 * @param a part of A
 * @param b part of B
 * @param c part of C
 */
public record Spotlight(Region a, Region b, Region c) {
  /** Nothing lit. */
  public static final Spotlight NONE = new Spotlight(Region.NONE, Region.NONE, Region.NONE);
}
