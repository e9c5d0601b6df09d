package org.inferscope.ui.bars;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.Numbers;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.Edge;
import org.inferscope.ui.paint.Tones;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;

/**
 * Paints a vector as horizontal bars from a zero line, with its axis, its numbers and its values.
 * Event thread.
 */
public final class BarsPainter {
  private static final double RADIUS = 3;
  private static final double GAP = 5;
  private static final double ARROW = 9;
  private static final double FADED = 0.33;

  private final Brush brush;
  private final AxisPainter axis;

  public BarsPainter(Brush brush) {
    this.brush = brush;
    this.axis = new AxisPainter(brush);
  }

  /**
   * Paints all of it.
   *
   * @param layout where things lie; for as many bars as there are
   */
  public void paint(BarsLayout layout, Bars bars) {
    int count = bars.bars().size();
    Args.sameLength(layout.count(), "lanes of the layout", count, "bars");
    for (int i = 0; i < count; i++) {
      band(layout, bars.bars().get(i), i);
    }
    axis.under(layout, bars);
    for (int i = 0; i < count; i++) {
      bar(layout, bars, i);
    }
    axis.zero(layout, bars.scale());
    for (int i = 0; i < count; i++) {
      over(layout, bars, i);
    }
    numbers(layout, bars);
  }

  private void band(BarsLayout layout, Bar bar, int i) {
    if (bar.light() == Light.LIT) {
      brush.fill(layout.lane(i), bar.role().soft(), 4 * layout.unit());
    }
  }

  private void bar(BarsLayout layout, Bars bars, int i) {
    Bar bar = bars.bars().get(i);
    if (Double.isNaN(bar.value())) {
      return;
    }
    Box track = layout.track(i);
    double zero = bars.scale().position(track, 0);
    double end = bars.scale().position(track, bar.value());
    Edge side = end > zero ? Edge.RIGHT : Edge.LEFT;
    if (bars.scale().covers(bar.value())) {
      double radius = Math.min(RADIUS * layout.unit(), track.h() / 3);
      brush.bar(span(track, zero, end), fill(bar), radius, side);
    } else {
      double neck = before(layout, zero, end);
      Color head = Double.isInfinite(bar.value()) ? Palette.error() : fill(bar);
      brush.bar(span(track, zero, neck), fill(bar), 0, side);
      brush.arrow(span(track, neck, end), head, side);
    }
    bar.share().ifPresent(share -> share(track, bars.scale(), layout.unit(), bar.role(), share));
  }

  private static Color fill(Bar bar) {
    if (Double.isInfinite(bar.value())) {
      return Palette.errorSoft();
    }
    boolean isFaded = bar.light() == Light.FADED || bar.share().isPresent();
    return isFaded ? faded(bar.role()) : bar.role().fill();
  }

  /** Where a bar that goes on beyond the plot gives way to its arrow. */
  private static double before(BarsLayout layout, double zero, double end) {
    double arrow = Math.min(ARROW * layout.unit(), Math.abs(end - zero));
    return end > zero ? end - arrow : end + arrow;
  }

  private void share(Box track, BarScale scale, double unit, Role role, Bar.Share share) {
    double line = Math.max(1, 1.5 * unit);
    Box shown = shareBox(track, scale, unit, share);
    brush.cell(shown, role.fill(), role.ink(), Math.min(2 * unit, track.h() / 3), line);
  }

  /** Where a share lies; a small one is still seen. */
  private static Box shareBox(Box track, BarScale scale, double unit, Bar.Share share) {
    Box box = span(track, scale.position(track, share.from()), scale.position(track, share.to()));
    double least = Math.max(box.w(), 3 * unit);
    return new Box(box.x(), box.y(), least, box.h()).clampedTo(track);
  }

  /** Enough of a role's colour to tell which it is; solid, so that no grid line shines through. */
  private static Color faded(Role role) {
    return Tones.mixed(Palette.background(), role.fill(), FADED);
  }

  private static Box span(Box track, double a, double b) {
    return new Box(Math.min(a, b), track.y(), Math.abs(b - a), track.h());
  }

  /** What lies over the bars and the zero line: the exact value, the handle, the value. */
  private void over(BarsLayout layout, Bars bars, int i) {
    Bar bar = bars.bars().get(i);
    bar.exact().ifPresent(exact -> exact(layout, bars.scale(), i, exact));
    boolean hasHandle = bars.draggable() && i == bars.hovered() && !Double.isNaN(bar.value());
    if (hasHandle) {
      Box handle = layout.handle(i, bars.scale().position(layout.plot(), bar.value()));
      Color line = bar.role().ink();
      brush.cell(handle, Palette.card(), line, 4 * layout.unit(), 1.5 * layout.unit());
    }
    if (Double.isFinite(bar.value())) {
      value(layout, bars.scale(), i, bar, hasHandle);
    } else {
      special(layout, bars.scale(), i, bar);
    }
  }

