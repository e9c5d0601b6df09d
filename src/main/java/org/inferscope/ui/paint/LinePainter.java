package org.inferscope.ui.paint;

import java.awt.Color;
import org.inferscope.ui.paint.LineLayout.Placed;
import org.inferscope.ui.theme.Palette;

/** Paints lines that spell a computation out, and the sentence below. Event thread. */
public final class LinePainter {
  private static final double SENTENCE = 15;
  private static final double SMALLEST_SENTENCE = 12;

  private final Brush brush;

  /** A painter that paints with this brush. */
  public LinePainter(Brush brush) {
    this.brush = brush;
  }

  /** A line; tokens that are worked on stand on their colour. */
  public void paint(LineLayout line) {
    for (Placed placed : line.placed()) {
      token(line.size(), placed);
    }
  }

  /**
   * A sentence in the middle of a box, its type smaller where it is long; nothing in an empty box.
   *
   * @param unit pixels of an unscaled pixel
   */
  public void sentence(String text, Box box, double unit, Tone tone) {
    if (box.isEmpty()) {
      return;
    }
    double size = SENTENCE * unit;
    double width = brush.width(text, size);
    double fitting =
        width > box.w() ? Math.max(SMALLEST_SENTENCE * unit, size * box.w() / width) : size;
    brush.text(text, box, fitting, ink(tone));
  }

  private static Color ink(Tone tone) {
    return tone == Tone.PLAIN ? Palette.muted() : Tones.ink(tone);
  }

  private void token(double size, Placed placed) {
    Token token = placed.token();
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
