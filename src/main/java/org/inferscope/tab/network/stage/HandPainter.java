package org.inferscope.tab.network.stage;

import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.theme.Palette;

/** Paints what is being dragged over all else. Event thread. */
final class HandPainter {
  private static final double GHOST = 0.75;

  private final Brush brush;

  HandPainter(Brush brush) {
    this.brush = brush;
  }

  void paint(StageLayout layout, Hand hand) {
    if (hand instanceof Hand.Resize resize && resize.column() < layout.columns().size()) {
      resize(layout, layout.column(resize.column()), resize.units());
    } else if (hand instanceof Hand.Move move && move.layer() + 1 < layout.columns().size()) {
      move(layout, move);
    }
  }

  /** The edge as it was and where it is to be, and both widths. */
  private void resize(StageLayout layout, Column column, int units) {
    StageSpec spec = layout.spec();
    Box frame = column.frame();
    double height = Math.max(column.pitch(), frame.h() + (units - column.units()) * column.pitch());
    Box wanted = Box.around(frame.centerX(), frame.centerY(), frame.w(), height);
    brush.within(
        layout.ground().grown(2),
        () -> brush.dashed(wanted, Palette.accent(), spec.px(6), spec.px(2)));
    String text =
        Texts.get("networkstage.resize", Numbers.count(column.units()), Numbers.count(units));
    double y = Math.min(wanted.bottom(), layout.ground().bottom()) - spec.px(16);
    label(layout, text, frame.centerX(), y);
  }

  /** The layer under the hand, and a mark where it goes. */
  private void move(StageLayout layout, Hand.Move move) {
    StageSpec spec = layout.spec();
    Column column = layout.column(move.layer() + 1);
    Box ghost = column.frame().moved(move.dx(), 0);
    brush.see(
        GHOST,
        () -> {
          brush.within(layout.ground(), () -> brush.fill(ghost, Palette.accentSoft(), spec.px(6)));
          brush.within(
              layout.ground(),
              () -> brush.outline(ghost, Palette.accent(), spec.px(6), spec.px(2)));
        });
    if (move.to() != move.layer()) {
      double x = mark(layout, move);
      brush.fill(
          new Box(x - spec.px(2), layout.ground().y(), spec.px(4), layout.ground().h()),
          Palette.accent(),
          spec.px(2));
    }
    String text = Texts.get("networkstage.move", Numbers.count(move.to() + 1L));
    label(layout, text, ghost.centerX(), layout.ground().y() + spec.px(14));
  }

  /** The middle of the gap that the layer goes into. */
  private static double mark(StageLayout layout, Hand.Move move) {
    int before = move.to() < move.layer() ? move.to() : move.to() + 1;
    Column left = layout.column(before);
    return before + 1 < layout.columns().size()
        ? (left.out() + layout.column(before + 1).in()) / 2
        : left.out() + layout.spec().px(12);
  }

  private void label(StageLayout layout, String text, double x, double y) {
    StageSpec spec = layout.spec();
    double size = Math.max(spec.type(), spec.px(14));
    double width = brush.width(text, size) + spec.px(18);
    Box box = Box.around(x, y, width, size * 1.7).clampedTo(layout.ground());
    brush.fill(box, Palette.accent(), box.h() / 2);
    brush.text(text, box, size, Palette.onAccent());
  }
}