  private void exact(BarsLayout layout, BarScale scale, int i, double exact) {
    if (scale.covers(exact)) {
      Box mark = exactBox(layout, scale, i, exact);
      brush.fill(mark.grown(layout.unit()), Palette.background(), 0);
      brush.fill(mark, Palette.text(), 0);
    }
  }

  private static Box exactBox(BarsLayout layout, BarScale scale, int i, double exact) {
    Box track = layout.track(i);
    double width = Math.max(1, Math.round(1.5 * layout.unit()));
    double reach = Math.min(2 * layout.unit(), (layout.pitch() - track.h()) / 2);
    double x = Math.round(scale.position(track, exact) - width / 2);
    return new Box(x, track.y() - reach, width, track.h() + 2 * reach);
  }

  private void value(BarsLayout layout, BarScale scale, int i, Bar bar, boolean hasHandle) {
    if (!layout.hasValues()) {
      return;
    }
    String text = Numbers.cell(bar.value());
    double width = text.length() * layout.type() * Brush.DIGIT_ASPECT;
    EndLabel label = EndLabel.of(room(layout, scale, i, bar, hasHandle), width);
    if (!label.box().isEmpty()) {
      boolean isFull = bar.light() != Light.FADED && bar.share().isEmpty();
      Color ink = label.isInside() && isFull ? bar.role().on() : Palette.text();
      brush.number(text, label.box(), layout.type(), ink);
    }
  }

  private static EndLabel.Room room(
      BarsLayout layout, BarScale scale, int i, Bar bar, boolean hasHandle) {
    Box track = layout.track(i);
    double zero = scale.position(track, 0);
    double end = scale.position(track, bar.value());
    boolean isBeyond = !scale.covers(bar.value());
    List<Box> taken = new ArrayList<>(2);
    bar.exact().ifPresent(exact -> taken.add(exactBox(layout, scale, i, exact)));
    bar.share().ifPresent(share -> taken.add(shareBox(track, scale, layout.unit(), share)));
    double gap = (hasHandle ? GAP + 4 : GAP) * layout.unit();
    double stop = isBeyond ? before(layout, zero, end) : end;
    return new EndLabel.Room(track, zero, stop, isBeyond, taken, gap);
  }

  /** NaN and ±∞: a text at the zero line; a mark where there is no room for text. */
  private void special(BarsLayout layout, BarScale scale, int i, Bar bar) {
    Box track = layout.track(i);
    double zero = scale.position(track, 0);
    String text = Numbers.cell(bar.value());
    if (layout.hasValues()) {
      double width = text.length() * layout.type() * Brush.DIGIT_ASPECT;
      double gap = GAP * layout.unit();
      boolean fitsRight = track.right() - zero >= width + 2 * gap;
      boolean fitsLeft = zero - track.x() >= width + 2 * gap;
      boolean isRight = bar.value() < 0 ? !fitsLeft : fitsRight;
      Box box = new Box(isRight ? zero + gap : zero - gap - width, track.y(), width, track.h());
      brush.strongNumber(text, box.clampedTo(track), layout.type(), Palette.error());
    } else if (Double.isNaN(bar.value())) {
      Box mark = Box.around(zero, track.centerY(), 6 * layout.unit(), Math.max(1, track.h()));
      brush.fill(mark, Palette.error(), 0);
    }
  }

  private void numbers(BarsLayout layout, Bars bars) {
    int every = layout.numberEvery();
    int alone = alone(bars);
    for (int i = 0; i < layout.count(); i += every) {
      if (alone < 0 || i == alone || !layout.number(i).overlaps(layout.number(alone))) {
        number(layout, bars, i);
      }
    }
    if (alone >= 0 && alone % every != 0) {
      number(layout, bars, alone);
    }
  }

  /** The bar whose number is written even where numbers are thinned out, or −1. */
  private static int alone(Bars bars) {
    int found = -1;
    for (int i = 0; i < bars.bars().size(); i++) {
      if (bars.bars().get(i).light() == Light.LIT) {
        if (found >= 0) {
          return bars.hovered();
        }
        found = i;
      }
    }
    return found >= 0 ? found : bars.hovered();
  }

  private void number(BarsLayout layout, Bars bars, int i) {
    boolean isLit = bars.bars().get(i).light() == Light.LIT || i == bars.hovered();
    Box place = layout.number(i);
    String text = Integer.toString(i);
    double width = text.length() * layout.type() * Brush.DIGIT_ASPECT;
    Box box = new Box(place.right() - width, place.y(), width, place.h());
    brush.number(text, box, layout.type(), isLit ? Palette.text() : Palette.muted());
  }
}
