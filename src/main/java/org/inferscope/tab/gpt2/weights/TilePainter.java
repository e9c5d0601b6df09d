package org.inferscope.tab.gpt2.weights;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.inferscope.model.gpt2.weights.Level;
import org.inferscope.model.gpt2.weights.TileKey;
import org.inferscope.ui.paint.Box;
import org.jspecify.annotations.Nullable;

/**
 * Puts tiles together into a picture of what is in sight, and keeps it while nothing changes, so
 * that following the pointer costs one copy. Event thread.
 */
final class TilePainter {
  /** How many levels up a tile is looked for that stands in for one that is missing. */
  private static final int COARSER = 4;

  private final WeightsLoader loader;
  private @Nullable BufferedImage frame;
  private @Nullable Key shown;

  private record Key(
      Camera camera, Object matrix, Object colours, int version, double scale, Color ground) {}

  TilePainter(WeightsLoader loader) {
    this.loader = loader;
  }

  /** The tiles that a camera sees, row after row from the middle outwards. */
  static List<TileKey> inSight(Camera camera) {
    Level level = camera.level();
    int left = camera.firstCol() / level.cols() / TileKey.SIDE;
    int right = camera.lastCol() / level.cols() / TileKey.SIDE;
    int top = camera.firstRow() / level.rows() / TileKey.SIDE;
    int bottom = camera.lastRow() / level.rows() / TileKey.SIDE;
    List<TileKey> keys = new ArrayList<>();
    for (int y = top; y <= bottom; y++) {
      for (int x = left; x <= right; x++) {
        keys.add(new TileKey(level, x, y));
      }
    }
    return keys;
  }

  /**
   * Paints what is in sight into the plot.
   *
   * @param g in user space
   * @param matrix what the picture depends on beside the camera and the tiles
   */
  void paint(Graphics2D g, Camera camera, Object matrix, Rough rough, Color ground) {
    double scale = g.getTransform().getScaleX();
    Key wanted = new Key(camera, matrix, rough.colours(), loader.version(), scale, ground);
    BufferedImage picture = frame(camera.plot(), scale);
    if (!wanted.equals(shown)) {
      shown = wanted;
      fill(picture, camera, rough, scale, ground);
    }
    Box plot = camera.plot();
    g.drawImage(picture, (int) plot.x(), (int) plot.y(), width(plot), height(plot), null);
  }

  private static int width(Box plot) {
    return (int) Math.ceil(plot.right()) - (int) plot.x();
  }

  private static int height(Box plot) {
    return (int) Math.ceil(plot.bottom()) - (int) plot.y();
  }

  private BufferedImage frame(Box plot, double scale) {
    int w = (int) Math.max(1, Math.ceil(width(plot) * scale));
    int h = (int) Math.max(1, Math.ceil(height(plot) * scale));
    BufferedImage now = frame;
    if (now == null || now.getWidth() != w || now.getHeight() != h) {
      now = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
      frame = now;
      shown = null;
    }
    return now;
  }

  private void fill(
      BufferedImage picture, Camera camera, Rough rough, double scale, Color ground) {
    Graphics2D g = picture.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    g.setColor(ground);
    g.fillRect(0, 0, picture.getWidth(), picture.getHeight());
    Place place = new Place(camera, scale, (int) camera.plot().x(), (int) camera.plot().y());
    boolean whole = false;
    for (TileKey key : inSight(camera)) {
      Tile tile = loader.tile(key);
      if (tile == null && !whole) {
        whole = true;
        place.draw(g, rough.picture(), rough.level(), 0, 0);
      }
    }
    for (TileKey key : inSight(camera)) {
      Tile tile = loader.tile(key);
      if (tile != null) {
        place.draw(g, tile);
      } else {
        standIn(g, place, key);
      }
    }
    g.dispose();
  }

  /** A coarser tile over the place of one that is missing. */
  private void standIn(Graphics2D g, Place place, TileKey missing) {
    for (int up = 1; up <= COARSER; up++) {
      Level level =
          new Level(
              missing.level().across() == 0 ? 0 : missing.level().across() + up,
              missing.level().down() + up);
      TileKey key =
          new TileKey(
              level,
              missing.x() >> (level.across() - missing.level().across()),
              missing.y() >> (level.down() - missing.level().down()));
      Tile tile = loader.tile(key);
      if (tile != null) {
        Box of = place.box(missing);
        Graphics2D part = (Graphics2D) g.create();
        part.clipRect(
            (int) of.x(), (int) of.y(), (int) Math.ceil(of.w()), (int) Math.ceil(of.h()));
        place.draw(part, tile);
        part.dispose();
        return;
      }
    }
  }

  /** From numbers of the matrix to pixels of the picture. */
  private record Place(Camera camera, double scale, int left, int top) {
    double x(double col) {
      return (camera.x(col) - left) * scale;
    }

    double y(double row) {
      return (camera.y(row) - top) * scale;
    }

    Box box(TileKey key) {
      double wide = (double) TileKey.SIDE * key.level().cols();
      double high = (double) TileKey.SIDE * key.level().rows();
      double x = x(key.x() * wide);
      double y = y(key.y() * high);
      return new Box(x, y, x(Math.min(camera.cols(), (key.x() + 1) * wide)) - x,
          y(Math.min(camera.rows(), (key.y() + 1) * high)) - y);
    }

    void draw(Graphics2D g, Tile tile) {
      TileKey key = tile.id().key();
      draw(
          g,
          tile.picture(),
          key.level(),
          key.x() * TileKey.SIDE * key.level().cols(),
          key.y() * TileKey.SIDE * key.level().rows());
    }

    /** Draws a picture from a column and a row on, only the part of it that is in sight. */
    void draw(Graphics2D g, BufferedImage picture, Level level, int col, int row) {
      int x0 = Math.max(0, (camera.firstCol() - col) / level.cols());
      int y0 = Math.max(0, (camera.firstRow() - row) / level.rows());
      int x1 = Math.min(picture.getWidth(), (camera.lastCol() - col) / level.cols() + 1);
      int y1 = Math.min(picture.getHeight(), (camera.lastRow() - row) / level.rows() + 1);
      if (x1 <= x0 || y1 <= y0) {
        return;
      }
      g.drawImage(
          picture,
          edgeX(col + (double) x0 * level.cols()),
          edgeY(row + (double) y0 * level.rows()),
          edgeX(col + (double) x1 * level.cols()),
          edgeY(row + (double) y1 * level.rows()),
          x0,
          y0,
          x1,
          y1,
          null);
    }

    /** The last texels of a side may reach beyond the matrix. */
    private int edgeX(double col) {
      return (int) Math.round(x(Math.min(camera.cols(), col)));
    }

    private int edgeY(double row) {
      return (int) Math.round(y(Math.min(camera.rows(), row)));
    }
  }
}
