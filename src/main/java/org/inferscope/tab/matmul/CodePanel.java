package org.inferscope.tab.matmul;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.JPanel;
import org.inferscope.model.matmul.MatmulProgram;
import org.inferscope.text.Texts;
import org.inferscope.ui.paint.Canvas;
import org.jspecify.annotations.Nullable;

/** The loop nest of the algorithm, with the lines lit that ran in the tick just done. */
final class CodePanel extends JPanel {
  private @Nullable MatmulProgram program;
  private int tick = -1;

  CodePanel() {
    setOpaque(false);
    setName("matmul.code");
    setToolTipText(Texts.get("matmul.steps.code.tip"));
  }

  /**
   * Shows the code as it stands at a moment of a run.
   *
   * @param shown the program that runs
   * @param at the tick whose lines are lit, −1 before the first
   */
  void show(MatmulProgram shown, int at) {
    boolean otherCode = program == null || !program.code().equals(shown.code());
    if (!otherCode && program == shown && at == tick) {
      return;
    }
    program = shown;
    tick = at;
    if (otherCode) {
      revalidate();
    }
    getAccessibleContext().setAccessibleName(Texts.get("matmul.steps.code", current()));
    repaint();
  }

  private int updateLine() {
    return program == null || tick < 0 ? -1 : program.codeLine(tick);
  }

  private String current() {
    int line = updateLine();
    return program == null || line < 0 ? "" : program.code().get(line).text();
  }

  private boolean ran(int line) {
    return program != null && tick >= 0 && program.runs(tick, line);
  }

  @Override
  public Dimension getPreferredSize() {
    return program == null
        ? new Dimension()
        : CodePainter.size(program.code(), getFontMetrics(CodePainter.font()));
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    if (program == null) {
      return;
    }
    Graphics2D g = Canvas.of(graphics);
    CodePainter.paint(g, program.code(), this::ran, updateLine(), getWidth());
    g.dispose();
  }
}
