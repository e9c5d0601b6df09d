package org.inferscope.tab.matmul;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.inferscope.model.matmul.CodeLine;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;

/**
 * Draws a loop nest as code. The line that multiplies stands on the accent's tint with a bar before
 * it, loop heads that have just moved on a quieter one; the three matrices have their colours.
 */
final class CodePainter {
  /** A matrix with its index, or a word of the language. */
  private static final Pattern TOKEN =
      Pattern.compile("\\b(?<word>for|in|range|if|else|every|at|once)\\b|\\b(?<name>[AaBbCc])\\b");

  private static final float SIZE = 12;

  private CodePainter() {}

  /** Pixels the code wants. */
  static Dimension size(List<CodeLine> code, FontMetrics metrics) {
    int widest = 0;
    for (CodeLine line : code) {
      widest = Math.max(widest, metrics.stringWidth(line.indented()));
    }
    return new Dimension(
        widest + 2 * inset(), code.size() * lineHeight(metrics) + 2 * Metrics.px(6));
  }

  /** The font of code. */
  static Font font() {
    return Fonts.mono(SIZE);
  }

  /**
   * Draws the code from the top left corner of the graphics.
   *
   * @param runs whether a line ran in the tick shown
   * @param update the line that multiplied in the tick shown, or −1
   */
  static void paint(Graphics2D g, List<CodeLine> code, IntPredicate runs, int update, int width) {
    g.setFont(font());
    FontMetrics metrics = g.getFontMetrics();
    int height = lineHeight(metrics);
    int y = Metrics.px(6);
    for (int line = 0; line < code.size(); line++) {
      paintLight(g, y, width, height, line == update, runs.test(line));
      int baseline = y + (height - metrics.getHeight()) / 2 + metrics.getAscent();
      paintText(g, code.get(line).indented(), inset(), baseline);
      y += height;
    }
  }

  private static void paintLight(
      Graphics2D g, int y, int width, int height, boolean strong, boolean lit) {
    if (!strong && !lit) {
      return;
    }
    int arc = Metrics.px(6);
    g.setColor(strong ? Role.RESULT.soft() : Palette.accentSoft());
    g.fillRoundRect(0, y, width, height - 1, arc, arc);
    if (strong) {
      g.setColor(Role.RESULT.fill());
      g.fillRoundRect(0, y, Metrics.px(3), height - 1, arc / 2, arc / 2);
    }
  }

  private static void paintText(Graphics2D g, String text, int left, int baseline) {
    FontMetrics metrics = g.getFontMetrics();
    float x = left;
    int from = 0;
    Matcher token = TOKEN.matcher(text);
    while (token.find()) {
      x = draw(g, metrics, text.substring(from, token.start()), x, baseline, Palette.text());
      x = draw(g, metrics, token.group(), x, baseline, colour(token));
      from = token.end();
    }
    draw(g, metrics, text.substring(from), x, baseline, Palette.text());
  }

  private static float draw(
      Graphics2D g, FontMetrics metrics, String text, float x, int baseline, Color colour) {
    g.setColor(colour);
    g.drawString(text, x, baseline);
    return x + (float) metrics.getStringBounds(text, g).getWidth();
  }

  private static Color colour(Matcher token) {
    String name = token.group("name");
    if (name == null) {
      return Palette.muted();
    }
    return switch (name) {
      case "A", "a" -> Role.ROW.ink();
      case "B", "b" -> Role.COLUMN.ink();
      default -> Role.RESULT.ink();
    };
  }

  private static int inset() {
    return Metrics.px(8);
  }

  private static int lineHeight(FontMetrics metrics) {
    return Math.round(metrics.getHeight() * 1.35f);
  }
}
