package org.inferscope.tab.gpt2.weights;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.Optional;
import org.inferscope.model.gpt2.weights.Level;
import org.inferscope.model.gpt2.weights.TileKey;
import org.inferscope.tab.gpt2.weights.WeightsPresenter.Cell;
import org.inferscope.tensor.Numbers;
import org.inferscope.ui.heatmap.ColourBar;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.theme.Contrast;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;

/**
 * Paints a matrix with its axes, the numbers in its cells where they have room, the profiles of a
 * cell, the colour bar and the minimap. Event thread.
 */
final class MatrixPainter {
  /** Characters of the longest number in a cell. */
  private static final double LONGEST = 10;

  private static final double LINE = 1.35;

  private final Brush brush = new Brush();
  private final ColourBar bar = new ColourBar(brush);
  private final TilePainter tiles;
  private final WeightsLoader loader;

  /**
   * What is painted.
   *
   * @param layout where
   * @param camera which part
   * @param rough the whole matrix in few pixels
   * @param names of rows and columns
   * @param selected the selected cell
   * @param pointed the cell under the pointer
   * @param focused whether keys go here
   */
  record Scene(
      MatrixLayout layout,
      Camera camera,
      Rough rough,
      AxisNames names,
      Cell selected,
      Optional<Cell> pointed,
      boolean focused) {}

  MatrixPainter(WeightsLoader loader) {
    this.loader = loader;
    tiles = new TilePainter(loader);
  }

  /** Width of a cell in which every number has room, in pixels of user space. */
  static double cellWidth() {
    return Math.ceil((LONGEST * Brush.DIGIT_ASPECT * Fonts.smallest() + 8) * Metrics.scale());
  }

  /** Height of a cell in which a number has room. */
  static double cellHeight() {
    return Math.ceil((LINE * Fonts.smallest() + 8) * Metrics.scale());
  }

  void paint(Graphics2D g, Scene scene) {
    Camera camera = scene.camera();
    tiles.paint(
        g, camera, scene.rough().parameter() + scene.rough().merge(), scene.rough(), ground());
    brush.take(g);
    if (camera.scaleX() >= 0.9 * cellWidth() && camera.scaleY() >= 0.9 * cellHeight()) {
      brush.within(camera.plot(), () -> numbers(camera));
    }
    brush.outline(camera.seen().grown(unit()), Palette.cellBorder(), 0, unit());
    brush.within(camera.plot().grown(2 * unit()), () -> marks(scene));
    axes(scene);
    double limit = loader.limit(camera.level()).orElse(WeightsLoader.NOTEBOOK_LIMIT);
    profiles(scene);
    bar.paint(scene.layout().bar(), limit);
    if (!camera.isWhole()) {
      minimap(scene);
    }
    if (scene.focused()) {
      brush.outline(camera.plot().grown(3 * unit()), Palette.accent(), 3 * unit(), 1.5 * unit());
    }
    brush.release();
  }

  private static double unit() {
    return Metrics.scale();
  }

  private static double type() {
    return Fonts.smallest() * Metrics.scale();
  }

  private static Color ground() {
    return Palette.background();
  }

  private void numbers(Camera camera) {
    double size = type();
    for (int row = camera.firstRow(); row <= camera.lastRow(); row++) {
      for (int col = camera.firstCol(); col <= camera.lastCol(); col++) {
        TileKey key = new TileKey(Level.FULL, col / TileKey.SIDE, row / TileKey.SIDE);
        Tile tile = loader.tile(key);
        if (tile != null) {
          float value = tile.texels().get(col % TileKey.SIDE, row % TileKey.SIDE);
          Box box = cell(camera, row, col);
          brush.number(
              Numbers.cell(value), box, size, Contrast.textOn(tile.colours().at(value)));
        }
      }
    }
  }

  /** Where a cell stands. */
  static Box cell(Camera camera, int row, int col) {
    return new Box(camera.x(col), camera.y(row), camera.scaleX(), camera.scaleY());
  }

  private void marks(Scene scene) {
    Camera camera = scene.camera();
    mark(cell(camera, scene.selected().row(), scene.selected().col()), Palette.accent());
    scene
        .pointed()
        .ifPresent(cell -> mark(cell(camera, cell.row(), cell.col()), Palette.text()));
  }

  /** A frame around a cell; one too small to be seen gets a frame of its own size. */
  private void mark(Box cell, Color color) {
    double least = 7 * unit();
    Box box =
        Box.around(
            cell.centerX(), cell.centerY(), Math.max(least, cell.w()), Math.max(least, cell.h()));
    brush.outline(box.grown(unit()), Palette.background(), 2 * unit(), unit());
    brush.outline(box, color, 2 * unit(), 2 * unit());
  }

