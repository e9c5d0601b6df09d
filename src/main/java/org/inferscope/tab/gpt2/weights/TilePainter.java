package org.inferscope.tab.gpt2.weights;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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

  private record Key(Camera camera, Rough rough, int version, double scale, Color ground) {}

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
   * @param rough what is seen where tiles are missing
   * @param ground behind a matrix that does not fill the plot
   * @param over paints over the tiles, in user space; kept with them
   */
  void paint(Graphics2D g, Camera camera, Rough rough, Color ground, Consumer<Graphics2D> over) {
    double scale = g.getTransform().getScaleX();
    Key wanted = new Key(camera, rough, loader.version(), scale, ground);
    Box plot = camera.plot();
    BufferedImage picture = frame(plot, scale);
    if (!wanted.equals(shown)) {
      shown = wanted;
      Graphics2D to = picture.createGraphics();
      fill(to, picture, camera, rough, ground, scale);
      to.scale(scale, scale);
      to.translate(-(int) plot.x(), -(int) plot.y());
      over.accept(to);
      to.dispose();
    }
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
      Graphics2D g, BufferedImage picture, Camera camera, Rough rough, Color ground, double scale) {
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    g.setColor(ground);
    g.fillRect(0, 0, picture.getWidth(), picture.getHeight());
    Place place = new Place(camera, scale, (int) camera.plot().x(), (int) camera.plot().y());
    for (TileKey key : inSight(camera)) {
      Tile tile = loader.tile(key);
      if (tile == null) {
        standIn(g, place, key, rough);
      } else {
        place.draw(g, tile);
      }
    }
  }

  /** A coarser tile over the place of one that is missing, or the rough picture. */
  private void standIn(Graphics2D g, Place place, TileKey missing, Rough rough) {
    Box of = place.box(missing);
    Graphics2D part = (Graphics2D) g.create();
    part.clipRect(
        (int) of.x(), (int) of.y(), (int) Math.ceil(of.w()) + 1, (int) Math.ceil(of.h()) + 1);
    Tile coarser = coarser(missing);
    if (coarser == null) {
      place.draw(part, rough.picture(), rough.level(), 0, 0);
    } else {
      place.draw(part, coarser);
    }
    part.dispose();
  }

  private @Nullable Tile coarser(TileKey missing) {
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
        return tile;
      }
    }
    return null;
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
      return new Box(
          x,
          y,
          x(Math.min(camera.cols(), (key.x() + 1) * wide)) - x,
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
