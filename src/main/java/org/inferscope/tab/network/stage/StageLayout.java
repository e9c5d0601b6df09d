package org.inferscope.tab.network.stage;

import java.util.List;
import java.util.Optional;
import org.inferscope.model.network.Ablations;
import org.inferscope.ui.paint.Box;

/**
 * Where everything on the stage lies, in pixels of user space.
 *
 * @param spec what it was made for
 * @param legend what the bars mean, and above all else what there is to say
 * @param ground the window that the columns move in
 * @param notes where it stands how many weights are drawn; empty where all are
 * @param columns the columns, the input's first
 * @param clear the button under a picture; empty without one
 * @param line the unit in focus, spelled out
 * @param sentence what one looks at, in words; empty where it stands elsewhere
 */
record StageLayout(
    StageSpec spec,
    Box legend,
    Box ground,
    Box notes,
    List<Column> columns,
    Box clear,
    Box line,
    Box sentence) {
  private static final double GRIP = 5;

  /** Copies the list. */
  StageLayout {
    columns = List.copyOf(columns);
  }

  /** Column c. */
  Column column(int c) {
    return columns.get(c);
  }

  /** What lies at a place, the nearest to the eye first; weights are looked for elsewhere. */
  Hit at(double x, double y) {
    if (clear.contains(x, y)) {
      return new Hit.Clear();
    }
    for (Column column : columns) {
      Optional<Hit> found = at(column, x, y);
      if (found.isPresent()) {
        return found.get();
      }
    }
    return new Hit.Ground();
  }

  private Optional<Hit> at(Column column, double x, double y) {
    int c = column.index();
    if (column.below().contains(x, y)) {
      return Optional.of(new Hit.Width(c));
    }
    if (column.title().contains(x, y)) {
      return Optional.of(new Hit.Title(c));
    }
    if (!ground.grown(spec.px(GRIP)).contains(x, y)) {
      return Optional.empty();
    }
    if (grip(column).contains(x, y)) {
      return Optional.of(new Hit.Grip(c));
    }
    int unit = ground.contains(x, y) ? column.unitAt(x, y) : -1;
    if (unit >= 0) {
      return Optional.of(new Hit.At(new Ablations.Unit(c, unit)));
    }
    return column.frame().contains(x, y) ? Optional.of(new Hit.Frame(c)) : Optional.empty();
  }

  /** The lower edge of a block, by which it is made wider; a picture has none. */
  Box grip(Column column) {
    Box frame = column.frame();
    double half = spec.px(GRIP);
    boolean has =
        column.kind() != Column.Kind.PAD
            && ground.grown(1).contains(ground.centerX(), frame.bottom());
    return has ? new Box(frame.x(), frame.bottom() - 1, frame.w(), half + 1) : Box.EMPTY;
  }

  /** The columns that are in sight, even in part. */
  List<Column> inSight() {
    return columns.stream().filter(this::isInSight).toList();
  }

  /** Whether there is room for all of a column's title. */
  boolean isTitled(Column column) {
    return column.title().x() > -1 && column.title().right() < spec.width() + 1;
  }

  /** Whether a column is in sight, even in part. */
  boolean isInSight(Column column) {
    return column.title().right() > 0 && column.title().x() < spec.width();
  }

  /** The layer that one put down at a place would become: the number of layers left of it. */
  int layerAt(double x) {
    int layer = 0;
    for (Column column : columns) {
      layer += column.index() > 0 && column.frame().centerX() < x ? 1 : 0;
    }
    return layer;
  }
}
