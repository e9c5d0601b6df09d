package org.inferscope.tab.gpt2.weights;

import org.inferscope.model.gpt2.weights.Level;
import org.inferscope.tab.gpt2.desk.WeightsSettings.Place;
import org.inferscope.ui.paint.Box;

/**
 * Which part of a matrix fills a plot. From the whole matrix, stretched over the plot as the
 * notebook's pictures are, to cells with numbers, all of one size: rows and columns grow by
 * different factors and arrive together. Immutable.
 *
 * @param rows of the matrix
 * @param cols of the matrix
 * @param plot where it is shown
 * @param cellW a cell's width at the nearest
 * @param cellH a cell's height at the nearest
 * @param place what is in sight
 */
record Camera(int rows, int cols, Box plot, double cellW, double cellH, Place place) {
  /** Keeps the place where there is something to see. */
  Camera {
    double zoom = place.zoom();
    double x = scale(plot.w() / cols, cellW, zoom);
    double y = scale(plot.h() / rows, cellH, zoom);
    place =
        new Place(
            zoom,
            middle(place.row(), rows, plot.h() / y, zoom),
            middle(place.col(), cols, plot.w() / x, zoom));
  }

  private static double scale(double whole, double cell, double zoom) {
    double fit = Math.min(whole, cell);
    return Math.max(1e-9, fit * Math.pow(cell / Math.max(1e-9, fit), zoom));
  }

  private static double middle(double wanted, int all, double inSight, double zoom) {
    if (zoom == 0 || inSight >= all) {
      return all / 2.0;
    }
    return Math.max(inSight / 2, Math.min(all - inSight / 2, wanted));
  }

  /** Pixels of a column. */
  double scaleX() {
    return scale(plot.w() / cols, cellW, place.zoom());
  }

  /** Pixels of a row. */
  double scaleY() {
    return scale(plot.h() / rows, cellH, place.zoom());
  }

  /** Where a column begins, in pixels; a fraction is within it. */
  double x(double col) {
    return plot.centerX() + (col - place.col()) * scaleX();
  }

  /** Where a row begins, in pixels. */
  double y(double row) {
    return plot.centerY() + (row - place.row()) * scaleY();
  }

  /** The column at a place, with its fraction; may lie outside the matrix. */
  double colAt(double x) {
    return place.col() + (x - plot.centerX()) / scaleX();
  }

  /** The row at a place, with its fraction; may lie outside the matrix. */
  double rowAt(double y) {
    return place.row() + (y - plot.centerY()) / scaleY();
  }

  /** What the matrix covers, within the plot or beyond it. */
  Box matrix() {
    return new Box(x(0), y(0), cols * scaleX(), rows * scaleY());
  }

  /** What is seen of the matrix. */
  Box seen() {
    Box all = matrix();
    double left = Math.max(all.x(), plot.x());
    double top = Math.max(all.y(), plot.y());
    return new Box(
        left,
        top,
        Math.min(all.right(), plot.right()) - left,
        Math.min(all.bottom(), plot.bottom()) - top);
  }

  /** Whether the pixel lies on the matrix. */
  boolean isOn(double x, double y) {
    return seen().contains(x, y);
  }

  /** The first column in sight. */
  int firstCol() {
    return clamp((int) Math.floor(colAt(plot.x())), cols);
  }

  /** The last column in sight. */
  int lastCol() {
    return clamp((int) Math.ceil(colAt(plot.right())) - 1, cols);
  }

  /** The first row in sight. */
  int firstRow() {
    return clamp((int) Math.floor(rowAt(plot.y())), rows);
  }

  /** The last row in sight. */
  int lastRow() {
    return clamp((int) Math.ceil(rowAt(plot.bottom())) - 1, rows);
  }

  private static int clamp(int at, int size) {
    return Math.max(0, Math.min(size - 1, at));
  }

  /** Whether all of it is in sight. */
  boolean isWhole() {
    return place.zoom() == 0;
  }

  /** The level whose texels are as small as can be told apart: at least a pixel. */
  Level level() {
    return new Level(halvings(scaleX()), halvings(scaleY()));
  }

  private static int halvings(double scale) {
    return (int) Math.max(0, Math.ceil(-Math.log(scale) / Math.log(2) - 1e-9));
  }

  /**
   * Nearer or farther, with what is under a point staying there.
   *
   * @param factor by how much the side that changes more grows, above 0
   */
  Camera zoomed(double x, double y, double factor) {
    double most =
        Math.log(
            Math.max(
                cellW / Math.min(plot.w() / cols, cellW),
                cellH / Math.min(plot.h() / rows, cellH)));
    if (most < 1e-6) {
      return this;
    }
    double zoom = Math.max(0, Math.min(1, place.zoom() + Math.log(factor) / most));
    double col = colAt(x);
    double row = rowAt(y);
    double wide = scale(plot.w() / cols, cellW, zoom);
    double high = scale(plot.h() / rows, cellH, zoom);
    return to(
        zoom, row - (y - plot.centerY()) / high, col - (x - plot.centerX()) / wide);
  }

  /** Moved by pixels, as if the matrix was dragged. */
  Camera dragged(double dx, double dy) {
    return to(place.zoom(), place.row() - dy / scaleY(), place.col() - dx / scaleX());
  }

  /** With a place in the middle. */
  Camera centred(double row, double col) {
    return to(place.zoom(), row, col);
  }

  /** All of it. */
  Camera whole() {
    return to(0, 0, 0);
  }

  /** Single numbers, around a cell. */
  Camera nearest(int row, int col) {
    return to(1, row + 0.5, col + 0.5);
  }

  /** Moved as little as brings a cell into sight. */
  Camera showing(int row, int col) {
    double halfW = plot.w() / scaleX() / 2;
    double halfH = plot.h() / scaleY() / 2;
    double toCol = Math.max(col + 1 - halfW, Math.min(col + halfW, place.col()));
    double toRow = Math.max(row + 1 - halfH, Math.min(row + halfH, place.row()));
    return to(place.zoom(), toRow, toCol);
  }

  private Camera to(double zoom, double row, double col) {
    return new Camera(
        rows,
        cols,
        plot,
        cellW,
        cellH,
        new Place(zoom, Math.max(0, Math.min(rows, row)), Math.max(0, Math.min(cols, col))));
  }
}
