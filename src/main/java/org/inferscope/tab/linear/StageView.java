package org.inferscope.tab.linear;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.swing.JPanel;
import javax.swing.JRootPane;
import org.inferscope.text.Texts;
import org.inferscope.ui.edt.RepaintMeter;
import org.inferscope.ui.grid.Cell;
import org.inferscope.ui.grid.CellDrag;
import org.inferscope.ui.grid.MatrixEditor;
import org.inferscope.ui.theme.Metrics;

/**
 * The stage with W, x, b and y, and the batch under them. Over each panel lies an editor that
 * handles mouse, keyboard and clipboard. Event thread.
 */
final class StageView extends JPanel {
  /** Pixels of a drag, unscaled. */
  private static final float TRAVEL = 120;

  private final LinearPresenter presenter;
  private final SceneBuilder scenes;
  private final StagePainter painter = new StagePainter();
  private final Map<Part, MatrixEditor> editors = new EnumMap<>(Part.class);
  private final Map<Part, CellHost> hosts = new EnumMap<>(Part.class);
  private final RepaintMeter repaints = new RepaintMeter(this);

  StageView(LinearPresenter presenter) {
    super(null);
    this.presenter = presenter;
    scenes = new SceneBuilder(presenter);
    setName("linear.stage");
    setOpaque(true);
    getAccessibleContext().setAccessibleName(Texts.get("linear.stage.name"));
    addMouseListener(new Pointer());
    for (Part part : Part.values()) {
      CellHost host = new CellHost(presenter, part, this::stageLayout);
      MatrixEditor editor = editor(part, host);
      hosts.put(part, host);
      editors.put(part, editor);
      add(editor);
    }
  }

  private MatrixEditor editor(Part part, CellHost host) {
    MatrixEditor editor = new MatrixEditor("linear.cells." + part, part.symbol(), host, host);
    editor.setEditable(!part.isComputed());
    editor.setCellNames(cell -> Tips.name(presenter, part, cell));
    editor.setCellTips(cell -> Tips.of(presenter, part, cell));
    editor.onHover(cell -> presenter.hover(cell.map(at -> presenter.refOf(part, at))));
    editor.onLead(cell -> lead(part, cell));
    editor.addFocusListener(new Keyboard(part, editor));
    editor.onOpen(cell -> presenter.explain(presenter.valueOf(part, cell)));
    switch (part) {
      case W -> {
        editor.setDrag(CellDrag.vertical(this::weightPerPixel));
        editor.setTypeOnClick(true);
        editor.setWheelStep(LinearPresenter.WHEEL_STEP);
      }
      case X, B -> {
        editor.setDrag(CellDrag.horizontal(() -> barPerPixel(part)));
        editor.setWheelStep(LinearPresenter.WHEEL_STEP);
      }
      case Y, BATCH_X, BATCH_Y -> {}
    }
    return editor;
  }

  /** {@link #TRAVEL} go from nothing to the strongest colour. */
  private double weightPerPixel() {
    return presenter.scales().weights() / Metrics.px(TRAVEL);
  }

  /** As far as the bar's end moves. */
  private double barPerPixel(Part part) {
    StageLayout.Bars bars = stageLayout().bars();
    return part == Part.X
        ? presenter.scales().x().perPixel(bars.x().plot())
        : presenter.scales().b().perPixel(bars.b().plot());
  }

  /** The keyboard or a click went to a cell: in the batch it brings its row into the bars. */
  private void lead(Part part, Cell cell) {
    if (part == Part.BATCH_X || part == Part.BATCH_Y) {
      presenter.setRow(cell.row());
    }
    presenter.choose(presenter.refOf(part, cell));
  }

  @Override
  public void doLayout() {
    editors.forEach(
        (part, editor) -> {
          boolean batch = part == Part.BATCH_X || part == Part.BATCH_Y;
          editor.setVisible(!batch || stageLayout().hasBatch());
          CellHost host = Objects.requireNonNull(hosts.get(part));
          editor.setBounds(host.bounds());
        });
  }

  /** The layout for the size the stage has now. */
  StageLayout stageLayout() {
    return scenes.layout(Math.max(1, getWidth()), Math.max(1, getHeight()));
  }

  /** Shows a change of the state or of the step-through. */
  void refresh() {
    getAccessibleContext().setAccessibleDescription(presenter.narration());
    doLayout();
    repaints.request();
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    repaints.painted();
    Graphics2D g = (Graphics2D) graphics.create();
    painter.paint(g, scenes.build(Math.max(1, getWidth()), Math.max(1, getHeight())));
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

  /** What the keyboard is on is lit; no longer when it goes away, but for typing there. */
  private final class Keyboard extends FocusAdapter {
    private final Part part;
    private final MatrixEditor editor;

    Keyboard(Part part, MatrixEditor editor) {
      this.part = part;
      this.editor = editor;
    }

    @Override
    public void focusGained(FocusEvent event) {
      presenter.choose(presenter.refOf(part, editor.selection().lead()));
    }

    @Override
    public void focusLost(FocusEvent event) {
      if (!event.isTemporary() && !editor.isEditing()) {
        presenter.hover(Optional.empty());
      }
    }
  }

  /** A click beside the panels ends typing: the keys play the step-through again. */
  private final class Pointer extends MouseAdapter {
    @Override
    public void mousePressed(MouseEvent event) {
      JRootPane root = getRootPane();
      if (root != null) {
        root.requestFocusInWindow();
      }
    }

    @Override
    public void mouseExited(MouseEvent event) {
      presenter.hover(Optional.empty());
    }
  }
}
