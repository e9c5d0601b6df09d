package org.inferscope.tab.linear;

import java.util.Optional;
import org.inferscope.model.linear.RoundedLayer;
import org.inferscope.ui.paint.Box;

/**
 * Where the table of rounding errors has its parts: a head, the largest and the mean relative
 * error, and a block for each output. A block is one line where the width allows it, else the value
 * stands above, and the errors below in a line, or in two where that is too narrow, too. Pure.
 *
 * @param width width of the table in pixels of user space
 * @param outputs O
 * @param type size of the type in pixels of user space
 */
record RoundingLayout(double width, int outputs, double type) {
  /** The blocks above the outputs: the names of the columns, the largest error, the mean. */
  static final int HEAD = 3;

  private static final int FORMATS = RoundedLayer.FORMATS.size();
  private static final double LINE = 1.5;
  private static final double BAR = 0.35;
  private static final double NARROWEST_LEAD = 7.4;
  private static final double COLUMN = 4.85;
  private static final double NARROWEST_COLUMN = 4.4;

  /**
   * A number of the table.
   *
   * @param i the output
   * @param format index of the format; −1 for the value itself
   */
  record Spot(int i, int format) {}

  /** Whether values and errors stand in one line. */
  boolean isWide() {
    return width >= (NARROWEST_LEAD + FORMATS * COLUMN) * type;
  }

  /** How many errors stand in a line. */
  private int columns() {
    return isWide() || width >= FORMATS * NARROWEST_COLUMN * type ? FORMATS : FORMATS / 2;
  }

  private double column() {
    return isWide() ? COLUMN * type : width / columns();
  }

  /** The height of a line with its bars. */
  private double line() {
    return (LINE + 2 * BAR) * type;
  }

  private double blockHeight() {
    double above = isWide() ? 0 : LINE * type;
    int lines = FORMATS / columns();
    return Math.rint(above + lines * line() + 0.2 * type);
  }

  double height() {
    return (HEAD + outputs) * blockHeight();
  }

  Box block(int index) {
    return new Box(0, index * blockHeight(), width, blockHeight());
  }

  /** The place of a name and a value. */
  Box lead(int index) {
    Box block = block(index);
    double room = isWide() ? width - FORMATS * column() : width;
    return new Box(0, block.y() + 0.1 * type, room, LINE * type);
  }

  /** The place of an error. */
  Box error(int index, int format) {
    Box block = block(index);
    double left = isWide() ? width - FORMATS * column() : 0;
    double top = block.y() + 0.1 * type + (isWide() ? 0 : LINE * type);
    int rowsAbove = format / columns();
    double down = rowsAbove * line();
    return new Box(left + format % columns() * column(), top + down, column(), LINE * type);
  }

  /** The room of an error's bar, under it. */
  Box bar(int index, int format) {
    Box error = error(index, format);
    double pad = 0.3 * type;
    return new Box(error.x() + pad, error.bottom(), error.w() - 2 * pad, BAR * type);
  }

  /** The place of a number, with its bar. */
  Box place(Spot spot) {
    int index = HEAD + spot.i();
    return spot.format() < 0
        ? lead(index)
        : error(index, spot.format()).union(bar(index, spot.format()));
  }

  /** The block at a height; may be none of the table's. */
  int blockAt(double y) {
    return (int) Math.floor(y / blockHeight());
  }

  /** The number at a point. */
  Optional<Spot> at(double x, double y) {
    int i = blockAt(y) - HEAD;
    if (i < 0 || i >= outputs) {
      return Optional.empty();
    }
    for (int format = -1; format < FORMATS; format++) {
      Spot spot = new Spot(i, format);
      if (place(spot).contains(x, y)) {
        return Optional.of(spot);
      }
    }
    return Optional.empty();
  }
}
