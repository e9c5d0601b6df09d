package org.inferscope.ui.paint;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the stage's painters draw with: shapes and type, in user space. Everything is put on the
 * graphics in device pixels, under one transform for the whole picture: a change of transform
 * between a box and its text would cost more than the text. Event thread.
 */
public final class Brush {
  /** Width of a character of the monospaced face, in parts of its size. */
  public static final double DIGIT_ASPECT = 0.6;

  /** Height of a capital or digit of both faces, in parts of the size of the type. */
  private static final double CAP = 0.73;

  private final Typefaces faces = new Typefaces();
  private final Sprites sprites = new Sprites();
  private final RoundRectangle2D.Double round = new RoundRectangle2D.Double();
  private final Rectangle2D.Double rect = new Rectangle2D.Double();
  private final Line2D.Double line = new Line2D.Double();
  private @Nullable Graphics2D current;
  private AffineTransform before = new AffineTransform();
  private double scale = 1;
  private double left;
  private double top;

  /** Takes up a graphics; all painting goes there until {@link #release}. */
  public void take(Graphics2D g) {
    current = g;
    before = g.getTransform();
    scale = before.getScaleX();
    left = before.getTranslateX();
    top = before.getTranslateY();
    g.setTransform(new AffineTransform());
    Canvas.prepare(g);
    smooth(false);
  }

  /**
   * Smooths shapes, or not: straight boxes on whole pixels need it as little as they pay for it.
   */
  private void smooth(boolean on) {
    graphics()
        .setRenderingHint(
            RenderingHints.KEY_ANTIALIASING,
            on ? RenderingHints.VALUE_ANTIALIAS_ON : RenderingHints.VALUE_ANTIALIAS_OFF);
  }

  private void draw(Shape shape) {
    smooth(true);
    graphics().draw(shape);
    smooth(false);
  }

  /** Draws a shape of device space, smoothed. */
  void draw(Shape shape, Color color, Stroke stroke) {
    graphics().setColor(color);
    graphics().setStroke(stroke);
    draw(shape);
  }

  /** Fills a shape of device space, smoothed. */
  void fill(Shape shape, Color color) {
    graphics().setColor(color);
    smooth(true);
    graphics().fill(shape);
    smooth(false);
  }

  /** Fills a large shape of device space whose edge is drawn over: unsmoothed, it costs a fifth. */
  void fillRoughly(Shape shape, Color color) {
    graphics().setColor(color);
    graphics().fill(shape);
  }

  /** Gives the graphics back as it was. */
  public void release() {
    graphics().setTransform(before);
    current = null;
  }

  private Graphics2D graphics() {
    return Objects.requireNonNull(current, "take a graphics first");
  }

  double x(double user) {
    return left + user * scale;
  }

  double y(double user) {
    return top + user * scale;
  }

  /** Device pixels of a pixel of user space. */
  double scale() {
    return scale;
  }

  public void fill(Box box, Color color, double radius) {
    Graphics2D g = graphics();
    g.setColor(color);
    if (radius < 1.5) {
      g.fill(rect(box));
    } else {
      smooth(true);
      g.fill(round(box, radius));
      smooth(false);
    }
  }

  /** A filled box with an outline inside it, for what there are hundreds of. */
  public void cell(Box box, Color fill, Color edge, double radius, double width) {
    Box place = new Box(x(box.x()), y(box.y()), box.w() * scale, box.h() * scale);
    sprites.box(graphics(), place, fill, edge, radius * scale, width * scale);
  }

  /** A filled box, rounded only at the end it grows towards; a see-through colour stays even. */
  public void bar(Box box, Color fill, double radius, Edge end) {
    Box place = new Box(x(box.x()), y(box.y()), box.w() * scale, box.h() * scale);
    sprites.bar(graphics(), place, fill, radius * scale, end);
  }

  /** A filled triangle as large as the box that points at one of its edges. */
  public void arrow(Box box, Color color, Edge to) {
    Graphics2D g = graphics();
    g.setColor(color);
    smooth(true);
    g.fill(triangle(box, to));
    smooth(false);
  }

  private Path2D triangle(Box box, Edge to) {
    double[] tip = to.middle(box);
    double[] back = to.opposite().middle(box);
    double dx = to.isSideways() ? 0 : box.w() / 2;
    double dy = to.isSideways() ? box.h() / 2 : 0;
    Path2D path = new Path2D.Double();
    path.moveTo(x(tip[0]), y(tip[1]));
    path.lineTo(x(back[0] + dx), y(back[1] + dy));
    path.lineTo(x(back[0] - dx), y(back[1] - dy));
    path.closePath();
    return path;
  }

  /** A picture stretched over a box, each of its pixels a sharp rectangle. */
  public void pixels(BufferedImage picture, Box box) {
    Graphics2D g = graphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    int x0 = (int) Math.round(x(box.x()));
    int y0 = (int) Math.round(y(box.y()));
    int x1 = (int) Math.round(x(box.right()));
    int y1 = (int) Math.round(y(box.bottom()));
    g.drawImage(picture, x0, y0, x1, y1, 0, 0, picture.getWidth(), picture.getHeight(), null);
  }

