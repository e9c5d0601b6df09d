package org.inferscope.tab.network.stage;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.theme.Palette;

/**
 * Paints columns of hundreds or thousands of units as pictures with a pixel for a pixel of the
 * screen: bars as thin as that, and a strip of colours. Where units share a row of pixels, a bar
 * reaches from their smallest to their largest number, and the strip has the colour of the largest
 * size. Keeps a picture a column. Event thread.
 */
final class StripPainter {
  private static final class Picture {
    private BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    private int[] pixels = new int[1];

    void fit(int width, int height) {
      if (image.getWidth() != width || image.getHeight() != height) {
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        pixels = new int[width * height];
      }
    }

    void show(Brush brush, Box box) {
      image.getRaster().setDataElements(0, 0, image.getWidth(), image.getHeight(), pixels);
      brush.pixels(image, box);
    }
  }

  /** How much of its room the strip of colours takes, so that the frame around it stays. */
  private static final double INSET = 0.8;

  private static final double EDGE = 0.08;

  private final Brush brush;
  private final Map<Integer, Picture> bars = new HashMap<>();
  private final Map<Integer, Picture> colours = new HashMap<>();

  StripPainter(Brush brush) {
    this.brush = brush;
  }

  /** The part of a box that is in sight, on whole pixels of the screen. */
  private static Box inSight(StageLayout layout, Box box, double scale) {
    Box ground = layout.ground();
    double left = Math.rint(Math.max(box.x(), 0) * scale);
    double right = Math.rint(Math.min(box.right(), layout.spec().width()) * scale);
    double top = Math.rint(Math.max(box.y(), ground.y()) * scale);
    double bottom = Math.rint(Math.min(box.bottom(), ground.bottom()) * scale);
    return new Box(left / scale, top / scale, (right - left) / scale, (bottom - top) / scale);
  }

  /** The bars of a column, with its zero line. */
  void bars(StageLayout layout, Column column, Scene.Numbers numbers, double scale) {
    Box box = inSight(layout, column.plot(), scale);
    if (box.isEmpty()) {
      return;
    }
    int width = (int) Math.rint(box.w() * scale);
    int height = (int) Math.rint(box.h() * scale);
    Picture picture = bars.computeIfAbsent(column.index(), index -> new Picture());
    picture.fit(width, height);
    Arrays.fill(picture.pixels, Palette.card().getRGB());
    int zero = (int) ((column.zero() - box.x()) * scale);
    int line = Palette.muted().getRGB();
    UnitColours tones = UnitColours.now();
    for (int row = 0; row < height; row++) {
      row(picture, row, column, numbers, box, scale, tones);
      if (zero >= 0 && zero < width) {
        picture.pixels[row * width + zero] = line;
      }
    }
    picture.show(brush, box);
  }

  private static void row(
      Picture picture,
      int row,
      Column column,
      Scene.Numbers numbers,
      Box box,
      double scale,
      UnitColours tones) {
    int first = unit(column, box.y() + row / scale);
    int last = Math.max(first + 1, unit(column, box.y() + (row + 1) / scale));
    float least = 0;
    float most = 0;
    boolean broken = false;
    for (int i = first; i < last; i++) {
      float value = numbers.values()[i];
      broken |= Float.isNaN(value);
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    int width = picture.image.getWidth();
    int from = (int) Math.rint((column.end(least, numbers.limit()) - box.x()) * scale);
    int zero = (int) Math.rint((column.zero() - box.x()) * scale);
    int to = (int) Math.rint((column.end(most, numbers.limit()) - box.x()) * scale);
    fill(picture, row * width, held(from, width), held(zero, width), tones.below().getRGB());
    fill(picture, row * width, held(zero, width), held(to, width), tones.above().getRGB());
    if (broken) {
      fill(picture, row * width, 0, width, tones.broken().getRGB());
    }
  }

  private static int held(int x, int width) {
    return Math.max(0, Math.min(width, x));
  }

  private static void fill(Picture picture, int row, int from, int to, int rgb) {
    if (from < to) {
      Arrays.fill(picture.pixels, row + from, row + to, rgb);
    }
  }

  private static int unit(Column column, double y) {
    int unit = (int) ((y - column.plot().y()) / column.pitch());
    return Math.max(0, Math.min(column.units() - 1, unit));
  }

  /** The strip of colours at the right edge of a block, from which its weights leave. */
  void colours(StageLayout layout, Column column, Scene.Numbers numbers, double scale) {
    Box all = strip(column);
    Box box = inSight(layout, all, scale);
    if (box.isEmpty()) {
      return;
    }
    int height = (int) Math.rint(box.h() * scale);
    Picture picture = colours.computeIfAbsent(column.index(), index -> new Picture());
    picture.fit(1, height);
    UnitColours tones = UnitColours.now();
    for (int row = 0; row < height; row++) {
      int first = unit(column, box.y() + row / scale);
      int last = Math.max(first + 1, unit(column, box.y() + (row + 1) / scale));
      float largest = numbers.values()[first];
      for (int i = first + 1; i < last; i++) {
        float value = numbers.values()[i];
        largest = Math.abs(value) > Math.abs(largest) ? value : largest;
      }
      picture.pixels[row] = tones.rgb(largest, numbers.limit());
    }
    picture.show(brush, box);
  }

  /** Where the strip lies. */
  static Box strip(Column column) {
    double width = StageLayouts.strip(column.frame()) * INSET;
    double right = column.frame().right() - column.frame().w() * (1 - INSET) * EDGE;
    return new Box(right - width, column.plot().y(), width, column.plot().h());
  }
}
