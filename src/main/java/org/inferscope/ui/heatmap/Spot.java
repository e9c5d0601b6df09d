package org.inferscope.ui.heatmap;

import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.GridBox;
import org.inferscope.ui.theme.Role;

/**
 * The part of a heatmap that everything else steps back for.
 *
 * @param row the row, from 0, or {@link #ALL} for a whole column
 * @param column the column, from 0, or {@link #ALL} for a whole row
 * @param role the colour of its outline
 */
public record Spot(int row, int column, Role role) {
  /** Every row, or every column. */
  public static final int ALL = -1;

  /** Whether the cell in row i, column j belongs to it. */
  public boolean contains(int i, int j) {
    return (row == ALL || row == i) && (column == ALL || column == j);
  }

  /** A whole row. */
  public static Spot row(int i, Role role) {
    return new Spot(i, ALL, role);
  }

  /** A whole column. */
  public static Spot column(int j, Role role) {
    return new Spot(ALL, j, role);
  }

  /** One cell. */
  public static Spot cell(int i, int j, Role role) {
    return new Spot(i, j, role);
  }

  /** Where it lies in a grid. */
  public Box box(GridBox grid) {
    if (row == ALL) {
      return column == ALL ? grid.bounds() : grid.column(column);
    }
    return column == ALL ? grid.row(row) : grid.cell(row, column);
  }
}
