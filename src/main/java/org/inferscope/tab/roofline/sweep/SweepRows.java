package org.inferscope.tab.roofline.sweep;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.swing.table.AbstractTableModel;
import org.inferscope.compute.bench.MatmulResult;
import org.inferscope.io.bench.KeptResult;
import org.inferscope.io.bench.KeptRun;
import org.inferscope.text.Texts;

/** The table's contents: results by size, implementations in the order they took turns. */
final class SweepRows extends AbstractTableModel {
  private static final long serialVersionUID = 1;
  private static final double NANOS = 1e9;

  private final transient SweepPoints points;
  private transient List<KeptResult> rows = List.of();
  private transient List<List<String>> texts = List.of();
  private transient List<SweepColumn> columns = columns(false, false);

  SweepRows(SweepPoints points) {
    this.points = points;
  }

  private static List<SweepColumn> columns(boolean share, boolean speedUp) {
    List<SweepColumn> all = new ArrayList<>(List.of(SweepColumn.values()));
    if (!share) {
      all.remove(SweepColumn.SHARE);
    }
    if (!speedUp) {
      all.remove(SweepColumn.SPEED_UP);
    }
    return List.copyOf(all);
  }

  /** Shows a run; says only what has changed, so that little is painted anew. */
  void show(KeptRun run, boolean compared) {
    List<SweepColumn> newColumns = columns(points.haveRoof(), compared);
    List<KeptResult> newRows = sorted(run);
    List<List<String>> newTexts =
        newRows.stream()
            .map(row -> newColumns.stream().map(column -> column.text(row, points)).toList())
            .toList();
    boolean otherColumns = !newColumns.equals(columns);
    boolean other = !newRows.equals(rows) || !newTexts.equals(texts);
    columns = newColumns;
    rows = newRows;
    texts = newTexts;
    if (otherColumns) {
      fireTableStructureChanged();
    } else if (other) {
      fireTableDataChanged();
    }
  }

  private static List<KeptResult> sorted(KeptRun run) {
    List<KeptResult> rows = new ArrayList<>(run.results());
    List<String> impls = run.results().stream().map(KeptResult::impl).distinct().toList();
    rows.sort(
        Comparator.<KeptResult>comparingDouble(row -> row.size().flops())
            .thenComparing(row -> row.size().toString())
            .thenComparing(row -> impls.indexOf(row.impl())));
    return rows;
  }

  KeptResult row(int row) {
    return rows.get(row);
  }

  int indexOf(KeptResult result) {
    return rows.indexOf(result);
  }

  SweepColumn column(int column) {
    return columns.get(column);
  }

  int indexOf(SweepColumn column) {
    return columns.indexOf(column);
  }

  /** Why a result has no times; empty where it has. */
  Optional<String> note(int row) {
    MatmulResult result = rows.get(row).result();
    if (result instanceof MatmulResult.TooSlow slow) {
      return Optional.of(Texts.get("rooflinesweep.tooSlow", words(slow.estimate())));
    }
    return result instanceof MatmulResult.Failed failed
        ? Optional.of(failed.sentence())
        : Optional.empty();
  }

  private static String words(Duration estimate) {
    return TimeGuess.words(estimate.toNanos() / NANOS);
  }

  /** Whether a row is the first of its size. */
  boolean isFirstOfSize(int row) {
    return row == 0 || !rows.get(row).size().equals(rows.get(row - 1).size());
  }

  @Override
  public int getRowCount() {
    return rows.size();
  }

  @Override
  public int getColumnCount() {
    return columns.size();
  }

  @Override
  public String getColumnName(int column) {
    return columns.get(column).title();
  }

  @Override
  public Object getValueAt(int row, int column) {
    return texts.get(row).get(column);
  }
}
