package org.inferscope.tab.matmul;

import java.awt.Color;
import org.inferscope.model.matmul.ShapeMismatch;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.theme.Palette;

/** Marks the two sizes that differ, and says in place why there is no product. */
final class MismatchPainter {
  private final Brush brush;

  MismatchPainter(Brush brush) {
    this.brush = brush;
  }

  void paint(Scene scene) {
    if (scene.mismatch().isEmpty()) {
      return;
    }
    ShapeMismatch mismatch = scene.mismatch().get();
    StageLayout layout = scene.layout();
    Box a = layout.a().bounds().grown(layout.px(4));
    Box b = layout.b().bounds().grown(layout.px(4));
    double width = layout.px(3);
    double below = a.bottom() + layout.px(9);
    brush.line(a.x(), below, a.right(), below, Palette.error(), width);
    ends(a.x(), below, a.right(), below, layout.px(5), true);
    double beside = b.x() - layout.px(StageLayout.INDEX + 4);
    brush.line(beside, b.y(), beside, b.bottom(), Palette.error(), width);
    ends(beside, b.y(), beside, b.bottom(), layout.px(5), false);
    tag(layout, columns(mismatch), a.centerX(), below + layout.px(15));
    tag(layout, rows(mismatch), beside, b.bottom() + layout.px(15));
  }

  private static String columns(ShapeMismatch mismatch) {
    int count = mismatch.columnsA();
    return Texts.get("matmul.mismatch.columns", count, Numbers.count(count));
  }

  private static String rows(ShapeMismatch mismatch) {
    int count = mismatch.rowsB();
    return Texts.get("matmul.mismatch.rows", count, Numbers.count(count));
  }

  private void ends(double x1, double y1, double x2, double y2, double half, boolean flat) {
    double dx = flat ? 0 : half;
    double dy = flat ? half : 0;
    brush.line(x1 - dx, y1 - dy, x1 + dx, y1 + dy, Palette.error(), 2);
    brush.line(x2 - dx, y2 - dy, x2 + dx, y2 + dy, Palette.error(), 2);
  }

  private void tag(StageLayout layout, String text, double centerX, double centerY) {
    double size = layout.px(14);
    double width = brush.width(text, size) + layout.px(20);
    Box box = Box.around(centerX, centerY, width, layout.px(24)).clampedTo(layout.workbench());
    Color back = Palette.errorSoft();
    brush.fill(box, back, layout.px(6));
    brush.strong(text, box, size, Palette.error());
  }

  /** The sentence, where the line with numbers stands otherwise. */
  void sentence(Scene scene) {
    if (scene.mismatch().isEmpty()) {
      return;
    }
    StageLayout layout = scene.layout();
    Box box = layout.line().grown(-layout.px(4));
    brush.fill(box, Palette.errorSoft(), layout.px(8));
    String text = scene.mismatch().get().message();
    double size = layout.px(19);
    double width = brush.width(text, size);
    double room = box.w() - layout.px(24);
    brush.text(text, box, width > room ? size * room / width : size, Palette.error());
  }
}
