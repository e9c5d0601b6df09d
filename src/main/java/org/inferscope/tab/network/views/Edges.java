package org.inferscope.tab.network.views;

/** Which values share a pixel, where there are more values than pixels. Stateless, any thread. */
final class Edges {
  private Edges() {}

  /**
   * Where the values of each pixel begin; the last entry is where those of the last one end.
   *
   * @param values how many there are
   * @param pixels how many pixels, 1 to values
   */
  static int[] of(int values, int pixels) {
    int[] edges = new int[pixels + 1];
    for (int p = 0; p <= pixels; p++) {
      edges[p] = (int) ((long) p * values / pixels);
    }
    return edges;
  }

  /** The pixel that a value belongs to. */
  static int pixelOf(int value, int values, int pixels) {
    int pixel = (int) ((long) value * pixels / values);
    while ((long) (pixel + 1) * values / pixels <= value) {
      pixel++;
    }
    return pixel;
  }
}
