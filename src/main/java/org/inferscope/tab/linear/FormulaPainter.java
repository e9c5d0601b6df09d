package org.inferscope.tab.linear;

import java.util.List;
import org.inferscope.tensor.Numbers;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.LineLayout;
import org.inferscope.ui.paint.LinePainter;
import org.inferscope.ui.paint.Token;
import org.inferscope.ui.paint.Tone;

/** Paints the formula with its shapes: {@code y [3] = W [3×4] · x [4] + b [3]}. */
final class FormulaPainter {
  private final LinePainter line;

  FormulaPainter(Brush brush) {
    line = new LinePainter(brush);
  }

  void paint(StageLayout layout) {
    StageSpec spec = layout.spec();
    line.paint(LineLayout.of(tokens(spec), layout.formula(), spec.unit(), spec.smallest()));
  }

  /** The formula in pieces; for a batch {@code Y [32×3] = X [32×4] · Wᵀ [4×3] + b [3]}. */
  static List<Token> tokens(StageSpec spec) {
    String in = Numbers.count(spec.inputs());
    String out = Numbers.count(spec.outputs());
    if (spec.batch() == 1) {
      return List.of(
          name("y", Tone.PLAIN),
          shape(out),
          sign(" = "),
          name("W", Tone.ROW),
          shape(out + "×" + in),
          sign(" · "),
          name("x", Tone.COLUMN),
          shape(in),
          sign(" + "),
          name("b", Tone.RESULT),
          shape(out));
    }
    String rows = Numbers.count(spec.batch());
    return List.of(
        name("Y", Tone.PLAIN),
        shape(rows + "×" + out),
        sign(" = "),
        name("X", Tone.COLUMN),
        shape(rows + "×" + in),
        sign(" · "),
        name("Wᵀ", Tone.ROW),
        shape(in + "×" + out),
        sign(" + "),
        name("b", Tone.RESULT),
        shape(out));
  }

  private static Token name(String text, Tone tone) {
    return new Token(text, tone, Token.Part.SUM, -1, true);
  }

  private static Token shape(String text) {
    return Token.text(" [" + text + "]", Tone.MUTED);
  }

  private static Token sign(String text) {
    return Token.text(text, Tone.MUTED);
  }
}
