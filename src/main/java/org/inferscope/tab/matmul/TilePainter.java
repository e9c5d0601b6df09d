package org.inferscope.tab.matmul;

import org.inferscope.model.matmul.Region;
import org.inferscope.model.matmul.Spotlight;
import org.inferscope.text.Texts;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.GridBox;
import org.inferscope.ui.theme.Role;

/** Paints how the matrices are cut into tiles, and which three tiles are in fast memory. */
final class TilePainter {
  private final Brush brush;

  TilePainter(Brush brush) {
    this.brush = brush;
  }

  void paint(Scene scene) {
    Moment moment = scene.moment();
    if (moment == null) {
      return;
    }
    int tile = moment.program().tile();
    for (Operand operand : Operand.values()) {
      cuts(scene, scene.layout().grid(operand), tile);
    }
    Spotlight lit = moment.spotlight();
    frame(scene, Operand.A, lit.a());
    frame(scene, Operand.B, lit.b());
    frame(scene, Operand.C, lit.c());
  }

  /** Lines between tiles. */
  private void cuts(Scene scene, GridBox grid, int tile) {
    double half = grid.gap() / 2;
    double over = scene.layout().px(4);
    double width = scene.layout().px(1.2);
    Box all = grid.bounds();
    for (int i = tile; i < grid.rows(); i += tile) {
      double y = grid.y() + i * grid.cellH() - half;
      brush.line(all.x() - over, y, all.right() + over, y, Role.PLUM.ink(), width);
    }
    for (int j = tile; j < grid.cols(); j += tile) {
      double x = grid.x() + j * grid.cellW() - half;
      brush.line(x, all.y() - over, x, all.bottom() + over, Role.PLUM.ink(), width);
    }
  }

  private void frame(Scene scene, Operand operand, Region region) {
    if (region.isEmpty()) {
      return;
    }
    StageLayout layout = scene.layout();
    GridBox grid = layout.grid(operand);
    Box block =
        grid.block(region.top(), region.bottom(), region.left(), region.right())
            .grown(layout.px(3));
    brush.outline(block, Role.PLUM.ink(), layout.px(6), layout.px(2.6));
    if (operand == Operand.C) {
      tag(layout, block);
    }
  }

  /** Says what the frames mean, under the tile of C. */
  private void tag(StageLayout layout, Box block) {
    String text = Texts.get("matmul.stage.fastMemory");
    double size = layout.px(12);
    double width = brush.width(text, size) + layout.px(12);
    Box box =
        new Box(block.centerX() - width / 2, block.bottom() + layout.px(2), width, layout.px(18))
            .clampedTo(layout.workbench());
    brush.fill(box, Role.PLUM.fill(), layout.px(5));
    brush.text(text, box, size, Role.PLUM.on());
  }
}
