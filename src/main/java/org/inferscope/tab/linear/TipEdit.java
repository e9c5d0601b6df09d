package org.inferscope.tab.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inferscope.text.Texts;
import org.inferscope.ui.grid.Cell;
import org.inferscope.ui.grid.Entry;
import org.inferscope.ui.grid.EntryGrid;
import org.inferscope.ui.grid.ValueSteps;
import org.inferscope.ui.playback.PlaybackModel;
import org.jspecify.annotations.Nullable;

/**
 * The change of the numbers behind a tip, bit by bit, all of it one step of undo: a drag, or
 * presses of the arrow keys. At most one runs at a time. Event thread.
 */
final class TipEdit {
  /** What changes the numbers. */
  enum Kind {
    /** Goes on until the button is released. */
    DRAG,
    /** Goes on until another key is pressed or the keyboard goes elsewhere. */
    KEYS
  }

  /** The numbers behind a tip, unrounded, and what they came from. */
  @SuppressWarnings("ArrayRecordComponent") // state of the edit that is under way, never compared
  private record Running(
      Kind kind, Tip tip, Object gesture, List<Entry> before, double[] start, double[] raw) {}

  private final LinearPresenter presenter;
  private final Runnable onEnd;
  private final PlaneScales scales;
  private @Nullable Running running;
  private float[] shown = new float[0];

  /**
   * No edit yet.
   *
   * @param scales hold still while an edit runs
   * @param onEnd called after an edit has ended
   */
  TipEdit(LinearPresenter presenter, PlaneScales scales, Runnable onEnd) {
    this.presenter = presenter;
    this.scales = scales;
    this.onEnd = onEnd;
  }

  /** Whether an edit of this kind runs. */
  boolean is(Kind kind) {
    return running != null && running.kind() == kind;
  }

  /** The tip that is being edited. */
  Optional<Tip> tip() {
    return Optional.ofNullable(running).map(Running::tip);
  }

  /** Begins an edit, or goes on with key presses on the same tip; the animation stands still. */
  void begin(Kind kind, Tip tip) {
    if (kind == Kind.KEYS && is(kind) && tip().equals(Optional.of(tip))) {
      return;
    }
    end();
    standStill();
    List<Entry> entries = entries(tip);
    shown = new float[entries.size()];
    double[] start = new double[shown.length];
    for (int i = 0; i < shown.length; i++) {
      shown[i] = entries.get(i).value();
      start[i] = ValueSteps.start(shown[i]);
    }
    running = new Running(kind, tip, new Object(), entries, start, start.clone());
    scales.hold(true);
  }

  /** A tip is where its numbers say only when W is there, and b wholly or not at all. */
  private void standStill() {
    PlaybackModel playback = presenter.playback();
    boolean rests = !playback.isMoving() && playback.phase() == 0 && playback.position() > 0;
    if (!rests) {
      playback.last();
    }
  }

  /**
   * Moves the tip.
   *
   * @param delta how far each coordinate goes
   * @param step the usual step, which decides how many decimals are kept
   * @param snap whether all coordinates show as multiples of 0.1; they accumulate unrounded
   */
  void add(double[] delta, double step, boolean snap) {
    Running edit = running;
    if (edit == null || isGone(edit)) {
      end();
      return;
    }
    List<Entry> present = entries(edit.tip());
    List<Entry> next = new ArrayList<>(present.size());
    for (int i = 0; i < delta.length; i++) {
      if (Float.compare(present.get(i).value(), shown[i]) != 0) {
        edit.raw()[i] = ValueSteps.start(present.get(i).value()); // an undo gave it another value
      }
      edit.raw()[i] = ValueSteps.within(edit.raw()[i] + delta[i]);
      next.add(entry(edit, i, step, snap));
      shown[i] = next.get(i).value();
    }
    put(edit, next);
  }

  /** What a coordinate's entry becomes; one that was not moved stays as it was typed. */
  private static Entry entry(Running edit, int i, double step, boolean snap) {
    Entry before = edit.before().get(i);
    if (!snap && edit.raw()[i] == edit.start()[i]) {
      return before;
    }
    float value =
        snap ? ValueSteps.snapped(edit.raw()[i]) : ValueSteps.rounded(edit.raw()[i], step);
    return value == before.value() && !before.isBad() ? before : Entry.of(value);
  }

  private void put(Running edit, List<Entry> entries) {
    EntryGrid grid = presenter.grid(edit.tip().part());
    EntryGrid next = grid;
    for (int i = 0; i < entries.size(); i++) {
      next = next.with(edit.tip().cell(i), entries.get(i));
    }
    if (!next.equals(grid)) {
      String label = Texts.get("grid.undo.change", edit.tip().name());
      presenter.beginDrag();
      presenter.edit(edit.tip().part(), next, label, edit.gesture());
    }
  }

  /** Ends the edit, if one runs; what it changed stays. */
  void end() {
    if (running != null) {
      running = null;
      scales.hold(false);
      presenter.endGesture();
      onEnd.run();
    }
  }

  /** Ends the edit and gives the numbers back what they were before. */
  void cancel() {
    Running edit = running;
    if (edit != null && !isGone(edit)) {
      put(edit, edit.before());
    }
    end();
  }

  /** Whether an undo took the numbers away meanwhile. */
  private boolean isGone(Running edit) {
    EntryGrid grid = presenter.grid(edit.tip().part());
    Cell last = edit.tip().cell(edit.before().size() - 1);
    return !presenter.hasGeometry()
        || presenter.layer().inputs() != edit.before().size()
        || last.row() >= grid.rows()
        || last.col() >= grid.cols();
  }

  private List<Entry> entries(Tip tip) {
    EntryGrid grid = presenter.grid(tip.part());
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < presenter.layer().inputs(); i++) {
      entries.add(grid.at(tip.cell(i)));
    }
    return entries;
  }
}
