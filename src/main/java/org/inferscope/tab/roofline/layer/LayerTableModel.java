package org.inferscope.tab.roofline.layer;

import java.util.List;
import java.util.Optional;
import javax.swing.table.AbstractTableModel;
import org.inferscope.model.explain.ValueRef;

/** The products of a scene, and the whole layer in the last row. Event thread. */
final class LayerTableModel extends AbstractTableModel {
  private static final List<LayerColumn> COLUMNS = List.of(LayerColumn.values());

  private LayerScene scene;

  LayerTableModel(LayerScene scene) {
    this.scene = scene;
  }

  void show(LayerScene next) {
    boolean sameRows = next.rows().size() == scene.rows().size();
    scene = next;
    if (sameRows) {
      fireTableRowsUpdated(0, getRowCount() - 1);
    } else {
      fireTableDataChanged();
    }
  }

  LayerScene scene() {
    return scene;
  }

  /** The product of a row; empty for the whole layer. */
  Optional<LayerRow> row(int row) {
    return row >= 0 && row < scene.rows().size()
        ? Optional.of(scene.rows().get(row))
        : Optional.empty();
  }

  /** The column of a number. */
  static LayerColumn column(int column) {
    return COLUMNS.get(column);
  }

  /** What a cell opens in the inspector. */
  Optional<ValueRef> ref(int row, int column) {
    return row(row).map(column(column)::ref).orElseGet(column(column)::totalRef);
  }

  @Override
  public int getRowCount() {
    return scene.rows().size() + 1;
  }

  @Override
  public int getColumnCount() {
    return COLUMNS.size();
  }

  @Override
  public String getColumnName(int column) {
    return column(column).title();
  }

  @Override
  public String getValueAt(int row, int column) {
    return row(row)
        .map(column(column)::text)
        .orElseGet(() -> column(column).total(scene.snapshot()));
  }
}