  // ---- axes

  private void axes(Scene scene) {
    Camera camera = scene.camera();
    Box seen = camera.seen();
    double size = type();
    double line = size * LINE;
    Box below = scene.layout().colAxis();
    int step = Ticks.wholeStep(6 * size / camera.scaleX());
    for (int col = up(camera.firstCol(), step); col <= camera.lastCol(); col += step) {
      double x = camera.x(col + 0.5);
      if (x >= seen.x() && x <= seen.right()) {
        brush.fill(new Box(x, seen.bottom() + unit(), unit(), 3 * unit()), Palette.muted(), 0);
        String text = Numbers.count(col);
        double w = text.length() * size * Brush.DIGIT_ASPECT;
        Box place = Box.around(x, seen.bottom() + 4 * unit() + line / 2, w, line);
        brush.number(text, place.clampedTo(new Box(0, 0, below.right() + w, 1e6)), size,
            Palette.muted());
      }
    }
    Box name = new Box(below.x(), seen.bottom() + 4 * unit() + line, below.w(), line);
    brush.text(scene.names().cols(), name, size, Palette.muted());
    rows(scene, seen, size, line);
  }

  private void rows(Scene scene, Box seen, double size, double line) {
    Camera camera = scene.camera();
    Box left = scene.layout().rowAxis();
    int step = Ticks.wholeStep(2 * line / camera.scaleY());
    for (int row = up(camera.firstRow(), step); row <= camera.lastRow(); row += step) {
      double y = camera.y(row + 0.5);
      if (y >= seen.y() && y <= seen.bottom()) {
        String text = Numbers.count(row);
        double w = text.length() * size * Brush.DIGIT_ASPECT;
        double right = seen.x() - 7 * unit();
        brush.fill(new Box(right + 2 * unit(), y, 3 * unit(), unit()), Palette.muted(), 0);
        brush.number(text, new Box(right - w, y - line / 2, w, line), size, Palette.muted());
      }
    }
    if (!scene.names().rows().isEmpty() && camera.rows() > 1) {
      Box name = new Box(seen.x() - left.w() - 6 * unit(), left.y(), line, left.h());
      brush.upwards(scene.names().rows(), name, size, Palette.muted());
    }
  }

  private static int up(int from, int step) {
    return (from + step - 1) / step * step;
  }

  // ---- profiles and minimap

  private void profiles(Scene scene) {
    Optional<Profile> profile = loader.profile();
    if (profile.isEmpty()) {
      return;
    }
    Camera camera = scene.camera();
    Box seen = camera.seen();
    Box over = scene.layout().rowProfile();
    Box beside = scene.layout().colProfile();
    ProfilePainter lines = new ProfilePainter(brush);
    lines.across(
        new Box(seen.x(), seen.y() - over.h() - 4 * unit(), seen.w(), over.h()),
        camera,
        profile.get());
    if (camera.rows() > 1) {
      lines.down(
          new Box(seen.right() + 4 * unit(), seen.y(), beside.w(), seen.h()),
          camera,
          profile.get());
    }
  }

  private void minimap(Scene scene) {
    Camera camera = scene.camera();
    Box map = scene.layout().minimap(camera.rows(), camera.cols(), unit());
    brush.fill(map.grown(3 * unit()), Palette.card(), 3 * unit());
    brush.pixels(scene.rough().picture(), map);
    brush.outline(map.grown(3 * unit()), Palette.cellBorder(), 3 * unit(), unit());
    Box part = onMinimap(map, camera);
    brush.outline(part.grown(unit()), Palette.background(), 0, unit());
    brush.outline(part, Palette.accent(), 0, 2 * unit());
  }

  /** What is in sight, on the minimap; at least large enough to be seen. */
  static Box onMinimap(Box map, Camera camera) {
    double least = 6 * unit();
    double left = map.x() + map.w() * Math.max(0, camera.colAt(camera.plot().x())) / camera.cols();
    double top = map.y() + map.h() * Math.max(0, camera.rowAt(camera.plot().y())) / camera.rows();
    double right =
        map.x()
            + map.w()
                * Math.min(camera.cols(), camera.colAt(camera.plot().right()))
                / camera.cols();
    double bottom =
        map.y()
            + map.h()
                * Math.min(camera.rows(), camera.rowAt(camera.plot().bottom()))
                / camera.rows();
    return Box.around(
            (left + right) / 2,
            (top + bottom) / 2,
            Math.max(least, right - left),
            Math.max(least, bottom - top))
        .clampedTo(map);
  }
}
