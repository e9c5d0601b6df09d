package org.inferscope.tab.matmul;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.jspecify.annotations.Nullable;

/**
 * What the stage's painters draw with: shapes and type on a graphics, with fonts kept from one
 * frame to the next. Event thread.
 */
final class Brush {
  /** Height of a capital or digit of both faces, in parts of the size of the type. */
  private static final double CAP = 0.73;

  private enum Face {
    MONO,
    MONO_STRONG,
    TEXT,
    STRONG
  }

  private record FontKey(Face face, float size, float scale) {}

  private final Map<FontKey, Font> fonts = new HashMap<>();
  private final RoundRectangle2D.Double round = new RoundRectangle2D.Double();
  private final Rectangle2D.Double rect = new Rectangle2D.Double();
  private final Line2D.Double line = new Line2D.Double();
  private @Nullable Graphics2D current;

  /** Takes up a graphics and sets its hints; all painting goes there from now on. */
  void take(Graphics2D g) {
    current = g;
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  /** What is painted on. */
  Graphics2D graphics() {
    return Objects.requireNonNull(current, "take a graphics first");
  }

  void fill(Box box, Color color, double radius) {
    Graphics2D g = graphics();
    g.setColor(color);
    if (radius < 1.5) {
      rect.setRect(box.x(), box.y(), box.w(), box.h());
      g.fill(rect);
    } else {
      g.fill(round(box, radius));
    }
  }

  void outline(Box box, Color color, double radius, double width) {
    Graphics2D g = graphics();
    g.setColor(color);
    g.setStroke(new BasicStroke((float) width));
    g.draw(round(box.grown(-width / 2), radius));
  }

  void dashed(Box box, Color color, double radius, double width) {
    Graphics2D g = graphics();
    g.setColor(color);
    float dash = (float) (width * 3);
    g.setStroke(
        new BasicStroke(
            (float) width,
            BasicStroke.CAP_ROUND,
            BasicStroke.JOIN_ROUND,
            1,
            new float[] {dash, dash},
            0));
    g.draw(round(box.grown(-width / 2), radius));
  }

  void line(double x1, double y1, double x2, double y2, Color color, double width) {
    Graphics2D g = graphics();
    g.setColor(color);
    g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    line.setLine(x1, y1, x2, y2);
    g.draw(line);
  }

  private RoundRectangle2D round(Box box, double radius) {
    round.setRoundRect(box.x(), box.y(), box.w(), box.h(), radius * 2, radius * 2);
    return round;
  }

  /** Monospaced type of a size in pixels, centred in a box. */
  void number(String text, Box box, double size, Color color) {
    set(Face.MONO, size, color);
    double width = text.length() * size * NumberFit.ASPECT;
    draw(text, box.centerX() - width / 2, box.centerY() + size * CAP / 2);
  }

  /** As {@link #number}, bold. */
  void strongNumber(String text, Box box, double size, Color color) {
    set(Face.MONO_STRONG, size, color);
    double width = text.length() * size * NumberFit.ASPECT;
    draw(text, box.centerX() - width / 2, box.centerY() + size * CAP / 2);
  }

  /** Text centred in a box. */
  void text(String text, Box box, double size, Color color) {
    set(Face.TEXT, size, color);
    centred(text, box, size);
  }

  /** Monospaced type that begins at the left edge of a box. */
  void leading(String text, Box box, double size, Color color) {
    set(Face.MONO, size, color);
    draw(text, box.x(), box.centerY() + size * CAP / 2);
  }

  /** Semi-bold text centred in a box. */
  void strong(String text, Box box, double size, Color color) {
    set(Face.STRONG, size, color);
    centred(text, box, size);
  }

  /** Text that ends at the right edge of a box. */
  void trailing(String text, Box box, double size, Color color) {
    Graphics2D g = graphics();
    set(Face.TEXT, size, color);
    double width = g.getFontMetrics().stringWidth(text);
    draw(text, box.right() - width, box.centerY() + size * CAP / 2);
  }

  /** Width of a text in pixels. */
  double width(String text, double size) {
    Graphics2D g = graphics();
    return g.getFontMetrics(font(Face.TEXT, size)).stringWidth(text);
  }

  private void centred(String text, Box box, double size) {
    Graphics2D g = graphics();
    double width = g.getFontMetrics().stringWidth(text);
    draw(text, box.centerX() - width / 2, box.centerY() + size * CAP / 2);
  }

  private void draw(String text, double x, double y) {
    Graphics2D g = graphics();
    g.drawString(text, (float) x, (float) y);
  }

  private void set(Face face, double size, Color color) {
    Graphics2D g = graphics();
    g.setFont(font(face, size));
    g.setColor(color);
  }

  private Font font(Face face, double size) {
    float unscaled = Math.round(size / Metrics.scale() * 4) / 4f;
    return fonts.computeIfAbsent(new FontKey(face, unscaled, Metrics.scale()), Brush::font);
  }

  private static Font font(FontKey key) {
    return switch (key.face) {
      case MONO -> Fonts.mono(key.size);
      case MONO_STRONG -> Fonts.monoStrong(key.size);
      case TEXT -> Fonts.text(key.size);
      case STRONG -> Fonts.strong(key.size);
    };
  }

  /** Paints what the work draws as see-through as told; 1 is solid. */
  void see(double alpha, Runnable work) {
    Graphics2D g = graphics();
    if (alpha >= 0.995) {
      work.run();
      return;
    }
    Composite before = g.getComposite();
    g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) alpha));
    work.run();
    g.setComposite(before);
  }
}
