package org.inferscope.ui.theme;

import java.awt.Color;

/** Contrast of two colours as WCAG 2 defines it. Stateless, any thread. */
public final class Contrast {
  /** What text needs at least against its background (WCAG AA). */
  public static final double TEXT = 4.5;

  private static final Color INK = Color.BLACK;
  private static final Color PAPER = Color.WHITE;

  private Contrast() {}

  /** The contrast ratio, from 1 (the same) to 21 (black on white). */
  public static double ratio(Color a, Color b) {
    double first = luminance(a);
    double second = luminance(b);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  /** Black or white, whichever is read better on this background; one always reaches 4.5:1. */
  public static Color textOn(Color background) {
    return ratio(INK, background) >= ratio(PAPER, background) ? INK : PAPER;
  }

  /** Relative luminance of WCAG 2.2: linear light, weighted by the eye's sensitivity. */
  private static double luminance(Color c) {
    return 0.2126 * linear(c.getRed())
        + 0.7152 * linear(c.getGreen())
        + 0.0722 * linear(c.getBlue());
  }

  private static double linear(int channel) {
    double s = channel / 255.0;
    return s <= 0.04045 ? s / 12.92 : Math.pow((s + 0.055) / 1.055, 2.4);
  }
}
