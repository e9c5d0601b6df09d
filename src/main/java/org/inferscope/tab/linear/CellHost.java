package org.inferscope.tab.linear;

import java.awt.Rectangle;
import java.util.function.Supplier;
import org.inferscope.ui.grid.Cell;
import org.inferscope.ui.grid.EntryGrid;
import org.inferscope.ui.grid.GridGeometry;
import org.inferscope.ui.grid.GridHost;
import org.inferscope.ui.grid.GridLimits;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.GridBox;

/** Connects the editor over one panel with the presenter and with where its numbers are painted. */
final class CellHost implements GridHost, GridGeometry {
  private final LinearPresenter presenter;
  private final Part part;
  private final Supplier<StageLayout> layout;

  CellHost(LinearPresenter presenter, Part part, Supplier<StageLayout> layout) {
    this.presenter = presenter;
    this.part = part;
    this.layout = layout;
  }

  @Override
  public EntryGrid grid() {
    return presenter.grid(part);
  }

  @Override
  public GridLimits limits() {
    return switch (part) {
      case W -> new GridLimits(LayerEntries.LARGEST, LayerEntries.LARGEST, true);
      case X, B, Y -> new GridLimits(LayerEntries.LARGEST, 1, true);
      case BATCH_X, BATCH_Y ->
          new GridLimits(LayerEntries.LARGEST_BATCH, LayerEntries.LARGEST, true);
    };
  }

  @Override
  public void edit(EntryGrid next, String label) {
    presenter.edit(part, next, label, null);
  }

  @Override
  public void drag(EntryGrid next, String label) {
    presenter.beginDrag();
    presenter.edit(part, next, label, "drag." + part);
  }

  @Override
  public void endDrag() {
    presenter.endGesture();
  }

  /** The part of the stage that the editor lies over. */
  Rectangle bounds() {
    Box box = cells().bounds();
    int left = (int) Math.floor(box.x());
    int top = (int) Math.floor(box.y());
    return new Rectangle(
        left, top, (int) Math.ceil(box.right()) - left, (int) Math.ceil(box.bottom()) - top);
  }

  private GridBox cells() {
    return layout.get().grid(part);
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
