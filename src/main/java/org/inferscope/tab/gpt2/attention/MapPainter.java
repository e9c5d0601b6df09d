package org.inferscope.tab.gpt2.attention;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.inferscope.model.gpt2.attention.AttentionRows;
import org.inferscope.tab.gpt2.desk.AttentionSettings.Scale;
import org.inferscope.tensor.Numbers;
import org.inferscope.ui.paint.Backdrop;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.Pen;
import org.inferscope.ui.theme.ColorMap;
import org.inferscope.ui.theme.Contrast;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;
import org.jspecify.annotations.Nullable;

/**
 * Paints one head's map: cells with numbers where they have room, words at both sides, the followed
 * token's row in a frame. The cells are kept as a picture with one pixel for each. Event thread.
 */
final class MapPainter {
  /** The longest word at the side, unscaled; what is longer is cut. */
  private static final double LONGEST_WORD = 110;

  /** Room for what the corner between the words says, unscaled. */
  private static final double CORNER = 58;

  static final double LINE = 1.35;
  static final double PAD = 6;
  private static final double LEAST_LINES = 12;

  /** More pixels than tokens help no one: no screen has as many rows. */
  private static final int MOST_PIXELS = 2048;

  /** Around a number in a cell, unscaled. */
  private static final double AIR = 4;

  private static final int SHORT = 4;
  private static final int LONG = 6;

  private final Brush brush = new Brush();
  private final Pen pen = new Pen(brush);
  private final Backdrop backdrop = new Backdrop();
  private final WordsPainter words = new WordsPainter();
  private @Nullable Content content;
  private @Nullable BufferedImage picture;
  private List<float[]> rows = List.of();

  /** What the kept picture depends on. */
  private record Content(int pass, Object subject, Scale scale, ColorMap colours, int ground) {}

  /** A pair of tokens. */
  record Cell(int query, int key) {}

  /**
   * What is pointed at.
   *
   * @param hovered the cell under the pointer
   * @param cursor the cell that the keys move, while they do
   */
  record Pointed(Optional<Cell> hovered, Optional<Cell> cursor) {
    static final Pointed NOTHING = new Pointed(Optional.empty(), Optional.empty());
  }

  /** Size of the words, in pixels. */
  static double type() {
    return Fonts.smallest() * Metrics.scale();
  }

  /**
   * The room for cells beside the words, in a component of a size.
   *
   * @param word width of the widest word
   */
  static Box room(double word, double width, double height) {
    double unit = Metrics.scale();
    double wide = Math.min(LONGEST_WORD * unit, word + 1) + 2 * PAD * unit;
    double side = Math.rint(Math.max(CORNER * unit, Math.min(wide, width / 3)));
    double top = Math.rint(Math.min(Math.max(2 * LINE * type(), wide), height / 4));
    return new Box(
        side,
        top,
        Math.max(1, width - side - 2 * Metrics.scale()),
        Math.max(1, height - top - 2 * Metrics.scale()));
  }

  /** Paints all; another head leaves the words as they are, which cost more than the cells. */
  void paint(
      Graphics2D g,
      AttentionScene scene,
      MapLayout layout,
      Pointed pointed,
      double width,
      double height) {
    BufferedImage image = picture(scene);
    backdrop.draw(
        g,
        WordsPainter.content(scene, layout, pointed),
        width,
        height,
        back -> words.paint(back, scene, layout, pointed, new Box(0, 0, width, height)));
    brush.take(g);
    brush.within(layout.area(), () -> cells(image, scene, layout));
    brush.within(layout.area().grown(2 * Metrics.scale()), () -> frames(scene, layout, pointed));
    brush.release();
  }

  private BufferedImage picture(AttentionScene scene) {
    ColorMap colours = Palette.magnitude();
    int ground = Palette.cell().getRGB();
    Scale scale = scene.settings().scale();
    Content wanted = new Content(scene.number(), scene.subject(), scale, colours, ground);
    BufferedImage current = picture;
    if (current != null && wanted.equals(content)) {
      return current;
    }
    int tokens = scene.tokens();
    int side = Math.min(tokens, MOST_PIXELS);
    AttentionRows source = scene.rows();
    List<float[]> kept = new ArrayList<>();
    for (int query = 0; query < tokens; query++) {
      kept.add(source.row(query));
    }
    rows = kept;
    int[] pixels = new int[side * side];
    Arrays.fill(pixels, ground);
    new Weights(colours, scale).fill(pixels, 0, side, side, kept::get, tokens);
    if (current == null || current.getWidth() != side) {
      current = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    }
    current.getRaster().setDataElements(0, 0, side, side, pixels);
    picture = current;
    content = wanted;
    return current;
  }

  private void cells(BufferedImage image, AttentionScene scene, MapLayout layout) {
    brush.pixels(image, layout.all());
    double unit = Metrics.scale();
    double least = Math.min(layout.cellW(), layout.cellH());
    if (least >= LEAST_LINES * unit) {
      lines(layout);
    }
    double type = type();
    double digit = type * Brush.DIGIT_ASPECT;
    if (layout.cellH() < type * LINE || layout.cellW() < SHORT * digit + AIR * unit) {
      return;
    }
    int decimals = layout.cellW() >= LONG * digit + AIR * unit ? LONG - 2 : SHORT - 2;
    Weights weights = new Weights(Palette.magnitude(), scene.settings().scale());
    for (int query = layout.firstQuery(); query <= layout.lastQuery(); query++) {
      float[] row = rows.get(query);
      int last = Math.min(query, layout.lastKey());
      for (int key = layout.firstKey(); key <= last; key++) {
        Color ink = Contrast.textOn(new Color(weights.rgb(row[key])));
        brush.number(Numbers.fixed(row[key], decimals), layout.cell(query, key), type, ink);
      }
    }
  }

  /** Lines between the cells, in the colour behind everything. */
  private void lines(MapLayout layout) {
    int rowsSeen = layout.lastQuery() - layout.firstQuery() + 2;
    int colsSeen = layout.lastKey() - layout.firstKey() + 2;
    double[] ends = new double[4 * (rowsSeen + colsSeen)];
    Box area = layout.area();
    int at = 0;
    for (int i = 0; i < rowsSeen; i++) {
      double y = layout.cell(layout.firstQuery() + i, 0).y();
      at = put(ends, at, area.x(), y, area.right(), y);
    }
    for (int i = 0; i < colsSeen; i++) {
      double x = layout.cell(0, layout.firstKey() + i).x();
      at = put(ends, at, x, area.y(), x, area.bottom());
    }
    pen.segments(ends, Palette.background(), Metrics.scale());
  }

  private static int put(double[] ends, int at, double x1, double y1, double x2, double y2) {
    ends[at] = x1;
    ends[at + 1] = y1;
    ends[at + 2] = x2;
    ends[at + 3] = y2;
    return at + 4;
  }

  private void frames(AttentionScene scene, MapLayout layout, Pointed pointed) {
    double unit = Metrics.scale();
    Box row = layout.row(scene.token());
    if (row.h() >= 1) {
      brush.outline(row.grown(unit), Palette.accent(), 2 * unit, 2 * unit);
    }
    pointed.hovered().ifPresent(cell -> frame(layout, cell, unit));
    pointed.cursor().ifPresent(cell -> frame(layout, cell, 2 * unit));
  }

  private void frame(MapLayout layout, Cell cell, double width) {
    Box box = layout.cell(cell.query(), cell.key());
    brush.outline(box.grown(width), Palette.text(), width, width);
    brush.outline(box, Palette.background(), 0, Metrics.scale());
  }
}
