package org.inferscope.ui.paint;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Paints rounded boxes fast: plain rectangles for what is straight and small pictures, kept, for
 * the four corners. Smoothing an outline anew, or copying a whole see-through picture, for hundreds
 * of cells would cost most of a frame. All sizes are device pixels. Event thread.
 */
public final class Sprites {
  private static final int MOST_KEPT = 256;

  /**
   * What a corner looks like.
   *
   * @param size width and height, also the radius
   * @param fill colour inside, with alpha
   * @param edge colour of the outline, with alpha
   * @param stroke width of the outline; 0 for none
   */
  private record Look(int size, int fill, int edge, int stroke) {}

  private final Map<Look, List<Image>> corners =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Look, List<Image>> eldest) {
          return size() > MOST_KEPT;
        }
      };

  /** Paints a filled box with an outline inside it, its place rounded to whole pixels. */
  void box(Graphics2D g, Box box, Color fill, Color edge, double radius, double stroke) {
    int x = (int) Math.round(box.x());
    int y = (int) Math.round(box.y());
    int w = (int) Math.round(box.w());
    int h = (int) Math.round(box.h());
    if (w <= 0 || h <= 0) {
      return;
    }
    int line = stroke <= 0 ? 0 : (int) Math.max(1, Math.round(stroke));
    int size = Math.min((int) Math.ceil(radius), Math.min(w, h) / 2);
    g.setColor(fill);
    g.fillRect(x + size, y, w - 2 * size, h);
    g.fillRect(x, y + size, size, h - 2 * size);
    g.fillRect(x + w - size, y + size, size, h - 2 * size);
    if (line > 0) {
      g.setColor(edge);
      g.fillRect(x + size, y, w - 2 * size, line);
      g.fillRect(x + size, y + h - line, w - 2 * size, line);
      g.fillRect(x, y + size, line, h - 2 * size);
      g.fillRect(x + w - line, y + size, line, h - 2 * size);
    }
    if (size > 0) {
      List<Image> four = cornersOf(size, fill, edge, line);
      g.drawImage(four.get(0), x, y, null);
      g.drawImage(four.get(1), x + w - size, y, null);
      g.drawImage(four.get(2), x, y + h - size, null);
      g.drawImage(four.get(3), x + w - size, y + h - size, null);
    }
  }

  /** Paints a filled box of which only the corners at one end are round, no pixel twice. */
  void bar(Graphics2D g, Box box, Color fill, double radius, Edge end) {
    int x = (int) Math.round(box.x());
    int y = (int) Math.round(box.y());
    int w = (int) Math.round(box.right()) - x;
    int h = (int) Math.round(box.bottom()) - y;
    if (w <= 0 || h <= 0) {
      return;
    }
    boolean sideways = end.isSideways();
    int along = sideways ? w : h;
    int across = sideways ? h : w;
    int size = Math.min((int) Math.ceil(radius), Math.min(along, across / 2));
    int endX = end == Edge.RIGHT ? x + w - size : x;
    int endY = end == Edge.BOTTOM ? y + h - size : y;
    g.setColor(fill);
    if (sideways) {
      g.fillRect(end == Edge.LEFT ? x + size : x, y, w - size, h);
      g.fillRect(endX, y + size, size, h - 2 * size);
    } else {
      g.fillRect(x, end == Edge.TOP ? y + size : y, w, h - size);
      g.fillRect(x + size, endY, w - 2 * size, size);
    }
    if (size > 0) {
      List<Image> four = cornersOf(size, fill, fill, 0);
      for (int corner = 0; corner < four.size(); corner++) {
        if (isAt(end, corner)) {
          int left = corner % 2 == 0 ? x : x + w - size;
          int top = corner < 2 ? y : y + h - size;
          g.drawImage(four.get(corner), left, top, null);
        }
      }
    }
  }

  private static boolean isAt(Edge end, int corner) {
    return switch (end) {
      case LEFT -> corner % 2 == 0;
      case RIGHT -> corner % 2 == 1;
      case TOP -> corner < 2;
      case BOTTOM -> corner >= 2;
    };
  }

  private List<Image> cornersOf(int size, Color fill, Color edge, int line) {
    return corners.computeIfAbsent(
        new Look(size, fill.getRGB(), edge.getRGB(), line), Sprites::painted);
  }

  /** The corners of a box: upper left, upper right, lower left, lower right. */
  private static List<Image> painted(Look look) {
    return List.of(
        corner(look, 0, 0),
        corner(look, -look.size, 0),
        corner(look, 0, -look.size),
        corner(look, -look.size, -look.size));
  }

  private static Image corner(Look look, int x, int y) {
    BufferedImage image = new BufferedImage(look.size, look.size, BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D g = image.createGraphics();
    Canvas.prepare(g);
    float inset = look.stroke / 2f;
    float side = 2 * look.size - look.stroke;
    float arc = Math.max(0, 2 * look.size - look.stroke);
    RoundRectangle2D shape = new RoundRectangle2D.Float(x + inset, y + inset, side, side, arc, arc);
    g.setColor(new Color(look.fill, true));
    g.fill(shape);
    if (look.stroke > 0) {
      g.setColor(new Color(look.edge, true));
      g.setStroke(new BasicStroke(look.stroke));
      g.draw(shape);
    }
    g.dispose();
    return image;
  }
}
