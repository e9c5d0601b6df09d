package org.inferscope.tab.network.stage;

/**
 * Which part of the network the stage shows. Immutable.
 *
 * @param zoom how many times larger than the stage the network is laid out, 1 or more
 * @param x pixels of the network left of the stage
 * @param y pixels of the network above the stage
 */
record Viewport(double zoom, double x, double y) {
  /** All of it. */
  static final Viewport FIT = new Viewport(1, 0, 0);

  /** Whether all of the network is in sight. */
  boolean isFit() {
    return zoom <= 1.0001;
  }

  /** Moved by pixels. */
  Viewport moved(double dx, double dy) {
    return new Viewport(zoom, x - dx, y - dy);
  }

  /** Held so that no empty ground comes into sight beside the network. */
  Viewport within(StageSpec spec) {
    double held = Math.max(1, Math.min(StageLayouts.mostZoom(spec), zoom));
    double wide = spec.width() * StageLayouts.across(spec, held) - spec.width();
    double high = StageLayouts.groundHeight(spec) * (StageLayouts.down(spec, held) - 1);
    return new Viewport(held, Math.max(0, Math.min(wide, x)), Math.max(0, Math.min(high, y)));
  }

  /** Enlarged, or made smaller, around a place that stays where it is. */
  Viewport zoomed(StageSpec spec, double factor, double px, double py) {
    double to = Math.max(1, Math.min(StageLayouts.mostZoom(spec), zoom * factor));
    double wide = StageLayouts.across(spec, to) / StageLayouts.across(spec, zoom);
    double high = StageLayouts.down(spec, to) / StageLayouts.down(spec, zoom);
    double top = py - StageLayouts.groundTop(spec);
    return new Viewport(to, (x + px) * wide - px, (y + top) * high - top).within(spec);
  }
}
