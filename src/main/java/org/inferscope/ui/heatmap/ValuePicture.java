package org.inferscope.ui.heatmap;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.FloatBuffer;
import java.util.Objects;
import org.inferscope.tensor.Matrix;
import org.inferscope.ui.theme.ColorMap;
import org.inferscope.ui.theme.Palette;
import org.jspecify.annotations.Nullable;

/**
 * A matrix as a picture with one pixel a value, filled anew only where the matrix (by identity),
 * the limit, the spot or the theme is another. Event thread.
 */
final class ValuePicture {
  private @Nullable BufferedImage image;
  private @Nullable Matrix shown;
  private @Nullable ColorMap map;
  private @Nullable Spot spot;
  private double limit;
  private int[] pixels = new int[0];
  private int[] special = new int[0];

  /**
   * The picture of a matrix; NaN has the colour of {@link #hole}.
   *
   * @param wantedSpot what all other values step back for, if anything
   */
  BufferedImage of(Matrix values, double wantedLimit, @Nullable Spot wantedSpot) {
    BufferedImage current = image;
    if (current == null
        || current.getWidth() != values.cols()
        || current.getHeight() != values.rows()) {
      current = new BufferedImage(values.cols(), values.rows(), BufferedImage.TYPE_INT_RGB);
      pixels = new int[values.size()];
      image = current;
      shown = null;
    }
    ColorMap colours = Palette.signed();
    // Identity on purpose: matrices never change, and comparing all values costs as much as
    // filling the picture.
    @SuppressWarnings("ReferenceEquality")
    boolean same = values == shown && colours == map;
    if (!same || wantedLimit != limit || !Objects.equals(wantedSpot, spot)) {
      shown = values;
      limit = wantedLimit;
      spot = wantedSpot;
      map = colours;
      fill(values.buffer(), colours);
      veil(values.cols());
      current.getRaster().setDataElements(0, 0, values.cols(), values.rows(), pixels);
    }
    return current;
  }

  /** Where the last picture has no finite number, row after row. The array is not to be changed. */
  int[] special() {
    return special;
  }

  private void fill(FloatBuffer values, ColorMap colours) {
    int hole = hole().getRGB();
    int found = 0;
    for (int at = 0; at < pixels.length; at++) {
      float value = values.get(at);
      pixels[at] = Float.isNaN(value) ? hole : colours.rgbAt(value / limit);
      found += Float.isFinite(value) ? 0 : 1;
    }
    special = new int[found];
    for (int at = pixels.length - 1; found > 0; at--) {
      if (!Float.isFinite(values.get(at))) {
        special[--found] = at;
      }
    }
  }

  /** Veils all values outside the spot. */
  private void veil(int cols) {
    Spot lit = spot;
    if (lit == null) {
      return;
    }
    int ground = Palette.background().getRGB();
    for (int at = 0; at < pixels.length; at++) {
      if (!lit.contains(at / cols, at % cols)) {
        pixels[at] = veiled(pixels[at], ground);
      }
    }
  }

  /** As {@link CellColours#veiled}, without an object for each of thousands of pixels. */
  private static int veiled(int rgb, int ground) {
    int mixed = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int from = rgb >> shift & 0xff;
      int to = ground >> shift & 0xff;
      mixed |= (int) Math.round(from + (to - from) * HeatmapPainter.VEIL) << shift;
    }
    return mixed;
  }

  /** Nearly black in either theme, which no map of signed values is. */
  static Color hole() {
    return Palette.isDark() ? Palette.background() : Palette.text();
  }
}
