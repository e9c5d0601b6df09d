package org.inferscope.ui.chart;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds places for words: never on other words, never outside, and on marks and lines only where
 * nothing else is left. In pixels; confined to one paint.
 */
final class LabelPlacer {
  private static final double ON_A_MARK = 4;
  private static final double ON_A_LINE = 1.5;

  /** Words that would hide more than one mark are better left out. */
  private static final double MOST_COVERED = ON_A_MARK;

  /** How many lines of text words may move up or down from the line that they name. */
  private static final int LEVELS = 4;

  private static final int SLIDES = 8;

  /** So much worse is each further choice of place: rather beside its own mark than far away. */
  private static final double FURTHER = 0.35;

  private static final int STEPS_ALONG = 2;

  private final Rectangle2D area;
  private final double gap;
  private final List<Rectangle2D> words = new ArrayList<>();
  private final List<Rectangle2D> marks = new ArrayList<>();
  private final List<Line2D> lines = new ArrayList<>();

  /**
   * @param area in which words may stand
   * @param gap between words and what they belong to
   */
  LabelPlacer(Rectangle2D area, double gap) {
    this.area = area;
    this.gap = gap;
  }

  /** Tells of a mark, which words should rather not cover. */
  void avoid(Rectangle2D mark) {
    marks.add(mark);
  }

  /** Tells of a line, which words should rather not cover. */
  void avoid(Line2D line) {
    lines.add(line);
  }

  /**
   * Where words stand.
   *
   * @param box around them
   * @param covers whether a line or a mark lies behind them
   */
  record Placed(Rectangle2D box, boolean covers) {}

  /** The best place for words of this size, which is then taken; empty where there is none. */
  Optional<Placed> place(Point2D at, ChartLabel.Side side, double width, double height) {
    Rectangle2D best = null;
    double least = Double.POSITIVE_INFINITY;
    List<Rectangle2D> choices = choices(at, side, width, height);
    for (int c = 0; c < choices.size(); c++) {
      double cost = cost(choices.get(c)) + FURTHER * c;
      if (cost < least) {
        least = cost;
        best = choices.get(c);
      }
    }
    if (best == null || cost(best, marks, List.of()) > MOST_COVERED) {
      return Optional.empty();
    }
    words.add(best);
    return Optional.of(new Placed(best, cost(best, marks, lines) > 0));
  }

  private double cost(Rectangle2D box) {
    boolean inside =
        box.getX() >= area.getX()
            && box.getY() >= area.getY()
            && box.getMaxX() <= area.getMaxX()
            && box.getMaxY() <= area.getMaxY();
    if (!inside || words.stream().anyMatch(taken -> taken.intersects(box))) {
      return Double.POSITIVE_INFINITY;
    }
    return cost(box, marks, lines);
  }

  private static double cost(Rectangle2D box, List<Rectangle2D> marks, List<Line2D> lines) {
    double cost = 0;
    for (Rectangle2D mark : marks) {
      cost += mark.intersects(box) ? ON_A_MARK : 0;
    }
    for (Line2D line : lines) {
      cost += line.intersects(box) ? ON_A_LINE : 0;
    }
    return cost;
  }

  private List<Rectangle2D> choices(Point2D at, ChartLabel.Side side, double w, double h) {
    return switch (side) {
      case BESIDE -> around(at, w, h, false);
      case OVER -> around(at, w, h, true);
      case END_OVER -> along(at, w, h, -1, true);
      case END_BELOW -> along(at, w, h, -1, false);
      case START_OVER -> along(at, w, h, 1, true);
      case SLOPE -> besideSlope(at, w, h);
    };
  }

  private List<Rectangle2D> around(Point2D at, double w, double h, boolean overFirst) {
    double x = at.getX();
    double y = at.getY();
    double right = x + 2 * gap;
    double left = x - 2 * gap - w;
    double above = y - gap - h;
    double below = y + gap;
    double middle = x - w / 2;
    List<Rectangle2D> all = new ArrayList<>();
    double[][] corners = {
      {right, y - h / 2},
      {middle, above - gap},
      {right, below},
      {left, above},
      {left, y - h / 2},
      {middle, below + gap},
      {right, above},
      {left, below},
      {right, below + h},
      {left, above - h},
    };
    for (double[] corner : corners) {
      all.add(new Rectangle2D.Double(corner[0], corner[1], w, h));
    }
    if (overFirst) {
      all.add(0, all.remove(1));
      all.add(1, new Rectangle2D.Double(x - gap, above - gap, w, h));
      all.add(2, new Rectangle2D.Double(x + gap - w, above - gap, w, h));
    }
    return all;
  }

  /**
   * Over and below the end of a line, further and further from it, then further along it.
   *
   * @param step −1 for words before the place, 1 for words after it
   */
  private List<Rectangle2D> along(Point2D at, double w, double h, int step, boolean overFirst) {
    List<Rectangle2D> all = new ArrayList<>();
    double over = at.getY() - gap / 2 - h;
    double below = at.getY() + gap / 2;
    for (int level = 0; level < LEVELS; level++) {
      double x = at.getX() + step * gap - (step < 0 ? w : 0);
      Rectangle2D above = new Rectangle2D.Double(x, over - level * h, w, h);
      Rectangle2D under = new Rectangle2D.Double(x, below + level * h, w, h);
      all.add(overFirst ? above : under);
      all.add(overFirst ? under : above);
    }
    for (int s = 1; s < STEPS_ALONG; s++) {
      double x = at.getX() + step * (s * (w / 2 + gap) + gap) - (step < 0 ? w : 0);
      all.add(new Rectangle2D.Double(x, overFirst ? over : below, w, h));
      all.add(new Rectangle2D.Double(x, overFirst ? below : over, w, h));
    }
    return all;
  }

  /**
   * At the left of the line that rises from a place, where it is known, as high as there is room.
   */
  private List<Rectangle2D> besideSlope(Point2D at, double w, double h) {
    List<Rectangle2D> all = new ArrayList<>();
    for (Line2D line : lines) {
      if (line.getP1().distance(at) < 1) {
        for (int slide = SLIDES - 1; slide > 0; slide--) {
          double t = (double) slide / SLIDES;
          double x = line.getX1() + t * (line.getX2() - line.getX1());
          double y = line.getY1() + t * (line.getY2() - line.getY1());
          all.add(new Rectangle2D.Double(x - gap - w, y - h, w, h));
        }
      }
    }
    return all;
  }
}
