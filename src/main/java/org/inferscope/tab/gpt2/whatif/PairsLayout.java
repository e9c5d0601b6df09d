package org.inferscope.tab.gpt2.whatif;

import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;

/**
 * Where the paired bars lie: a line of headings, then a row for each token, in it the bar before
 * above the bar after, each with its numbers. Made for one size.
 *
 * @param header the line of headings
 * @param words the column of the tokens' texts
 * @param bars the column of the bars
 * @param probabilities the column of the probabilities
 * @param changes the column of their changes
 * @param logits the column of the logits
 * @param rows how many rows there are
 * @param pitch height of a row
 * @param unit pixels of an unscaled pixel
 * @param type size of the type, in pixels
 */
record PairsLayout(
    Box header,
    Box words,
    Box bars,
    Box probabilities,
    Box changes,
    Box logits,
    int rows,
    double pitch,
    double unit,
    double type) {
  /** Height of a line, in parts of the size of its type. */
  private static final double LINE = 1.3;

  private static final double HIGHEST = 64;
  private static final double APART = 5;

  /** Characters of the longest probability, change and logit. */
  private static final int PROBABILITY = 7;

  private static final int CHANGE = 7;
  private static final int LOGIT = 7;

  /** How many rows there is room for, at least 2. */
  static int room(Box box, double unit, double smallest) {
    double type = smallest * unit;
    double pitch = 2 * Math.ceil(type * LINE) + APART * unit;
    return Math.max(2, (int) Math.floor((box.h() - header(type)) / pitch));
  }

  private static double header(double type) {
    return Math.ceil(1.5 * type * LINE);
  }

  /** Lays rows out in a box. */
  static PairsLayout of(Box box, int rows, double unit, double smallest) {
    double type = smallest * unit;
    double gap = 8 * unit;
    Box header = new Box(box.x(), box.y(), box.w(), header(type));
    double least = 2 * Math.ceil(type * LINE) + APART * unit;
    double free = (box.bottom() - header.bottom()) / Math.max(1, rows);
    double pitch = Math.max(least, Math.min(HIGHEST * unit, Math.floor(free)));
    double digit = type * Brush.DIGIT_ASPECT;
    double high = pitch * rows;
    double y = header.bottom();
    double logit = LOGIT * digit;
    double change = CHANGE * digit;
    double probability = PROBABILITY * digit;
    Box logits = new Box(box.right() - logit, y, logit, high);
    Box changes = new Box(logits.x() - gap - change, y, change, high);
    Box probabilities = new Box(changes.x() - gap - probability, y, probability, high);
    double left = probabilities.x() - gap - box.x();
    double word = Math.min(left * 0.5, 110 * unit);
    Box words = new Box(box.x() + 4 * unit, y, word - 4 * unit, high);
    Box bars = new Box(words.right() + gap, y, Math.max(1, left - word - gap), high);
    return new PairsLayout(
        header, words, bars, probabilities, changes, logits, rows, pitch, unit, type);
  }

  /** The row of a token, from the left edge to the right. */
  Box row(int k) {
    return new Box(header.x(), header.bottom() + k * pitch, header.w(), pitch - APART * unit);
  }

  private Box lane(int k, boolean after) {
    Box row = row(k);
    double half = row.h() / 2;
    return new Box(row.x(), row.y() + (after ? half : 0), row.w(), half);
  }

  private static Box across(Box column, Box lane) {
    return new Box(column.x(), lane.y(), column.w(), lane.h());
  }

  /** The room of a bar. */
  Box bar(int k, boolean after) {
    return across(bars, lane(k, after));
  }

  /** Where a figure of a row lies. */
  Box box(int k, PairFigure figure) {
    return switch (figure) {
      case TOKEN -> new Box(header.x(), row(k).y(), bars.right() - header.x(), row(k).h());
      case BEFORE -> across(probabilities, lane(k, false));
      case AFTER -> across(probabilities, lane(k, true));
      case CHANGE -> across(changes, row(k));
      case LOGIT_BEFORE -> across(logits, lane(k, false));
      case LOGIT_AFTER -> across(logits, lane(k, true));
    };
  }

  /** The row under a point, or −1. */
  int rowAt(double y) {
    int k = (int) Math.floor((y - header.bottom()) / pitch);
    return k >= 0 && k < rows ? k : -1;
  }
}
