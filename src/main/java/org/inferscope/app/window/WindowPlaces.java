package org.inferscope.app.window;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.List;
import java.util.Optional;
import org.inferscope.app.prefs.WindowPlace;

/** Where a window can go, given the screens that are there now. */
final class WindowPlaces {
  private static final Dimension FIRST = new Dimension(1360, 860);
  private static final int GRIP = 80;

  private WindowPlaces() {}

  /**
   * The bounds for a window.
   *
   * @param remembered where it was, on screens that may be gone since
   * @param screens the usable part of each screen, the main one first
   */
  static Rectangle bounds(Optional<WindowPlace> remembered, List<Rectangle> screens) {
    return remembered
        .map(place -> new Rectangle(place.x(), place.y(), place.width(), place.height()))
        .flatMap(window -> kept(window, screens))
        .orElseGet(() -> first(screens.get(0)));
  }

  /** The window as it was, made to fit; empty if none of its title bar could be grabbed. */
  private static Optional<Rectangle> kept(Rectangle window, List<Rectangle> screens) {
    Rectangle grip = new Rectangle(window.x, window.y, window.width, GRIP);
    for (Rectangle screen : screens) {
      Rectangle visible = screen.intersection(grip);
      boolean grabbed = visible.width >= GRIP && visible.height >= GRIP / 2;
      if (grabbed && window.y >= screen.y) {
        int width = Math.min(window.width, screen.width);
        int height = Math.min(window.height, screen.height);
        Point at = window.getLocation();
        return Optional.of(new Rectangle(at.x, at.y, width, height));
      }
    }
    return Optional.empty();
  }

  private static Rectangle first(Rectangle screen) {
    int width = Math.min(FIRST.width, screen.width);
    int height = Math.min(FIRST.height, screen.height);
    return new Rectangle(
        screen.x + (screen.width - width) / 2,
        screen.y + (screen.height - height) / 2,
        width,
        height);
  }
}
