package org.inferscope.ui.paint;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what does not change from frame to frame as a picture in device pixels, so that a frame
 * costs one copy and the few cells that are lit. Event thread.
 */
public final class Backdrop {
  private record Key(Object content, int width, int height, double scaleX, double scaleY) {}

  private @Nullable Key key;
  private @Nullable BufferedImage image;

  /**
   * Draws the picture, painting it first if something it depends on has changed.
   *
   * @param content what it depends on, compared by equals
   * @param w width in user space
   * @param h height in user space
   */
  public void draw(Graphics2D g, Object content, double w, double h, Consumer<Graphics2D> paint) {
    AffineTransform transform = g.getTransform();
    double sx = transform.getScaleX();
    double sy = transform.getScaleY();
    int width = (int) Math.ceil(w * sx);
    int height = (int) Math.ceil(h * sy);
    Key wanted = new Key(content, width, height, sx, sy);
    BufferedImage current = image;
    if (current == null || !wanted.equals(key)) {
      current = painted(wanted, paint);
      image = current;
      key = wanted;
    }
    g.setTransform(
        AffineTransform.getTranslateInstance(
            Math.rint(transform.getTranslateX()), Math.rint(transform.getTranslateY())));
    g.drawImage(current, 0, 0, null);
    g.setTransform(transform);
  }

  private static BufferedImage painted(Key key, Consumer<Graphics2D> paint) {
    BufferedImage fresh =
        new BufferedImage(
            Math.max(1, key.width), Math.max(1, key.height), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = fresh.createGraphics();
    g.scale(key.scaleX, key.scaleY);
    paint.accept(g);
    g.dispose();
    return fresh;
  }
}
