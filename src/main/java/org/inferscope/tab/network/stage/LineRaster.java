package org.inferscope.tab.network.stage;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * A picture of straight, smooth lines, in device pixels. Thousands of lines that cross each other
 * take the toolkit's renderer tenths of a second; here each costs its length times its width.
 * Confined to one thread.
 */
final class LineRaster {
  private static final int SHIFT = 8;
  private static final int FULL = 1 << SHIFT;
  private static final int RED_BLUE = 0xff00ff;
  private static final int GREEN = 0x00ff00;

  private final int width;
  private final int height;
  private final int[] pixels;

  /** A picture of no lines, in no colour yet. */
  LineRaster(int width, int height) {
    this.width = Math.max(1, width);
    this.height = Math.max(1, height);
    pixels = new int[this.width * this.height];
  }

  /** Whether it has a size. */
  boolean hasSize(int wantedWidth, int wantedHeight) {
    return width == Math.max(1, wantedWidth) && height == Math.max(1, wantedHeight);
  }

  /** Fills all of it with one colour. */
  void fill(int rgb) {
    Arrays.fill(pixels, rgb);
  }

  /** Becomes the same as another of the same size. */
  void copy(LineRaster other) {
    System.arraycopy(other.pixels, 0, pixels, 0, pixels.length);
  }

  /** A toolkit's picture of the right size. */
  BufferedImage image() {
    return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
  }

  /** Puts the pixels into such a picture. */
  void write(BufferedImage image) {
    image.getRaster().setDataElements(0, 0, width, height, pixels);
  }

  /** The colour of a pixel, without its alpha. */
  int rgb(int x, int y) {
    return pixels[y * width + x] & 0xffffff;
  }

  /** A line; its ends are cut along the nearer axis. */
  void line(double x0, double y0, double x1, double y1, double thickness, int rgb) {
    double dx = x1 - x0;
    double dy = y1 - y0;
    if (Math.abs(dx) >= Math.abs(dy)) {
      if (dx != 0) {
        along(x0, y0, x1, dy / dx, thickness, rgb, 1, width, width, height);
      }
    } else {
      along(y0, x0, y1, dx / dy, thickness, rgb, width, height, 1, width);
    }
  }

  /**
   * Goes along the axis on which the line is longer, u, and covers what lies across, v.
   *
   * @param stepU from a pixel to the next along u
   * @param sizeU pixels along u
   * @param stepV the same across
   * @param sizeV pixels across
   */
  private void along(
      double u0,
      double v0,
      double u1,
      double slope,
      double thickness,
      int rgb,
      int stepU,
      int sizeU,
      int stepV,
      int sizeV) {
    int from = (int) Math.max(0, Math.floor(Math.min(u0, u1)));
    int to = (int) Math.min(sizeU, Math.ceil(Math.max(u0, u1)));
    double half = thickness / 2 * Math.sqrt(1 + slope * slope);
    for (int u = from; u < to; u++) {
      double middle = v0 + (u + 0.5 - u0) * slope;
      double top = Math.max(0, middle - half);
      double bottom = Math.min(sizeV, middle + half);
      int at = u * stepU;
      for (int v = (int) top; v < bottom; v++) {
        double cover = Math.min(v + 1, bottom) - Math.max(v, top);
        blend(at + v * stepV, rgb, (int) (cover * FULL));
      }
    }
  }

  private void blend(int at, int rgb, int cover) {
    if (cover >= FULL) {
      pixels[at] = rgb;
      return;
    }
    int under = pixels[at];
    int rest = FULL - cover;
    int redBlue = ((under & RED_BLUE) * rest + (rgb & RED_BLUE) * cover) >>> SHIFT & RED_BLUE;
    int green = ((under & GREEN) * rest + (rgb & GREEN) * cover) >>> SHIFT & GREEN;
    pixels[at] = redBlue | green;
  }
}
