package org.inferscope.tab.gpt2.map;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.inferscope.model.gpt2.Site;
import org.inferscope.tab.gpt2.map.Piece.Source;
import org.inferscope.tab.gpt2.map.TensorLayout.Placed;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.heatmap.ColourBar;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.GridBox;
import org.inferscope.ui.theme.ColorMap;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;
import org.jspecify.annotations.Nullable;

/** Paints a tensor: its pieces, the tokens at the left, the columns above. Event thread. */
final class TensorPainter {
  private static final int[] STEPS = {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024};
  private static final double AIR = 1.15;
  private static final double BAR = 12;
  private static final int SHADES = 128;

  private final Brush brush = new Brush();
  private final ColourBar bar = new ColourBar(brush);
  private final List<PiecePainter> painters = new ArrayList<>();
  private @Nullable ColorMap shadesOf;
  private @Nullable BufferedImage shades;

  void paint(Graphics2D g, TensorScene scene) {
    double pixels = g.getTransform().getScaleX();
    brush.take(g);
    brush.fill(scene.visible(), Palette.background(), 0);
    Box visible = scene.visible();
    TensorLayout layout = scene.layout();
    Box inner =
        new Box(
            visible.x() + layout.left(),
            visible.y(),
            visible.w() - layout.left() - layout.right(),
            visible.h());
    brush.within(inner.grown(3 * Metrics.scale()), () -> pieces(scene, inner, pixels));
    labels(scene);
    scale(scene);
    brush.release();
  }

  private void pieces(TensorScene scene, Box inner, double pixels) {
    List<Placed> places = scene.layout().places();
    while (painters.size() < places.size()) {
      painters.add(new PiecePainter(brush));
    }
    for (int i = 0; i < places.size(); i++) {
      Placed placed = places.get(i);
      Box all = placed.title().union(placed.grid().bounds());
      if (all.overlaps(scene.visible())) {
        title(scene, i, inner);
        columns(scene, i, inner);
        piece(scene, i, inner, pixels);
      }
    }
  }

  private void title(TensorScene scene, int index, Box inner) {
    Placed placed = scene.layout().places().get(index);
    double type = scene.layout().spec().type();
    boolean chosen = placed.piece().head().filter(head -> head == scene.head()).isPresent();
    boolean grid = scene.layout().spec().tensor().isGrid();
    Box at = placed.title();
    Box box = grid ? at : new Box(inner.x(), at.y(), inner.w(), at.h());
    String sign = index == 0 ? "" : sign(scene, index - 1);
    String text = sign.isEmpty() ? placed.piece().title() : sign + "  " + placed.piece().title();
    if (chosen) {
      brush.leadingStrong(text, box, type, Palette.accent());
    } else {
      brush.leading(text, box, type, Palette.muted());
    }
  }

  private static String sign(TensorScene scene, int index) {
    List<String> signs = scene.layout().spec().tensor().signs();
    return index < signs.size() ? signs.get(index) : "";
  }

  // ---- columns

  private void columns(TensorScene scene, int index, Box inner) {
    if (index > 0 || scene.layout().axis() == 0) {
      return;
    }
    Placed placed = scene.layout().places().get(index);
    GridBox grid = placed.grid();
    double type = scene.layout().spec().type();
    double y = grid.y() - scene.layout().axis();
    int first = Math.max(0, (int) Math.floor((inner.x() - grid.x()) / grid.cellW()));
    int last =
        Math.min(grid.cols(), (int) Math.ceil((inner.right() - grid.x()) / grid.cellW()));
    if (placed.piece().source() instanceof Source.Vocabulary words) {
      for (int j = first; j < last; j++) {
        Box box = new Box(grid.cell(0, j).x(), y, grid.cellW(), scene.layout().axis());
        brush.leading(words.words().get(j), box.grown(-1), type, Palette.text());
      }
      return;
    }
    int step = step(grid, type, placed.piece(), scene);
    for (int j = first - first % step; j < last; j += step) {
      double x = grid.x() + j * grid.cellW();
      if (x >= inner.x() - 1) {
        brush.fill(
            new Box(x, grid.y() - 3 * Metrics.scale(), Metrics.scale(), 3 * Metrics.scale()),
            Palette.muted(),
            0);
        Box box = new Box(x + 2, y, step * grid.cellW() - 4, scene.layout().axis());
        brush.leading(label(placed.piece(), scene, j, step), box, type, Palette.muted());
      }
    }
  }

