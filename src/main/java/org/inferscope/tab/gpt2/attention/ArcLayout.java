package org.inferscope.tab.gpt2.attention;

import org.inferscope.ui.paint.Box;

/**
 * Where the tokens of the prompt stand in a line, below the arcs between them. All have the same
 * width, so that distance on screen is distance in tokens.
 *
 * @param tokens T
 * @param left where the first one begins
 * @param pitch from one to the next
 * @param chip width of one
 * @param words the strip that they stand in
 * @param values the strip above it, for numbers
 * @param arcs the room for arcs
 */
record ArcLayout(
    int tokens, double left, double pitch, double chip, Box words, Box values, Box arcs) {
  private static final double LINE = 1.3;
  private static final double CHIP = 1.75;
  private static final double GAP = 6;
  private static final double WIDEST_GAP = 90;

  /**
   * Lays the tokens out.
   *
   * @param word width of the widest word
   * @param width the room there is; wider if they need it
   * @param type size of the type
   * @param unit pixels of an unscaled pixel
   */
  static ArcLayout of(
      int tokens, double word, double width, double height, double type, double unit) {
    double chip = Math.ceil(word + 2 * GAP * unit);
    double spare = (width - 2 * GAP * unit) / tokens - chip;
    double gap = Math.floor(Math.max(GAP * unit, Math.min(WIDEST_GAP * unit, spare)));
    double pitch = chip + gap;
    double all = Math.max(width, needed(tokens, word, unit));
    double left = Math.floor((all - pitch * tokens + gap) / 2);
    double words = Math.ceil(type * CHIP);
    double values = Math.ceil(type * LINE);
    double bottom = height - 2 * unit;
    return new ArcLayout(
        tokens,
        left,
        pitch,
        chip,
        new Box(0, bottom - words, all, words),
        new Box(0, bottom - words - values, all, values),
        new Box(0, 0, all, Math.max(1, bottom - words - values)));
  }

  /** The least width of all tokens together. */
  static double needed(int tokens, double word, double unit) {
    return tokens * (Math.ceil(word + 2 * GAP * unit) + GAP * unit) + 2 * GAP * unit;
  }

  /** A token's place. */
  Box chip(int token) {
    return new Box(left + token * pitch, words.y(), chip, words.h());
  }

  /** The place for a number above it; somewhat wider, as there is a gap. */
  Box value(int token) {
    return new Box(left + token * pitch - GAP / 2, values.y(), chip + GAP, values.h());
  }

  /** The token at a place, its arc's end above it included, or −1. */
  int at(double x, double y) {
    int token = (int) Math.floor((x - left) / pitch);
    boolean isOn = token >= 0 && token < tokens && x < left + token * pitch + chip;
    return isOn && y >= values.y() && y < words.bottom() ? token : -1;
  }

  /**
   * An arc from one token to another, or a loop above one, as x, y, x, y, …
   *
   * @param points how many
   */
  double[] arc(int query, int key, int points) {
    double from = chip(query).centerX();
    double to = chip(key).centerX();
    double foot = arcs.bottom();
    double reach = arcs.h() - 3;
    double half = query == key ? Math.min(chip / 4, reach / 2) : (from - to) / 2;
    double middle = query == key ? from : (from + to) / 2;
    // Half circles up to a fifth of the room, then flatter and flatter, never out of it.
    double high =
        query == key ? reach * 0.3 : reach * Math.abs(half) / (Math.abs(half) + reach / 2);
    double[] all = new double[2 * points];
    for (int i = 0; i < points; i++) {
      double angle = Math.PI * i / (points - 1);
      all[2 * i] = middle + half * Math.cos(angle);
      all[2 * i + 1] = foot - high * Math.sin(angle);
    }
    return all;
  }
}
