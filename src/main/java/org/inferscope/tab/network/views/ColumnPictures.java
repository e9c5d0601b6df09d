package org.inferscope.tab.network.views;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.inferscope.model.network.Histogram;
import org.inferscope.model.network.Network;
import org.inferscope.model.network.Trace;
import org.inferscope.tensor.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of all columns, brought up to date a few million numbers at a time, so that no
 * repaint takes long whatever the batch. Event thread.
 */
final class ColumnPictures {
  /** Numbers that one repaint may read. */
  private static final long BUDGET = 3_000_000;

  private final List<ColumnPicture> pictures = new ArrayList<>();
  private final List<Trace> shown = new ArrayList<>();
  private final Map<Trace, int[]> changes = new HashMap<>();
  private @Nullable Trace current;
  private long spent;

  /** Begins a repaint for a run. */
  @SuppressWarnings("ReferenceEquality") // a trace never changes
  void begin(Trace trace) {
    if (trace != current) {
      current = trace;
      changes.clear();
      int columns = trace.network().depth() + 1;
      while (pictures.size() > columns) {
        pictures.remove(pictures.size() - 1);
      }
      while (shown.size() > columns) {
        shown.remove(shown.size() - 1);
      }
    }
    while (pictures.size() <= trace.network().depth()) {
      pictures.add(new ColumnPicture());
    }
    spent = 0;
  }

  /**
   * The picture of a column.
   *
   * @return whether it is up to date; if not, the next repaint goes on
   */
  boolean update(Trace trace, int column, double limit, int width, int height) {
    ColumnPicture picture = pictures.get(column);
    Matrix values = trace.column(column);
    if (!picture.isStale(values, limit, width, height)) {
      return true;
    }
    if (spent >= BUDGET) {
      return false;
    }
    int[] rows = column < shown.size() ? changed(shown.get(column), trace) : null;
    spent += rows == null ? values.size() : (long) rows.length * values.cols();
    picture.show(values, limit, width, height, rows);
    while (shown.size() <= column) {
      shown.add(trace);
    }
    shown.set(column, trace);
    return true;
  }

  ColumnPicture of(int column) {
    return pictures.get(column);
  }

  /** The histogram of a column, if it was made. */
  @Nullable Histogram histogram(int column) {
    return column < pictures.size() ? pictures.get(column).histogram() : null;
  }

  /** Lets go of a column out of sight: its numbers may be many. */
  void forget(int column) {
    pictures.set(column, new ColumnPicture());
  }

  /** Lets go of everything. */
  void clear() {
    pictures.clear();
    shown.clear();
    changes.clear();
    current = null;
  }

  /** The rows of a run that differ from another's, if that can be told from the inputs alone. */
  private int @Nullable [] changed(Trace from, Trace to) {
    if (!isSameNetwork(from, to) || from.batch() != to.batch()) {
      return null;
    }
    // A trace has no equals of its own: this is by identity.
    return changes.computeIfAbsent(from, other -> rows(other.column(0), to.column(0)));
  }

  private static int[] rows(Matrix before, Matrix after) {
    int[] rows = new int[after.rows()];
    int count = 0;
    for (int row = 0; row < rows.length; row++) {
      if (!after.rowEquals(row, before)) {
        rows[count++] = row;
      }
    }
    return Arrays.copyOf(rows, count);
  }

  @SuppressWarnings("ReferenceEquality") // weights are kept between runs; comparing all is dear
  private static boolean isSameNetwork(Trace from, Trace to) {
    Network a = from.network();
    Network b = to.network();
    if (a.depth() != b.depth() || !from.off().equals(to.off())) {
      return false;
    }
    for (int l = 0; l < a.depth(); l++) {
      boolean same = a.layer(l).linear() == b.layer(l).linear();
      if (!same || a.layer(l).activation() != b.layer(l).activation()) {
        return false;
      }
    }
    return true;
  }
}
