package org.inferscope.tab.matmul;

import java.awt.Rectangle;
import java.util.function.Supplier;
import org.inferscope.tensor.Matrix;
import org.inferscope.ui.grid.Cell;
import org.inferscope.ui.grid.EntryGrid;
import org.inferscope.ui.grid.GridGeometry;
import org.inferscope.ui.grid.GridHost;
import org.inferscope.ui.grid.GridLimits;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.GridBox;

/** Connects the editor over one matrix with the presenter and with where the cells are painted. */
final class CellHost implements GridHost, GridGeometry {
  private final MatmulPresenter presenter;
  private final Operand operand;
  private final Supplier<StageLayout> layout;

  CellHost(MatmulPresenter presenter, Operand operand, Supplier<StageLayout> layout) {
    this.presenter = presenter;
    this.operand = operand;
    this.layout = layout;
  }

  @Override
  public EntryGrid grid() {
    return operand == Operand.C ? result() : presenter.state().entries(operand);
  }

  private EntryGrid result() {
    MatmulState state = presenter.state();
    return presenter
        .moment()
        .map(now -> EntryGrid.of(now.visible().c()))
        .orElseGet(() -> EntryGrid.of(Matrix.zeros(state.a().rows(), state.b().cols())));
  }

  @Override
  public GridLimits limits() {
    return new GridLimits(MatmulState.LARGEST, MatmulState.LARGEST);
  }

  @Override
  public void edit(EntryGrid next, String label) {
    presenter.edit(operand, next, label);
  }

  /** The part of the stage that the editor lies over. */
  Rectangle bounds() {
    Box box = layout.get().grid(operand).bounds();
    int left = (int) Math.floor(box.x());
    int top = (int) Math.floor(box.y());
    return new Rectangle(
        left, top, (int) Math.ceil(box.right()) - left, (int) Math.ceil(box.bottom()) - top);
  }

  private GridBox cells() {
    return layout.get().grid(operand);
  }

  @Override
  public int rowAt(int y) {
    return cells().rowAt(y + bounds().y);
  }

  @Override
  public int columnAt(int x) {
    return cells().columnAt(x + bounds().x);
  }

  @Override
  public Rectangle boundsOf(Cell cell) {
    Box box = cells().cell(cell.row(), cell.col());
    Rectangle all = bounds();
    return new Rectangle(
        (int) Math.round(box.x()) - all.x,
        (int) Math.round(box.y()) - all.y,
        (int) Math.round(box.w()),
        (int) Math.round(box.h()));
  }
}
