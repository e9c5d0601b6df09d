package org.inferscope.ui.theme;

import java.awt.Color;

/** The Oklab colour space (B. Ottosson, "A perceptual color space for image processing", 2020). */
final class Oklab {
  private Oklab() {}

  /** Lightness, green–red and blue–yellow of an sRGB colour. */
  static double[] of(Color c) {
    double r = linear(c.getRed() / 255.0);
    double g = linear(c.getGreen() / 255.0);
    double b = linear(c.getBlue() / 255.0);
    double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return new double[] {
      0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
    };
  }

  /** {@code 0xRRGGBB} of the colour a fraction {@code t} of the way from {@code a} to {@code b}. */
  static int mixToRgb(double[] a, double[] b, double t) {
    double light = a[0] + t * (b[0] - a[0]);
    double greenRed = a[1] + t * (b[1] - a[1]);
    double blueYellow = a[2] + t * (b[2] - a[2]);
    double l = cube(light + 0.3963377774 * greenRed + 0.2158037573 * blueYellow);
    double m = cube(light - 0.1055613458 * greenRed - 0.0638541728 * blueYellow);
    double s = cube(light - 0.0894841775 * greenRed - 1.2914855480 * blueYellow);
    int red = channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
    int green = channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
    int blue = channel(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
    return red << 16 | green << 8 | blue;
  }

  private static double cube(double x) {
    return x * x * x;
  }

  private static double linear(double s) {
    return s <= 0.04045 ? s / 12.92 : Math.pow((s + 0.055) / 1.055, 2.4);
  }

  private static int channel(double linear) {
    double s = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
    return (int) Math.round(Math.max(0, Math.min(1, s)) * 255);
  }
}
