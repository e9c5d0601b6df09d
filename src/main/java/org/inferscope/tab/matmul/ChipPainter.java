package org.inferscope.tab.matmul;

import java.awt.Color;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.Tone;
import org.inferscope.ui.paint.Tones;
import org.inferscope.ui.theme.Palette;

/** Paints values in the air: rounded, with a soft shadow below. */
final class ChipPainter {
  private static final Color SHADOW = new Color(0, 0, 0, 46);

  /** Beyond this many values in the air, one layer, single shadows would only be noise. */
  private static final int MOST_SHADOWS = 30;

  private final Brush brush;

  ChipPainter(Brush brush) {
    this.brush = brush;
  }

  void paint(Scene scene) {
    for (Chip chip : scene.chips()) {
      if (chip.alpha() > 0.01) {
        brush.see(chip.alpha(), () -> chip(scene, chip));
      }
    }
  }

  private void chip(Scene scene, Chip chip) {
    double radius = Math.min(scene.layout().px(7), chip.box().h() * 0.3);
    if (scene.chips().size() <= MOST_SHADOWS) {
      brush.cell(chip.box().moved(0, scene.layout().px(2.5)), SHADOW, SHADOW, radius, 0);
    }
    Color edge = chip.tone() == Tone.PLAIN ? Palette.cellBorder() : Tones.ink(chip.tone());
    brush.cell(chip.box(), Tones.fill(chip.tone()), edge, radius, scene.layout().px(1));
    double widest = (chip.box().w() - 2) / (Math.max(1, chip.text().length()) * Brush.DIGIT_ASPECT);
    double size = Math.min(chip.size(), widest);
    if (size >= scene.layout().px(11.5)) {
      brush.strongNumber(chip.text(), chip.box(), size, Tones.on(chip.tone()));
    }
  }

  /** The part of the stage a chip covers, shadow included. */
  static Box reach(Chip chip) {
    return chip.box().grown(6);
  }
}
