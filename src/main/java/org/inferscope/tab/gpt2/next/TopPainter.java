package org.inferscope.tab.gpt2.next;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.inferscope.model.gpt2.sampling.Candidate;
import org.inferscope.tensor.Numbers;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.TextLines;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;

/** Paints the list of the likeliest tokens. Event thread. */
final class TopPainter {
  private final Graphics2D g;
  private final TopLayout layout;
  private final Font text;
  private final Font mono;

  TopPainter(Graphics2D g, TopLayout layout, Font text, Font mono) {
    this.g = g;
    this.layout = layout;
    this.text = text;
    this.mono = mono;
  }

  /** What the bars' full width stands for: round, and no less than the longest of them. */
  static double scale(List<Row> rows) {
    double most = 0;
    for (Row row : rows) {
      most = Math.max(most, Math.max(row.candidate().probability(), row.candidate().chance()));
    }
    double unit = Math.pow(10, Math.floor(Math.log10(Math.max(most, 1e-9))));
    for (double step : new double[] {1, 1.5, 2, 3, 4, 6, 8}) {
      if (most <= step * unit) {
        return Math.min(1, step * unit);
      }
    }
    return Math.min(1, 10 * unit);
  }

  /** Paints the rows that the clip shows. */
  void paint(List<Row> rows, Rectangle clip) {
    double scale = scale(rows);
    for (int i = 0; i < rows.size(); i++) {
      Box line = layout.cell(i, TopColumn.TOKEN);
      if (line.bottom() >= clip.y && line.y() <= clip.getMaxY()) {
        paint(i, rows.get(i), scale);
      }
    }
  }

  private void paint(int i, Row row, double scale) {
    Candidate candidate = row.candidate();
    Box word = layout.cell(i, TopColumn.TOKEN);
    Box last = layout.cell(i, TopColumn.LOGIT);
    if (row.isChosen()) {
      g.setColor(Role.RESULT.soft());
      g.fill(new Rectangle2D.Double(0, word.y() + 1, last.right() + word.x(), word.h() - 2));
    }
    boolean isOut = candidate.chance() == 0;
    g.setFont(text);
    FontMetrics metrics = g.getFontMetrics();
    g.setColor(isOut ? Palette.muted() : Palette.text());
    String cut = TextLines.cut(row.word(), metrics, (int) Math.ceil(word.w()));
    g.drawString(cut, (float) word.x(), base(word, metrics));
    bar(i, true, candidate.probability() / scale, Role.BLUE.fill());
    bar(i, false, candidate.chance() / scale, Role.ROW.fill());
    number(i, TopColumn.PROBABILITY, NextWords.percent(candidate.probability()), Role.BLUE.ink());
    number(
        i, TopColumn.CHANCE, NextWords.chance(candidate), isOut ? Palette.muted() : Role.ROW.ink());
    number(i, TopColumn.LOGIT, Numbers.cell(candidate.logit()), Palette.text());
  }

  private void bar(int i, boolean upper, double part, Color color) {
    Box bar = layout.bar(i, upper, Math.min(1, part));
    g.setColor(color);
    g.fill(new Rectangle2D.Double(bar.x(), bar.y(), bar.w(), bar.h()));
  }

  private void number(int i, TopColumn column, String words, Color color) {
    Box cell = layout.cell(i, column);
    g.setFont(mono);
    g.setColor(color);
    FontMetrics metrics = g.getFontMetrics();
    g.drawString(words, (float) (cell.right() - metrics.stringWidth(words)), base(cell, metrics));
  }

  private static float base(Box box, FontMetrics metrics) {
    return (float) (box.centerY() + (metrics.getAscent() - metrics.getDescent()) / 2.0);
  }
}