  /** Heads are named where all of a head's columns have room for it, else columns are counted. */
  private static String label(Piece piece, TensorScene scene, int column, int step) {
    int wide = scene.config().headWidth();
    boolean heads =
        piece.source() instanceof Source.Rows rows
            && rows.point().site().isOfHeads()
            && step == wide;
    return heads
        ? Texts.get("gpt2map.head", Numbers.count(column / wide))
        : Numbers.count(column);
  }

  private int step(GridBox grid, double type, Piece piece, TensorScene scene) {
    double room = brush.width(Numbers.count(grid.cols()) + "0", type);
    if (piece.source() instanceof Source.Rows rows && rows.point().site().isOfHeads()) {
      int wide = scene.config().headWidth();
      double name = brush.width("head 00 ", type);
      if (wide * grid.cellW() >= name && grid.cellW() < room) {
        return wide;
      }
    }
    for (int step : STEPS) {
      if (step * grid.cellW() >= room) {
        return step;
      }
    }
    return Math.max(1, grid.cols());
  }

  // ---- cells

  private void piece(TensorScene scene, int index, Box inner, double pixels) {
    Placed placed = scene.layout().places().get(index);
    GridBox grid = placed.grid();
    Box all = grid.bounds();
    double revealed = revealed(scene, index);
    double right = all.x() + all.w() * revealed;
    Box open = new Box(all.x(), all.y(), right - all.x(), all.h());
    if (revealed < 1) {
      brush.fill(all, Palette.cell(), 0);
      brush.outline(all, Palette.cellBorder(), 0, Metrics.scale());
    }
    if (revealed > 0) {
      brush.within(
          open.grown(2 * Metrics.scale()),
          () -> painters.get(index).paint(placed.piece(), grid, inner, pixels));
    }
    heads(scene, placed);
    int row = placed.piece().row(scene.token());
    if (row >= 0) {
      outline(grid.row(row), Role.RESULT, 2);
    }
    if (placed.piece().head().filter(head -> head == scene.head()).isPresent()) {
      outline(all.grown(Metrics.scale()), null, 1);
    }
    scene
        .cursor()
        .filter(cursor -> cursor.piece() == index)
        .ifPresent(cursor -> outline(grid.cell(cursor.row(), cursor.column()), null, 2));
  }

  /** Of a sum only the result is new. */
  private static double revealed(TensorScene scene, int index) {
    List<String> signs = scene.layout().spec().tensor().signs();
    boolean read = index < signs.size() && !signs.get(index).isEmpty();
    return read ? 1 : scene.revealed();
  }

  /** Lines between heads. */
  private void heads(TensorScene scene, Placed placed) {
    if (!(placed.piece().source() instanceof Source.Rows rows)
        || !rows.point().site().isOfHeads()
        || rows.point().site() == Site.RESULT) {
      return;
    }
    GridBox grid = placed.grid();
    double wide = scene.config().headWidth() * grid.cellW();
    for (int head = 1; head < scene.config().heads(); head++) {
      double x = grid.x() + head * wide;
      brush.fill(new Box(x, grid.y(), Metrics.scale(), grid.height()), Palette.background(), 0);
    }
  }

  private void outline(Box box, @Nullable Role role, double width) {
    double unit = Metrics.scale();
    brush.outline(
        box.grown(width * unit),
        role == null ? Palette.accent() : role.ink(),
        3 * unit,
        width * unit);
  }

  // ---- tokens