  public void outline(Box box, Color color, double radius, double width) {
    Graphics2D g = graphics();
    g.setColor(color);
    g.setStroke(new BasicStroke((float) (width * scale)));
    draw(round(box.grown(-width / 2), radius));
  }

  public void dashed(Box box, Color color, double radius, double width) {
    Graphics2D g = graphics();
    g.setColor(color);
    float stroke = (float) (width * scale);
    float[] dash = {stroke * 3, stroke * 3};
    g.setStroke(new BasicStroke(stroke, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, dash, 0));
    draw(round(box.grown(-width / 2), radius));
  }

  public void line(double x1, double y1, double x2, double y2, Color color, double width) {
    Graphics2D g = graphics();
    g.setColor(color);
    float stroke = (float) (width * scale);
    g.setStroke(new BasicStroke(stroke, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    line.setLine(x(x1), y(y1), x(x2), y(y2));
    draw(line);
  }

  private RoundRectangle2D round(Box box, double radius) {
    double arc = radius * 2 * scale;
    round.setRoundRect(x(box.x()), y(box.y()), box.w() * scale, box.h() * scale, arc, arc);
    return round;
  }

  private Rectangle2D rect(Box box) {
    rect.setRect(x(box.x()), y(box.y()), box.w() * scale, box.h() * scale);
    return rect;
  }

  /** Monospaced type of a size in pixels, centred in a box. */
  public void number(String text, Box box, double size, Color color) {
    monospaced(Typefaces.Face.MONO, text, box, size, color);
  }

  /** As {@link #number}, bold. */
  public void strongNumber(String text, Box box, double size, Color color) {
    monospaced(Typefaces.Face.MONO_STRONG, text, box, size, color);
  }

  private void monospaced(Typefaces.Face face, String text, Box box, double size, Color color) {
    set(face, size, color);
    double width = text.length() * size * Brush.DIGIT_ASPECT;
    draw(text, box.centerX() - width / 2, box, size);
  }

  /** Text centred in a box. */
  public void text(String text, Box box, double size, Color color) {
    set(Typefaces.Face.TEXT, size, color);
    centred(text, box, size);
  }

  /** Semi-bold text centred in a box. */
  public void strong(String text, Box box, double size, Color color) {
    set(Typefaces.Face.STRONG, size, color);
    centred(text, box, size);
  }

  /** Text that ends at the right edge of a box. */
  public void trailing(String text, Box box, double size, Color color) {
    set(Typefaces.Face.TEXT, size, color);
    draw(text, box.right() - widthNow(text), box, size);
  }

  /** Text that starts at the left edge of a box, its end cut off where the box ends. */
  public void leading(String text, Box box, double size, Color color) {
    leading(Typefaces.Face.TEXT, text, box, size, color);
  }

  /** As {@link #leading}, semi-bold. */
  public void leadingStrong(String text, Box box, double size, Color color) {
    leading(Typefaces.Face.STRONG, text, box, size, color);
  }

  private void leading(Typefaces.Face face, String text, Box box, double size, Color color) {
    set(face, size, color);
    int room = (int) Math.ceil(box.w() * scale);
    draw(TextLines.cut(text, graphics().getFontMetrics(), room), box.x(), box, size);
  }

  /** Width of a text in user space. */
  public double width(String text, double size) {
    return graphics().getFontMetrics(faces.font(Typefaces.Face.TEXT, size, scale)).stringWidth(text)
        / scale;
  }

  private void centred(String text, Box box, double size) {
    draw(text, box.centerX() - widthNow(text) / 2, box, size);
  }

  private double widthNow(String text) {
    return graphics().getFontMetrics().stringWidth(text) / scale;
  }

  private void draw(String text, double at, Box box, double size) {
    graphics().drawString(text, (float) x(at), (float) y(box.centerY() + size * CAP / 2));
  }

  private void set(Typefaces.Face face, double size, Color color) {
    graphics().setFont(faces.font(face, size, scale));
    graphics().setColor(color);
  }

  /** Text in the middle of a box, read from below upwards. */
  public void upwards(String text, Box box, double size, Color color) {
    set(Typefaces.Face.TEXT, size, color);
    Graphics2D g = graphics();
    AffineTransform upright = g.getTransform();
    g.rotate(-Math.PI / 2, x(box.centerX()), y(box.centerY()));
    centred(text, box, size);
    g.setTransform(upright);
  }

  /** A text in lines no wider than a width of user space; broken at spaces. */
  public List<String> wrapped(String text, double width, double size) {
    FontMetrics metrics = graphics().getFontMetrics(faces.font(Typefaces.Face.TEXT, size, scale));
    return TextLines.wrap(text, metrics, (int) (width * scale));
  }

  /** Paints what the work draws as see-through as told; 1 is solid. */
  public void see(double alpha, Runnable work) {
    if (alpha >= 0.995) {
      work.run();
      return;
    }
    Graphics2D g = graphics();
    Composite solid = g.getComposite();
    g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) alpha));
    work.run();
    g.setComposite(solid);
  }

  /** Keeps what the work draws inside a box. */
  public void within(Box box, Runnable work) {
    Graphics2D g = graphics();
    Shape all = g.getClip();
    g.clip(rect(box));
    work.run();
    g.setClip(all);
  }
}
