package org.inferscope.tab.network.views;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.model.network.Ablations;
import org.inferscope.model.network.Histogram;
import org.inferscope.model.network.Trace;
import org.inferscope.tab.network.desk.NetworkPresenter;
import org.inferscope.tab.network.desk.Shown;
import org.inferscope.text.Texts;
import org.inferscope.ui.paint.GridBox;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what the batch view is painted from. Keeps the layout and the texts as long as
 * nothing they depend on changes. Event thread.
 */
final class BatchScenes {
  private final NetworkPresenter presenter;
  private final BatchLimits limits = new BatchLimits();
  private @Nullable BatchLayout layout;
  private List<BatchScene.ColumnWords> words = List.of();
  private @Nullable Trace worded;
  private @Nullable BatchLayout wordedFor;

  BatchScenes(NetworkPresenter presenter) {
    this.presenter = presenter;
  }

  /** The layout of a run's columns in a view of this size. */
  BatchLayout layout(Shown shown, int width, int height, int scroll) {
    Trace trace = shown.trace();
    List<Integer> widths = new ArrayList<>();
    for (int c = 0; c <= trace.network().depth(); c++) {
      widths.add(trace.network().width(c));
    }
    BatchSpec spec =
        new BatchSpec(
            width, height, widths, trace.batch(), scroll, Metrics.scale(), Fonts.smallest());
    BatchLayout current = layout;
    if (current == null || !current.spec().equals(spec)) {
      current = BatchLayout.of(spec);
      layout = current;
    }
    return current;
  }

  /**
   * The scene as it is now.
   *
   * @param lit what the pointer is on
   * @param histogram that of the column the pointer is on, if it is made
   */
  BatchScene build(
      Shown shown, BatchLayout place, BatchScene.Lit lit, @Nullable Histogram histogram) {
    Trace trace = shown.trace();
    limits.follow(trace);
    List<Double> sizes = new ArrayList<>();
    for (int c = 0; c < place.columns().size(); c++) {
      sizes.add(limits.of(c, presenter.state().display().axis()));
    }
    boolean aggregated = false;
    for (BatchLayout.Column column : place.columns()) {
      aggregated |= perPixel(column.grid()) > 1 || column.grid().cellH() < 1;
    }
    BatchScene.Words around =
        new BatchScene.Words(
            BatchWriter.headline(trace),
            Texts.get("networkviews.batch.notice"),
            Texts.get("networkviews.batch.gutter"),
            BatchWriter.footer(trace, lit, aggregated, histogram));
    int row = Math.min(presenter.row(), trace.batch() - 1);
    return new BatchScene(place, trace, sizes, row, lit, around, columns(trace, place));
  }

  /** What is lit where the pointer is not here: the unit that the person is on elsewhere. */
  BatchScene.Lit elsewhere(Shown shown) {
    Trace trace = shown.trace();
    if (presenter.isPointedAt()
        && presenter.focus() instanceof Ablations.Unit unit
        && unit.column() <= trace.network().depth()
        && unit.i() < trace.network().width(unit.column())) {
      int row = Math.min(presenter.row(), trace.batch() - 1);
      return BatchScene.Lit.cell(unit.column(), row, unit.i());
    }
    return BatchScene.Lit.NOTHING;
  }

  @SuppressWarnings("ReferenceEquality") // a trace never changes, a layout is kept
  private List<BatchScene.ColumnWords> columns(Trace trace, BatchLayout place) {
    if (trace != worded || place != wordedFor) {
      List<BatchScene.ColumnWords> made = new ArrayList<>();
      for (int c = 0; c < place.columns().size(); c++) {
        made.add(BatchWriter.column(trace, c, perPixel(place.columns().get(c).grid())));
      }
      words = made;
      worded = trace;
      wordedFor = place;
    }
    return words;
  }

  private static int perPixel(GridBox grid) {
    return (int) Math.max(1, Math.ceil(grid.cols() / Math.max(1, grid.width()) - 1e-9));
  }

  /** Lets go of the run. */
  void clear() {
    worded = null;
    words = List.of();
    limits.clear();
  }
}
