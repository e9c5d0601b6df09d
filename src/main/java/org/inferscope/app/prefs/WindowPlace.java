package org.inferscope.app.prefs;

import java.util.Arrays;

/**
 * Where the window was, in the coordinates of AWT.
 *
 * @param x left edge
 * @param y top edge
 * @param width width, more than 0
 * @param height height, more than 0
 * @param maximized whether it was maximised; the rest is then its place before
 */
public record WindowPlace(int x, int y, int width, int height, boolean maximized) {
  /** Refuses a window without an area. */
  public WindowPlace {
    if (width <= 0 || height <= 0) {
      throw new IllegalArgumentException("size must be more than 0: " + width + " x " + height);
    }
  }

  /** Reads what {@link #toString} writes. */
  static WindowPlace parse(String text) {
    String[] parts = text.split(" ", -1);
    if (parts.length < 4 || parts.length > 5) {
      throw new IllegalArgumentException(text);
    }
    int[] n = Arrays.stream(parts, 0, 4).mapToInt(Integer::parseInt).toArray();
    return new WindowPlace(n[0], n[1], n[2], n[3], parts.length == 5);
  }

  @Override
  public String toString() {
    return "%d %d %d %d%s".formatted(x, y, width, height, maximized ? " maximized" : "");
  }
}
