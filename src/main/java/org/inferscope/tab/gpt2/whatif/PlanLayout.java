package org.inferscope.tab.gpt2.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.inferscope.model.gpt2.whatif.Part;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.GridBox;

/**
 * Where the parts of the plan lie: the prompt's tokens in a row, as many as there is room for, and
 * below them a row of cells for each layer, its heads and its MLP. Made for one size.
 *
 * @param chips the tokens in sight, from {@code first} on
 * @param first the first token in sight
 * @param less what leads to earlier tokens; empty where there are none
 * @param more what leads to later tokens; empty where there are none
 * @param heads L × H cells
 * @param mlps L × 1 cells
 * @param gutter the layers' numbers
 * @param header the heads' numbers
 * @param legend what the colours say; empty where there is no room for it
 * @param unit pixels of an unscaled pixel
 * @param type size of the type, in pixels
 */
record PlanLayout(
    List<Box> chips,
    int first,
    Box less,
    Box more,
    GridBox heads,
    GridBox mlps,
    Box gutter,
    Box header,
    Box legend,
    double unit,
    double type) {
  private static final double CHIP = 1.9;
  private static final double LINE = 1.5;
  private static final double HIGHEST = 60;
  private static final double WIDEST = 84;
  private static final double APART = 8;
  private static final double GAP = 2;
  private static final double ROOMY = 10;

  /**
   * Lays a plan out.
   *
   * @param width of the text of a token in pixels
   * @param wanted the first token that is to be in sight
   */
  static PlanLayout of(
      Box box,
      PlanScene scene,
      int wanted,
      double unit,
      double smallest,
      ToDoubleFunction<String> width) {
    double type = smallest * unit;
    double chip = Math.ceil(type * CHIP);
    double line = Math.ceil(type * LINE);
    double left = Math.ceil(Math.max(width.applyAsDouble("00"), type) + 8 * unit);
    Box strip = new Box(box.x(), box.y(), box.w(), chip);
    Strip tokens = Strip.of(strip, scene.words(), wanted, unit, type, width);
    double top = strip.bottom() + 6 * unit;
    Box header = new Box(box.x() + left, top, box.w() - left, line);
    double mlp = Math.ceil(width.applyAsDouble("MLP") + 8 * unit);
    double room = Math.max(1, box.bottom() - header.bottom() - 2 * line);
    double high = Math.max(3, Math.min(HIGHEST * unit, Math.floor(room / scene.layers())));
    double free = Math.max(1, header.w() - APART * unit);
    double wide = Math.max(3, Math.min(WIDEST * unit, Math.floor(free / (scene.heads() + 1))));
    if (wide < mlp) {
      wide = Math.max(3, Math.floor((free - mlp) / scene.heads()));
    }
    double last = Math.max(wide, mlp);
    double gap = Math.min(wide, high) >= ROOMY * unit ? GAP * unit : 1;
    GridBox heads =
        new GridBox(header.x(), header.bottom(), scene.layers(), scene.heads(), wide, high, gap);
    double beside = heads.x() + scene.heads() * wide + APART * unit;
    GridBox mlps = new GridBox(beside, heads.y(), scene.layers(), 1, last, high, gap);
    Box gutter = new Box(box.x(), heads.y(), left, heads.height());
    double below = heads.bounds().bottom() + 6 * unit;
    Box legend = new Box(heads.x(), below, mlps.bounds().right() - heads.x(), line);
    legend = box.covers(legend) ? legend : Box.EMPTY;
    return new PlanLayout(
        tokens.chips,
        tokens.first,
        tokens.less,
        tokens.more,
        heads,
        mlps,
        gutter,
        header,
        legend,
        unit,
        type);
  }

  /** Where tokens lie in their row. */
  private record Strip(List<Box> chips, int first, Box less, Box more) {
    static Strip of(
        Box strip,
        List<String> words,
        int wanted,
        double unit,
        double type,
        ToDoubleFunction<String> width) {
      double[] widths =
          words.stream()
              .mapToDouble(
                  word -> Math.min(strip.w() / 2, Math.ceil(width.applyAsDouble(word) + 12 * unit)))
              .toArray();
      double gap = 3 * unit;
      double arrow = Math.ceil(type * CHIP);
      double all = -gap;
      for (double each : widths) {
        all += each + gap;
      }
      if (all <= strip.w()) {
        return new Strip(row(strip, widths, 0, gap, strip.right()), 0, Box.EMPTY, Box.EMPTY);
      }
      int first = Math.max(0, Math.min(wanted, words.size() - 1));
      double end = strip.right() - arrow - gap;
      Box from = new Box(strip.x() + arrow + gap, strip.y(), strip.w() - arrow - gap, strip.h());
      List<Box> chips = row(from, widths, first, gap, end);
      while (first > 0 && first + chips.size() == words.size()) {
        List<Box> earlier = row(from, widths, first - 1, gap, end);
        if (first - 1 + earlier.size() < words.size()) {
          break;
        }
        first--;
        chips = earlier;
      }
      Box less = new Box(strip.x(), strip.y(), arrow, strip.h());
      Box more = new Box(strip.right() - arrow, strip.y(), arrow, strip.h());
      boolean ends = first + chips.size() == words.size();
      return new Strip(chips, first, first > 0 ? less : Box.EMPTY, ends ? Box.EMPTY : more);
    }

    private static List<Box> row(Box strip, double[] widths, int first, double gap, double end) {
      List<Box> chips = new ArrayList<>();
      double x = strip.x();
      for (int i = first; i < widths.length && x + widths[i] <= end; i++) {
        chips.add(new Box(x, strip.y(), widths[i], strip.h()));
        x += widths[i] + gap;
      }
      return chips;
    }
  }

  /** Where a part lies; empty for a token out of sight. */
  Box box(Part part) {
    if (part instanceof Part.Head head) {
      return heads.cell(head.layer(), head.head());
    }
    if (part instanceof Part.Mlp mlp) {
      return mlps.cell(mlp.layer(), 0);
    }
    int k = ((Part.Token) part).position() - first;
    return k >= 0 && k < chips.size() ? chips.get(k) : Box.EMPTY;
  }

  /** The part under a point. */
  Optional<Part> partAt(double x, double y) {
    for (int k = 0; k < chips.size(); k++) {
      if (chips.get(k).contains(x, y)) {
        return Optional.of(new Part.Token(first + k));
      }
    }
    int layer = (int) Math.floor((y - heads.y()) / heads.cellH());
    if (layer < 0 || layer >= heads.rows()) {
      return Optional.empty();
    }
    int head = (int) Math.floor((x - heads.x()) / heads.cellW());
    if (head >= 0 && head < heads.cols()) {
      return Optional.of(new Part.Head(layer, head));
    }
    return mlps.row(layer).contains(x, mlps.row(layer).centerY())
        ? Optional.of(new Part.Mlp(layer))
        : Optional.empty();
  }

  /** The layer whose number is under a point, or −1. */
  int layerAt(double x, double y) {
    return gutter.contains(x, y)
        ? Math.min(heads.rows() - 1, (int) ((y - heads.y()) / heads.cellH()))
        : -1;
  }

  /** Every how many rows or columns there is a number, so that numbers do not touch. */
  static int every(double pitch, double needs) {
    for (int step : new int[] {1, 2, 5, 10, 20}) {
      if (pitch * step >= needs) {
        return step;
      }
    }
    return 50;
  }
}
