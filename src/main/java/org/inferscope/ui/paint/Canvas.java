package org.inferscope.ui.paint;

import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;

/** Prepares a graphics for painting: smooth shapes, exact lines, readable text. */
public final class Canvas {
  private Canvas() {}

  /** A prepared copy, which the caller disposes of. */
  public static Graphics2D of(Graphics graphics) {
    Graphics2D g = (Graphics2D) graphics.create();
    prepare(g);
    return g;
  }

  /** Sets the hints on a graphics. */
  public static void prepare(Graphics2D g) {
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
  }
}
