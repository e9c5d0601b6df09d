package org.inferscope.tab.gpt2.weights;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.tensor.Matrix;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.Pen;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;

/**
 * Paints the numbers of a row or a column as a line along the edge of the matrix: as bars from zero
 * where they are wide, as the range of each pixel's numbers where they are many. Event thread.
 */
final class ProfilePainter {
  private static final double BAR = 3;

  private final Brush brush;
  private final Pen pen;

  /** The largest size among the numbers of the line that is painted. */
  private double limit = 1;

  ProfilePainter(Brush brush) {
    this.brush = brush;
    pen = new Pen(brush);
  }

  /** The hovered cell's row, over the columns that are in sight. */
  void across(Box box, Camera camera, Profile profile) {
    ground(box, true);
    Matrix values = profile.row();
    limit = profile.rowLimit();
    double zero = box.centerY();
    List<double[]> lines = new ArrayList<>();
    if (camera.scaleX() >= BAR) {
      for (int col = camera.firstCol(); col <= camera.lastCol(); col++) {
        double end = zero - extent(values.get(0, col), box.h());
        bar(new Box(camera.x(col) + 0.5, Math.min(zero, end), camera.scaleX() - 1,
            Math.max(1, Math.abs(end - zero))), values.get(0, col), box);
      }
      return;
    }
    for (int x = 0; x < box.w(); x++) {
      double[] range =
          range(values, camera.colAt(box.x() + x), camera.colAt(box.x() + x + 1), true);
      double at = box.x() + x + 0.5;
      lines.add(
          new double[] {
            at, zero - extent(range[0], box.h()), at, zero - extent(range[1], box.h())
          });
    }
    pen.lines(lines, Role.BLUE.ink(), 1);
  }

  /** The hovered cell's column, beside the rows that are in sight. */
  void down(Box box, Camera camera, Profile profile) {
    ground(box, false);
    Matrix values = profile.column();
    limit = profile.columnLimit();
    double zero = box.centerX();
    if (camera.scaleY() >= BAR) {
      for (int row = camera.firstRow(); row <= camera.lastRow(); row++) {
        double end = zero + extent(values.get(row, 0), box.w());
        bar(new Box(Math.min(zero, end), camera.y(row) + 0.5, Math.max(1, Math.abs(end - zero)),
            camera.scaleY() - 1), values.get(row, 0), box);
      }
      return;
    }
    List<double[]> lines = new ArrayList<>();
    for (int y = 0; y < box.h(); y++) {
      double[] range =
          range(values, camera.rowAt(box.y() + y), camera.rowAt(box.y() + y + 1), false);
      double at = box.y() + y + 0.5;
      lines.add(
          new double[] {
            zero + extent(range[0], box.w()), at, zero + extent(range[1], box.w()), at
          });
    }
    pen.lines(lines, Role.BLUE.ink(), 1);
  }

  private void ground(Box box, boolean across) {
    double unit = Metrics.scale();
    brush.fill(box, Palette.card(), 2 * unit);
    brush.fill(
        across
            ? new Box(box.x(), box.centerY(), box.w(), unit)
            : new Box(box.centerX(), box.y(), unit, box.h()),
        Palette.cellBorder(),
        0);
  }

  private void bar(Box bar, double value, Box within) {
    Box seen =
        new Box(
            Math.max(bar.x(), within.x()),
            Math.max(bar.y(), within.y()),
            Math.min(bar.right(), within.right()) - Math.max(bar.x(), within.x()),
            Math.min(bar.bottom(), within.bottom()) - Math.max(bar.y(), within.y()));
    if (!seen.isEmpty()) {
      brush.fill(seen, value < 0 ? Role.COLUMN.fill() : Role.ROW.fill(), 0);
    }
  }

  /** How far from zero a number is drawn; what is beyond the colours stays at the edge. */
  private double extent(double value, double room) {
    return Math.max(-1, Math.min(1, value / limit)) * (room / 2 - 1);
  }

  /** From where to where the numbers of a pixel reach, zero among it. */
  private static double[] range(Matrix values, double from, double to, boolean across) {
    int size = values.size();
    int first = (int) Math.max(0, Math.min(size - 1, Math.floor(from)));
    int end = (int) Math.max(first + 1, Math.min(size, Math.ceil(to)));
    double low = 0;
    double high = 0;
    for (int i = first; i < end; i++) {
      float value = across ? values.get(0, i) : values.get(i, 0);
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return new double[] {low, high};
  }
}
