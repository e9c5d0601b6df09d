package org.inferscope.ui.bars;

import java.awt.Color;
import java.util.List;
import java.util.function.Function;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.Numbers;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.Edge;
import org.inferscope.ui.theme.Palette;

/**
 * Paints the terms of a sum as small upright bars, up for what adds and down for what takes away,
 * so that one sees which contributes most: that one is framed, pointed at, and has its value below
 * even where others have no room for theirs. Event thread.
 */
public final class TermBars {
  private static final double RADIUS = 3;
  private static final double MARK = 7;
  private static final double WIDEST = 40;

  /** Room above and below the bars for the mark, unscaled. */
  private static final double PAD = 11;

  private final Brush brush;

  public TermBars(Brush brush) {
    this.brush = brush;
  }

  /**
   * The term of the largest size, ∞ being the largest; −1 where all are zero or NaN. The first of
   * equals.
   */
  public static int largest(List<TermBar> terms) {
    int found = -1;
    double most = 0;
    for (int k = 0; k < terms.size(); k++) {
      double size = Math.abs(terms.get(k).value());
      if (size > most) {
        most = size;
        found = k;
      }
    }
    return found;
  }

  /**
   * Paints all terms.
   *
   * @param layout where they lie; for as many as there are
   * @param lit the term under the pointer or in focus, or −1
   */
  public void paint(TermBarsLayout layout, List<TermBar> terms, int lit) {
    Args.sameLength(layout.count(), "columns of the layout", terms.size(), "terms");
    TermAxis axis = axis(layout, terms);
    int largest = largest(terms);
    if (lit >= 0) {
      Color band = terms.get(lit).role().soft();
      brush.fill(layout.column(lit), band, RADIUS * layout.unit());
    }
    for (int k = 0; k < terms.size(); k++) {
      bar(layout, axis, k, terms.get(k));
    }
    double line = Math.max(1, Math.round(layout.unit()));
    Box plot = layout.plot();
    Box zero = new Box(plot.x(), Math.round(axis.y(0) - line / 2), plot.w(), line);
    brush.fill(zero, Palette.muted(), 0);
    if (largest >= 0) {
      mark(layout, axis, largest, terms.get(largest));
    }
    texts(layout, layout.values(), terms, lit, term -> Numbers.cell(term.value()));
    if (!layout.names().isEmpty()) {
      texts(layout, layout.names(), terms, lit, TermBar::name);
    }
  }

  private static TermAxis axis(TermBarsLayout layout, List<TermBar> terms) {
    Box plot = layout.plot();
    double pad = hasMarks(layout) ? PAD * layout.unit() : 0;
    return TermAxis.of(terms, plot.y() + pad, plot.bottom() - pad);
  }

  private static boolean hasMarks(TermBarsLayout layout) {
    return layout.plot().h() >= 4 * PAD * layout.unit();
  }

  /** The stretch of a column that a bar fills. */
  private static Box body(TermBarsLayout layout, TermAxis axis, int k, double value) {
    Box column = layout.column(k);
    double width = Math.min(WIDEST * layout.unit(), column.w() - Math.floor(column.w() * 0.3));
    double y = axis.y(value);
    double zero = axis.y(0);
    double left = Math.floor(column.centerX() - width / 2);
    return new Box(left, Math.min(y, zero), width, Math.abs(y - zero));
  }

  private void bar(TermBarsLayout layout, TermAxis axis, int k, TermBar term) {
    double unit = layout.unit();
    if (Double.isFinite(term.value())) {
      Box body = body(layout, axis, k, term.value());
      double radius = Math.min(RADIUS * unit, body.w() / 3);
      brush.bar(body, term.role().fill(), radius, term.value() > 0 ? Edge.TOP : Edge.BOTTOM);
    } else if (Double.isNaN(term.value())) {
      Box body = body(layout, axis, k, 0);
      Box mark = Box.around(body.centerX(), axis.y(0), body.w(), 6 * unit);
      brush.fill(mark, Palette.error(), 0);
    } else {
      boolean isUp = term.value() > 0;
      double zero = axis.y(0);
      Box plot = layout.plot();
      Box body = body(layout, axis, k, 0);
      double top = isUp ? plot.y() : zero;
      double bottom = isUp ? zero : plot.bottom();
      brush.arrow(
          new Box(body.x(), top, body.w(), bottom - top),
          Palette.error(),
          isUp ? Edge.TOP : Edge.BOTTOM);
    }
  }

  /** A frame around the largest, and a triangle that points at its end. */
  private void mark(TermBarsLayout layout, TermAxis axis, int k, TermBar term) {
    if (!Double.isFinite(term.value())) {
      return;
    }
    double unit = layout.unit();
    Box body = body(layout, axis, k, term.value());
    brush.outline(body, term.role().ink(), Math.min(RADIUS * unit, body.w() / 3), 1.5 * unit);
    if (hasMarks(layout)) {
      boolean isUp = term.value() > 0;
      double gap = (PAD - MARK) / 2 * unit;
      double y = isUp ? body.y() - gap - MARK * unit : body.bottom() + gap;
      double side = MARK * unit;
      Box box = new Box(body.centerX() - side * 0.6, y, side * 1.2, side);
      brush.arrow(box, Palette.text(), isUp ? Edge.BOTTOM : Edge.TOP);
    }
  }

  /** A text below each term, or, where they are too wide, below the largest and the lit one. */
  private void texts(
      TermBarsLayout layout,
      Box strip,
      List<TermBar> terms,
      int lit,
      Function<TermBar, String> of) {
    List<String> texts = terms.stream().map(of).toList();
    int longest = texts.stream().mapToInt(String::length).max().orElse(0);
    int largest = largest(terms);
    if (layout.fits(longest)) {
      for (int k = 0; k < texts.size(); k++) {
        text(layout, strip, k, texts.get(k), k == largest || k == lit);
      }
      return;
    }
    int first = lit >= 0 ? lit : largest;
    if (first >= 0) {
      Box taken = text(layout, strip, first, texts.get(first), true);
      boolean isApart =
          largest >= 0
              && !place(layout, strip, largest, texts).grown(layout.unit()).overlaps(taken);
      if (isApart) {
        text(layout, strip, largest, texts.get(largest), true);
      }
    }
  }

  private static Box place(TermBarsLayout layout, Box strip, int k, List<String> texts) {
    return layout.below(strip, k, texts.get(k).length());
  }

  private Box text(TermBarsLayout layout, Box strip, int k, String text, boolean isStrong) {
    Box box = layout.below(strip, k, text.length());
    if (isStrong) {
      brush.strongNumber(text, box, layout.type(), Palette.text());
    } else {
      brush.number(text, box, layout.type(), Palette.muted());
    }
    return box;
  }
}
