package org.inferscope.tab.roofline.roof;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import javax.swing.table.AbstractTableModel;
import org.inferscope.model.roofline.explain.PointFigure;
import org.inferscope.model.roofline.explain.PointValues;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/** The points in sight as rows of a table, the dragged one first. Event thread. */
final class PointRows extends AbstractTableModel {
  private static final int COLUMNS = Column.values().length;
  private static final int MOST_KEPT = 4;

  private List<RoofPoint> points = List.of();

  /** The texts of points that have been painted: most stay the same while a slider is dragged. */
  private final IdentityHashMap<RoofPoint, @Nullable String[]> texts = new IdentityHashMap<>();

  /** The columns. */
  enum Column {
    NAME,
    M,
    K,
    N,
    INTENSITY,
    BOUND,
    ROOF_TIME,
    RATE,
    SHARE;

    /** The figure that it holds; empty for words. */
    Optional<PointFigure> figure() {
      return switch (this) {
        case NAME, BOUND -> Optional.empty();
        case M -> Optional.of(PointFigure.M);
        case K -> Optional.of(PointFigure.K);
        case N -> Optional.of(PointFigure.N);
        case INTENSITY -> Optional.of(PointFigure.INTENSITY);
        case ROOF_TIME -> Optional.of(PointFigure.ROOF_TIME);
        case RATE -> Optional.of(PointFigure.RATE);
        case SHARE -> Optional.of(PointFigure.SHARE);
      };
    }

    String title() {
      return switch (this) {
        case NAME -> Texts.get("rooflineroof.column.name");
        case M -> Texts.get("rooflineroof.column.m");
        case K -> Texts.get("rooflineroof.column.k");
        case N -> Texts.get("rooflineroof.column.n");
        case INTENSITY -> Texts.get("rooflineroof.column.intensity");
        case BOUND -> Texts.get("rooflineroof.column.bound");
        case ROOF_TIME -> Texts.get("rooflineroof.column.time");
        case RATE -> Texts.get("rooflineroof.column.rate");
        case SHARE -> Texts.get("rooflineroof.column.share");
      };
    }

    static Column at(int index) {
      return values()[index];
    }
  }

  /** Shows these points. */
  void show(List<RoofPoint> next) {
    boolean sameSize = next.size() == points.size();
    points = next;
    if (texts.size() > MOST_KEPT * (next.size() + 1)) {
      texts.clear();
    }
    if (sameSize && !points.isEmpty()) {
      fireTableRowsUpdated(0, points.size() - 1);
    } else {
      fireTableDataChanged();
    }
  }

  /** The point of a row: the dragged one first, then as they were gathered from the last. */
  RoofPoint at(int row) {
    return points.get(row);
  }

  /** The row of a point; −1 for none. */
  int rowOf(RoofPoint point) {
    return points.indexOf(point);
  }

  @Override
  public int getRowCount() {
    return points.size();
  }

  @Override
  public int getColumnCount() {
    return COLUMNS;
  }

  @Override
  public String getColumnName(int column) {
    return Column.at(column).title();
  }

  @Override
  public Object getValueAt(int row, int column) {
    RoofPoint point = at(row);
    @Nullable String[] known = texts.computeIfAbsent(point, fresh -> new @Nullable String[COLUMNS]);
    String text = known[column];
    if (text == null) {
      text = text(point, column);
      known[column] = text;
    }
    return text;
  }

  private static String text(RoofPoint point, int column) {
    return switch (Column.at(column)) {
      case NAME -> name(point);
      case BOUND -> RoofWords.bound(point.point());
      case INTENSITY -> RoofWords.intensity(point.point().intensity());
      case M, K, N, ROOF_TIME, RATE, SHARE ->
          PointValues.text(point.point(), Column.at(column).figure().orElseThrow());
    };
  }

  private static String name(RoofPoint point) {
    return point.group() == RoofPoint.Group.MEASURED ? point.label() : point.point().name();
  }
}
