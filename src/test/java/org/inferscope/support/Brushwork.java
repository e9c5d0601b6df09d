package org.inferscope.support;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Themes;

/** Paints with a brush on a picture, for painters that need no component. */
public final class Brushwork {
  private Brushwork() {}

  /**
   * Paints on the theme's background under a look, and leaves the picture in {@code
   * target/pictures}.
   *
   * @param width width of the picture in pixels
   * @param zoom device pixels of a pixel of user space
   */
  public static BufferedImage paint(
      String name, Look look, int width, int height, double zoom, Consumer<Brush> work) {
    return Pictures.onEventThread(
        () -> {
          Themes.install(look);
          BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
          Graphics2D g = picture.createGraphics();
          g.scale(zoom, zoom);
          Brush brush = new Brush();
          brush.take(g);
          brush.fill(new Box(0, 0, width / zoom, height / zoom), Palette.background(), 0);
          work.accept(brush);
          brush.release();
          g.dispose();
          Pictures.save(name, picture);
          return picture;
        });
  }

  /** Whether all pixels outside some boxes, by more than one pixel, have one colour. */
  public static boolean isBareOutside(BufferedImage picture, Box... boxes) {
    int width = picture.getWidth();
    int[] pixels = picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
    int ground = pixels[0];
    for (int at = 0; at < pixels.length; at++) {
      if (pixels[at] != ground && !isInside(at % width, at / width, boxes)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isInside(int x, int y, Box... boxes) {
    for (Box box : boxes) {
      if (box.grown(1).contains(x, y)) {
        return true;
      }
    }
    return false;
  }

  /** The colour of the pixel at a place, in an unzoomed picture. */
  public static Color at(BufferedImage picture, double x, double y) {
    return new Color(picture.getRGB((int) x, (int) y));
  }
}
