package org.inferscope.app.window;

import java.awt.Color;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.LayoutManager;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.util.function.Supplier;
import javax.swing.JPanel;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;

/** A rounded surface that content lies on. See-through at its corners, whatever is behind it. */
class Card extends JPanel {
  private final transient Supplier<Color> fill;
  private final transient Supplier<Color> outline;

  /** A card in the theme's card colours. */
  Card(LayoutManager layout) {
    this(layout, Palette::card, Palette::cardBorder);
  }

  /**
   * A card in other colours.
   *
   * @param fill asked at each paint, so that the theme can change
   * @param outline likewise
   */
  Card(LayoutManager layout, Supplier<Color> fill, Supplier<Color> outline) {
    super(layout);
    this.fill = fill;
    this.outline = outline;
    setOpaque(false);
  }

  @Override
  protected void paintComponent(Graphics g) {
    Graphics2D g2 = (Graphics2D) g.create();
    g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    float arc = 2 * Metrics.px((float) Metrics.RADIUS);
    var shape = new RoundRectangle2D.Float(0.5f, 0.5f, getWidth() - 1f, getHeight() - 1f, arc, arc);
    g2.setColor(fill.get());
    g2.fill(shape);
    g2.setColor(outline.get());
    g2.draw(shape);
    g2.dispose();
  }
}
