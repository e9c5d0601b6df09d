package org.inferscope.tab.gpt2.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inferscope.tab.gpt2.map.Piece.Source;
import org.inferscope.ui.heatmap.ColourBar;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.GridBox;

/**
 * Where a tensor's pieces lie: one below the other, or heads' maps in a grid. The tokens' labels
 * stand at the left of what can be seen, the bar of colours at the right of it. Immutable.
 *
 * @param spec what it was made from
 * @param places of the pieces, in their order
 * @param left room of the labels
 * @param right room of the bar of colours
 * @param axis height of the columns' labels
 * @param width of everything
 * @param height of everything
 */
record TensorLayout(
    TensorSpec spec,
    List<Placed> places,
    double left,
    double right,
    double axis,
    double width,
    double height) {
  private static final double LINE = 1.5;
  private static final double GAP = 6;
  private static final double LOWEST = 3;
  private static final double HIGHEST = 56;
  private static final double READABLE = 20;
  private static final double WORD = 58;

  /**
   * A piece in its place.
   *
   * @param piece the numbers
   * @param title where its name stands
   * @param grid its cells
   */
  record Placed(Piece piece, Box title, GridBox grid) {}

  /** A cell under a place. */
  record Hit(Placed placed, int row, int column) {}

  /** Copies the list. */
  TensorLayout {
    places = List.copyOf(places);
  }

  /** Lays everything out. */
  static TensorLayout of(TensorSpec spec) {
    double left = spec.labels() + 2 * GAP * spec.unit();
    double right = ColourBar.widthNeeded(spec.unit()) + GAP * spec.unit();
    return spec.tensor().isGrid() ? grid(spec, left, right) : stack(spec, left, right);
  }

  private static TensorLayout stack(TensorSpec spec, double left, double right) {
    double line = LINE * spec.type();
    double gap = GAP * spec.unit();
    List<Piece> pieces = spec.pieces();
    int rows = pieces.isEmpty() ? 1 : pieces.get(0).values().rows();
    boolean words =
        !pieces.isEmpty() && pieces.get(0).source() instanceof Source.Vocabulary;
    double axis = line;
    double room = spec.height() - axis - pieces.size() * line - (pieces.size() + 1) * gap;
    double fit = room / (Math.max(1, pieces.size()) * (double) rows);
    double lowest = (spec.cell() > 0 || words ? READABLE : LOWEST) * spec.unit();
    double cellH = Math.max(lowest, Math.min(HIGHEST * spec.unit(), fit));
    double free = Math.max(1, spec.width() - left - right);
    double least = words ? WORD * spec.unit() * spec.type() / (12 * spec.unit()) : 0;
    double y = gap;
    List<Placed> places = new ArrayList<>();
    double widest = 0;
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      int columns = piece.values().cols();
      double cellW = Math.max(least, spec.cell() > 0 ? spec.cell() : free / columns);
      Box title = new Box(left, y, free, line);
      y += line + (i == 0 ? axis : 0);
      places.add(new Placed(piece, title, new GridBox(left, y, rows, columns, cellW, cellH, 0)));
      y += rows * cellH + gap;
      widest = Math.max(widest, columns * cellW);
    }
    return new TensorLayout(spec, places, left, right, axis, left + widest + right, y);
  }

  private static TensorLayout grid(TensorSpec spec, double left, double right) {
    double line = LINE * spec.type();
    double gap = GAP * spec.unit();
    int maps = spec.pieces().size();
    int tokens = spec.pieces().get(0).values().rows();
    double free = Math.max(1, spec.width() - left - right);
    int best = 1;
    double cellW = 0;
    double cellH = 0;
    for (int across = 1; across <= maps; across++) {
      int down = (maps + across - 1) / across;
      double w = (free - (across - 1) * 2 * gap) / across / tokens;
      double h = ((spec.height() - gap) / down - line - gap) / tokens;
      // A number is about twice as wide as it is high.
      if (Math.min(w / 2, h) > Math.min(cellW / 2, cellH)) {
        cellW = w;
        cellH = h;
        best = across;
      }
    }
    double lowest = spec.unit();
    cellH = Math.max(lowest, Math.min(Math.min(cellH, cellW), HIGHEST * spec.unit()));
    cellW = Math.max(lowest, Math.min(cellW, 2 * cellH));
    if (spec.cell() > 0) {
      cellW = spec.cell();
      cellH = READABLE * spec.unit();
      best = Math.max(1, Math.min(maps, (int) ((free + 2 * gap) / (tokens * cellW + 2 * gap))));
    }
    double mapW = tokens * cellW;
    double mapH = tokens * cellH;
    double stepX = Math.max(mapW + 2 * gap, 0);
    List<Placed> places = new ArrayList<>();
    for (int i = 0; i < maps; i++) {
      double x = left + i % best * stepX;
      double y = gap + (i / best) * (line + mapH + gap);
      places.add(
          new Placed(
              spec.pieces().get(i),
              new Box(x, y, mapW + gap, line),
              new GridBox(x, y + line, tokens, tokens, cellW, cellH, 0)));
    }
    int down = (maps + best - 1) / best;
    return new TensorLayout(
        spec,
        places,
        left,
        right,
        0,
        left + best * stepX - 2 * gap + right,
        gap + down * (line + mapH + gap));
  }

  /** The cell at a place, where there is a number. */
  Optional<Hit> at(double x, double y) {
    for (Placed placed : places) {
      int row = placed.grid().rowAt(y);
      int column = placed.grid().columnAt(x);
      if (placed.piece().has(row, column)) {
        return Optional.of(new Hit(placed, row, column));
      }
    }
    return Optional.empty();
  }

  /** The piece whose title is at a place. */
  Optional<Placed> titleAt(double x, double y) {
    return places.stream().filter(placed -> placed.title().contains(x, y)).findFirst();
  }
}
