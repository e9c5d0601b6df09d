package org.inferscope.tab.network.stage;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.inferscope.text.Texts;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.theme.Palette;
import org.jspecify.annotations.Nullable;

/** Paints the input as a square picture, bright where it is 1. Event thread. */
final class PadPainter {
  private final Brush brush;
  private @Nullable BufferedImage image;

  PadPainter(Brush brush) {
    this.brush = brush;
  }

  /** The picture, its cells framed where they are large, and the button under it. */
  void paint(Scene scene, Column column) {
    StageSpec spec = scene.layout().spec();
    int side = column.side();
    if (!scene.numbers().isEmpty()) {
      brush.pixels(picture(side, scene.numbers().get(0).values()), column.plot());
    }
    if (column.pitch() > spec.px(9)) {
      for (int k = 1; k < side; k++) {
        line(column.plot(), k / (double) side, spec);
      }
    }
    brush.outline(column.frame().grown(spec.px(1)), Palette.cellBorder(), spec.px(3), spec.px(1));
    Box clear = scene.layout().clear();
    brush.cell(clear, Palette.card(), Palette.cardBorder(), spec.px(6), spec.px(1));
    brush.text(Texts.get("networkstage.clear"), clear, spec.type(), Palette.text());
  }

  private void line(Box box, double at, StageSpec spec) {
    double width = Math.max(1, spec.px(0.5));
    Color grid = Palette.magnitude().at(0.25);
    brush.fill(new Box(box.x() + at * box.w(), box.y(), width, box.h()), grid, 0);
    brush.fill(new Box(box.x(), box.y() + at * box.h(), box.w(), width), grid, 0);
  }

  private BufferedImage picture(int side, float[] values) {
    BufferedImage current = image;
    if (current == null || current.getWidth() != side) {
      current = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
      image = current;
    }
    for (int at = 0; at < values.length; at++) {
      current.setRGB(at % side, at / side, Palette.magnitude().rgbAt(values[at]));
    }
    return current;
  }

  /** A frame around the cell that is lit. */
  void focus(Scene scene, Column column, int i) {
    StageSpec spec = scene.layout().spec();
    Box cell = column.lane(i);
    brush.outline(cell.grown(spec.px(1)), Palette.accent(), spec.px(2), spec.px(2));
  }
}
