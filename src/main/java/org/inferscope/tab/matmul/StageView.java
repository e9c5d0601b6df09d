package org.inferscope.tab.matmul;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.JPanel;
import javax.swing.JRootPane;
import javax.swing.ToolTipManager;
import org.inferscope.text.Texts;
import org.inferscope.ui.grid.Cell;
import org.inferscope.ui.grid.MatrixEditor;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.theme.Metrics;
import org.jspecify.annotations.Nullable;

/**
 * The stage: A, B and C, what flies between them, and the line that spells it out. Repaints only
 * what changed since the last picture. Event thread.
 */
final class StageView extends JPanel {
  private final MatmulPresenter presenter;
  private final SceneBuilder scenes;
  private final StagePainter painter = new StagePainter();
  private final Map<MatrixEditor, CellHost> editors = new LinkedHashMap<>();
  private final AnswerView answer;
  private Optional<Target> hover = Optional.empty();
  private @Nullable Scene shown;

  StageView(MatmulPresenter presenter) {
    super(null);
    this.presenter = presenter;
    scenes = new SceneBuilder(presenter);
    setName("matmul.stage");
    setOpaque(true);
    getAccessibleContext().setAccessibleName(Texts.get("matmul.stage.name"));
    Pointer pointer = new Pointer();
    addMouseListener(pointer);
    addMouseMotionListener(pointer);
    ToolTipManager.sharedInstance().registerComponent(this);
    answer = new AnswerView(presenter);
    add(answer);
    for (Operand operand : Operand.values()) {
      CellHost host = new CellHost(presenter, operand, this::stageLayout);
      MatrixEditor editor = editor(operand, host);
      editors.put(editor, host);
      add(editor);
    }
  }

  private MatrixEditor editor(Operand operand, CellHost host) {
    MatrixEditor editor = new MatrixEditor("matmul.cells." + operand, operand.name(), host, host);
    editor.setEditable(operand != Operand.C);
    editor.setCellTips(cell -> Tips.of(presenter, value(operand, cell)));
    editor.onHover(cell -> hover(cell.<Target>map(at -> value(operand, at))));
    editor.onOpen(cell -> presenter.refOf(value(operand, cell)).ifPresent(presenter::explain));
    return editor;
  }

  private static Target.Value value(Operand operand, Cell cell) {
    return new Target.Value(operand, cell.row(), cell.col());
  }

  @Override
  public void doLayout() {
    editors.forEach((editor, host) -> editor.setBounds(host.bounds()));
    answer.refresh(stageLayout());
  }

  /** The layout for the size the stage has now. */
  StageLayout stageLayout() {
    return scenes.layout(Math.max(1, getWidth()), Math.max(1, getHeight()));
  }

  /** Shows a change of the state: everything is painted again. */
  void refresh() {
    getAccessibleContext().setAccessibleDescription(presenter.narration());
    doLayout();
    repaint();
  }

  /** Shows the next instant of the animation: only what moved is painted again. */
  void advance() {
    if (presenter.game().isPresent()) {
      answer.refresh(stageLayout());
    }
    Scene before = shown;
    if (before == null || getWidth() == 0) {
      repaint();
      return;
    }
    Scene now = scene();
    if (Changes.onlyChips(before, now)) {
      repaintChips(before.chips());
      repaintChips(now.chips());
    } else {
      repaint();
    }
  }

  private void repaintChips(List<Chip> chips) {
    Box dirty = Box.EMPTY;
    for (Chip chip : chips) {
      dirty = dirty.union(ChipPainter.reach(chip));
    }
    if (!dirty.isEmpty()) {
      repaint(
          new Rectangle(
              (int) dirty.x() - 1, (int) dirty.y() - 1, (int) dirty.w() + 3, (int) dirty.h() + 3));
    }
  }

  private Scene scene() {
    return scenes.build(Math.max(1, getWidth()), Math.max(1, getHeight()), hover);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = (Graphics2D) graphics.create();
    Scene now = scene();
    painter.paint(g, now);
    shown = now;
    g.dispose();
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(Metrics.px(880), Metrics.px(480));
  }

  @Override
  public Dimension getMinimumSize() {
    return new Dimension(Metrics.px(320), Metrics.px(220));
  }

  @Override
  public @Nullable String getToolTipText(MouseEvent event) {
    return tip(HitTest.at(stageLayout(), event.getX(), event.getY()));
  }

  /** The tooltip of something on the stage; none for nothing. */
  @Nullable String tip(Optional<Target> target) {
    return target.map(at -> Tips.of(presenter, at)).orElse(null);
  }

  /** Lights what the pointer is on. */
  void hover(Optional<Target> target) {
    if (!target.equals(hover)) {
      hover = target;
      repaint();
    }
  }

  private final class Pointer extends MouseAdapter {
    /** A click beside the cells ends typing: the keys play the animation again. */
    @Override
    public void mousePressed(MouseEvent event) {
      JRootPane root = getRootPane();
      if (root != null) {
        root.requestFocusInWindow();
      }
    }

    @Override
    public void mouseMoved(MouseEvent event) {
      hover(HitTest.at(stageLayout(), event.getX(), event.getY()));
    }

    @Override
    public void mouseExited(MouseEvent event) {
      hover(Optional.empty());
    }
  }
}
