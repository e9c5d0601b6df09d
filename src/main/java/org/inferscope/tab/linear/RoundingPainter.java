package org.inferscope.tab.linear;

import org.inferscope.model.linear.LinearNames;
import org.inferscope.model.linear.RoundedLayer;
import org.inferscope.tab.linear.RoundingLayout.Spot;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.Edge;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;
import org.jspecify.annotations.Nullable;

/** Paints the table of rounding errors, only what lies within the clip. Event thread. */
final class RoundingPainter {
  /** The relative error whose bar is empty, as a power of ten; a bar is full at 1. */
  static final int EMPTY = -9;

  private static final double RADIUS = 4;

  private final Brush brush;

  RoundingPainter(Brush brush) {
    this.brush = brush;
  }

  /** The length of a relative error's bar, from 0 to 1: its logarithm from 1e−9 to 1. */
  static double length(double relative) {
    if (!(relative > 0)) {
      return 0;
    }
    return Math.max(0, Math.min(1, 1 - Math.log10(relative) / EMPTY));
  }

  /**
   * Paints the blocks from one to another.
   *
   * @param precision the format in force, whose column is lit
   * @param lit the number under the pointer or the keyboard
   */
  void paint(
      RoundingLayout layout,
      RowErrors errors,
      DType precision,
      @Nullable Spot lit,
      int first,
      int last) {
    double unit = layout.type() / 12;
    column(layout, RoundedLayer.FORMATS.indexOf(precision), unit);
    if (lit != null) {
      brush.fill(layout.place(lit), Palette.accentSoft(), RADIUS * unit);
    }
    for (int index = first; index <= Math.min(last, layout.outputs() + 2); index++) {
      if (index >= RoundingLayout.HEAD) {
        output(layout, errors, index);
      } else {
        head(layout, errors, precision, index);
      }
    }
    Box below = layout.block(RoundingLayout.HEAD);
    brush.fill(new Box(0, Math.rint(below.y()), layout.width(), unit), Palette.cardBorder(), 0);
  }

  /** In two lines a column would run through the values. */
  private void column(RoundingLayout layout, int format, double unit) {
    if (layout.isWide()) {
      Box top = layout.error(0, format);
      Box column = new Box(top.x(), 0, top.w(), layout.height());
      brush.fill(column, Palette.background(), RADIUS * unit);
    }
  }

  private void head(RoundingLayout layout, RowErrors errors, DType precision, int index) {
    double type = layout.type();
    brush.leading(headTitle(index), layout.lead(index), type, Palette.muted());
    if (index == 0) {
      brush.trailing(Texts.get("linear.rounding.float64"), value(layout, 0), type, Palette.muted());
    }
    for (int f = 0; f < RoundedLayer.FORMATS.size(); f++) {
      DType format = RoundedLayer.FORMATS.get(f);
      Box cell = layout.error(index, f);
      if (index == 0 && format == precision) {
        brush.strong(format.label(), cell, type, Palette.text());
      } else if (index == 0) {
        brush.text(format.label(), cell, type, Palette.muted());
      } else {
        double size = index == 1 ? errors.largest(f) : errors.mean(f);
        brush.number(ErrorText.relative(size), cell, type, Palette.text());
      }
    }
  }

  private static String headTitle(int index) {
    return switch (index) {
      case 0 -> "";
      case 1 -> Texts.get("linear.rounding.largest");
      default -> Texts.get("linear.rounding.mean");
    };
  }

  /** Where a value ends: short of the errors beside it. */
  private static Box value(RoundingLayout layout, int index) {
    Box lead = layout.lead(index);
    return new Box(lead.x(), lead.y(), lead.w() - 0.6 * layout.type(), lead.h());
  }

  private void output(RoundingLayout layout, RowErrors errors, int index) {
    double type = layout.type();
    int i = index - RoundingLayout.HEAD;
    brush.leadingStrong(LinearNames.output(1, 0, i), layout.lead(index), type, Palette.text());
    String text = Numbers.cell(errors.exact(i));
    Box room = value(layout, index);
    double width = text.length() * type * Brush.DIGIT_ASPECT;
    Box value = new Box(room.right() - width, room.y(), width, room.h());
    brush.number(text, value, type, Palette.text());
    for (int f = 0; f < RoundedLayer.FORMATS.size(); f++) {
      double error = errors.error(f, i);
      Box cell = layout.error(index, f);
      int characters = (int) (cell.w() / (type * Brush.DIGIT_ASPECT) - 0.25);
      brush.number(ErrorText.signedWithin(error, characters), cell, type, Palette.text());
      bar(layout.bar(index, f), error, errors.relative(f, i));
    }
  }

  /** From the middle: to the right for too much, to the left for too little. */
  private void bar(Box room, double error, double relative) {
    double middle = Math.rint(room.centerX());
    boolean more = error > 0;
    boolean broken = Double.isNaN(error) || Double.isInfinite(error);
    double length = (broken ? 1 : length(relative)) * room.w() / 2;
    if (length > 0) {
      Box body = new Box(more ? middle : middle - length, room.y(), length, room.h());
      Role role = more ? Role.ROW : Role.COLUMN;
      Edge end = more ? Edge.RIGHT : Edge.LEFT;
      brush.bar(body, broken ? Palette.error() : role.fill(), room.h() / 2, end);
    }
    double line = Math.max(1, Math.rint(room.h() / 4));
    double top = Math.rint(room.y()) - line;
    brush.fill(new Box(middle, top, line, Math.rint(room.h()) + 2 * line), Palette.muted(), 0);
  }
}
