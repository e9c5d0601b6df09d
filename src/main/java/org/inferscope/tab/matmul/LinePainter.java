package org.inferscope.tab.matmul;

import java.awt.Color;
import org.inferscope.tab.matmul.LineLayout.Placed;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.Tone;
import org.inferscope.ui.paint.Tones;
import org.inferscope.ui.theme.Palette;

/** Paints the line that spells out the step, and the sentence below it. */
final class LinePainter {
  private final Brush brush;

  LinePainter(Brush brush) {
    this.brush = brush;
  }

  void paint(Scene scene) {
    for (Placed placed : scene.line().placed()) {
      token(scene, placed);
    }
    double size = scene.layout().px(15);
    Box box = scene.layout().narration();
    if (box.isEmpty()) {
      return;
    }
    double width = brush.width(scene.narration(), size);
    double fitting =
        width > box.w() ? Math.max(scene.layout().px(12), size * box.w() / width) : size;
    brush.text(scene.narration(), box, fitting, ink(scene.tone()));
  }

  private static Color ink(Tone tone) {
    return tone == Tone.PLAIN ? Palette.muted() : Tones.ink(tone);
  }

  private void token(Scene scene, Placed placed) {
    Token token = placed.token();
    double size = scene.line().size();
    boolean strongSign = token.part() == Token.Part.TEXT && token.strong();
    if (token.part() == Token.Part.SUM || strongSign) {
      brush.strongNumber(token.text(), placed.box(), size, Tones.ink(token.tone()));
    } else if (token.strong()) {
      Box back = placed.box().grown(-size * 0.06);
      brush.fill(back, Tones.fill(token.tone()), size * 0.2);
      brush.strongNumber(token.text(), placed.box(), size, Tones.on(token.tone()));
    } else {
      brush.number(token.text(), placed.box(), size, Tones.ink(token.tone()));
    }
  }
}