  private void labels(TensorScene scene) {
    TensorLayout layout = scene.layout();
    double unit = Metrics.scale();
    Box room = new Box(scene.visible().x(), scene.visible().y(), layout.left(), scene.visible().h());
    double type = layout.spec().type();
    double lastX = layout.places().isEmpty() ? 0 : layout.places().get(0).grid().x();
    for (Placed placed : layout.places()) {
      GridBox grid = placed.grid();
      if (grid.x() != lastX) {
        continue; // Only the maps at the left have labels.
      }
      boolean all = grid.cellH() >= type * AIR;
      int followed = placed.piece().row(scene.token());
      for (int row = 0; row < grid.rows(); row++) {
        Box cell = grid.row(row);
        if ((all || row == followed)
            && cell.bottom() > room.y()
            && cell.y() < room.bottom()) {
          Box box =
              Box.around(
                  room.centerX() - 2 * unit,
                  cell.centerY(),
                  room.w() - 8 * unit,
                  Math.max(cell.h(), type * AIR));
          String word = scene.words().get(placed.piece().token(row));
          label(word, box, type, row == followed);
        }
      }
    }
  }

  private void label(String word, Box box, double type, boolean followed) {
    double width = brush.width(word, type) * (followed ? 1.08 : 1);
    double x = Math.max(box.x(), box.right() - width);
    Box at = new Box(x, box.y(), box.right() - x + 1, box.h());
    if (followed) {
      brush.leadingStrong(word, at, type, Role.RESULT.ink());
    } else {
      brush.leading(word, at, type, Palette.text());
    }
  }

  // ---- what colours mean

  private void scale(TensorScene scene) {
    List<Placed> places = scene.layout().places();
    if (places.isEmpty()) {
      return;
    }
    double unit = Metrics.scale();
    TensorLayout layout = scene.layout();
    Placed first = places.get(0);
    double x = scene.visible().right() - layout.right() + 6 * unit;
    boolean shared = places.stream().allMatch(each -> each.piece().limit() == first.piece().limit());
    List<Placed> shown = shared ? List.of(first) : places;
    for (Placed placed : shown) {
      double y = Math.max(placed.grid().y(), scene.visible().y() + 8 * unit);
      double bottom = shared ? places.get(places.size() - 1).grid().bounds().bottom() : placed.grid().bounds().bottom();
      double most = shared ? 170 * unit : Double.MAX_VALUE;
      double high = Math.min(most, Math.min(bottom, scene.visible().bottom() - 8 * unit) - y);
      if (high >= 2 * layout.spec().type()) {
        Box box = new Box(x, y, layout.right() - 6 * unit, high);
        if (placed.piece().look().isMagnitude()) {
          magnitudes(box, placed.piece().limit(), layout.spec().type());
        } else {
          bar.paint(box, placed.piece().limit());
        }
      }
    }
  }

  private void magnitudes(Box box, double limit, double type) {
    double unit = Metrics.scale();
    Box strip = new Box(box.x(), box.y(), BAR * unit, box.h());
    brush.pixels(shades(), strip);
    brush.outline(strip, Palette.cellBorder(), 0, unit);
    for (double part : new double[] {1, 0.5, 0}) {
      double y = box.y() + box.h() * (1 - part);
      double x = strip.right() + 6 * unit;
      Box label = new Box(x, y - type * 0.6, box.right() - x, type * 1.2);
      brush.leading(
          Numbers.cell(part * limit), label.clampedTo(box), type, Palette.muted());
    }
  }

  private BufferedImage shades() {
    ColorMap map = Palette.magnitude();
    BufferedImage current = shades;
    if (current == null || !map.equals(shadesOf)) {
      current = new BufferedImage(1, SHADES, BufferedImage.TYPE_INT_RGB);
      for (int i = 0; i < SHADES; i++) {
        current.setRGB(0, i, map.rgbAt(1 - i / (SHADES - 1.0)));
      }
      shades = current;
      shadesOf = map;
    }
    return current;
  }
}
