package org.inferscope.ui.grid;

import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.Optional;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The change of one cell's value bit by bit, all of it one step of undo: a drag, turns of the
 * wheel, or presses of the keys that nudge. At most one runs at a time; anything else that is done
 * to the grid ends it. Event thread.
 */
final class GridGesture {
  /** What changes the value. */
  enum Kind {
    /** Goes on until the button is released. */
    DRAG,
    /** Goes on while the pointer stays on the cell. */
    WHEEL,
    /** Goes on until another key is pressed. */
    KEYS
  }

  private final MatrixEditor editor;
  private final GridHost host;
  private @Nullable Kind kind;
  private Cell cell = new Cell(0, 0);
  private Entry before = Entry.ZERO;
  private String label = "";

  /** The value as it accumulates, not rounded. */
  private double raw;

  /** The value that this gesture gave the cell last. */
  private float shown;

  private boolean changed;

  GridGesture(MatrixEditor editor, GridHost host) {
    this.editor = editor;
    this.host = host;
  }

  /** Whether a gesture of this kind runs. */
  boolean is(Kind asked) {
    return kind == asked;
  }

  /** Begins a gesture on a cell; goes on with one of the same kind on the same cell. */
  void begin(Kind next, Cell at) {
    if (kind == next && next != Kind.DRAG && cell.equals(at)) {
      return;
    }
    end();
    kind = next;
    cell = at;
    before = host.grid().at(at);
    shown = before.value();
    raw = ValueSteps.start(shown);
    label = Texts.get("grid.undo.change", editor.nameOf(at));
    changed = false;
    editor.dismissBubble();
  }

  /**
   * Changes the value.
   *
   * @param delta how far it goes
   * @param step the usual step, which decides how many decimals are kept
   * @param snap whether it shows as a multiple of 0.1; it accumulates unrounded nevertheless
   */
  void add(double delta, double step, boolean snap) {
    EntryGrid grid = host.grid();
    if (cell.row() >= grid.rows() || cell.col() >= grid.cols()) {
      end(); // an undo took the cell away meanwhile
      return;
    }
    if (delta == 0 || !Double.isFinite(delta)) {
      return;
    }
    Entry present = grid.at(cell);
    if (Float.compare(present.value(), shown) != 0) {
      raw = ValueSteps.start(present.value()); // an undo, or the host, gave it another value
    }
    raw = ValueSteps.within(raw + delta);
    shown = snap ? ValueSteps.snapped(raw) : ValueSteps.rounded(raw, step);
    if (shown != present.value() || present.isBad()) {
      changed = true;
      host.drag(grid.with(cell, Entry.of(shown)), label);
    }
  }

  /** Ends the gesture, if one runs; what it changed stays. */
  void end() {
    if (kind == null) {
      return;
    }
    kind = null;
    if (changed) {
      host.endDrag();
      editor.describeLead();
    }
  }

  /** Ends the gesture and gives the cell back what it said before. */
  void cancel() {
    EntryGrid grid = host.grid();
    boolean there = cell.row() < grid.rows() && cell.col() < grid.cols();
    if (changed && there) {
      host.drag(grid.with(cell, before), label);
    }
    end();
  }

  /** The pointer moved to a cell, or away from all: turns of the wheel end with that. */
  void pointerAt(Optional<Cell> at) {
    if (kind == Kind.WHEEL && !at.equals(Optional.of(cell))) {
      end();
    }
  }

  /** A key was pressed: all but a drag ends, unless the key goes on with it. */
  void keyPressed(KeyEvent event) {
    if (kind != Kind.DRAG && !isModifier(event) && !(kind == Kind.KEYS && isNudge(event))) {
      end();
    }
  }

  private static boolean isModifier(KeyEvent event) {
    return switch (event.getKeyCode()) {
      case KeyEvent.VK_SHIFT,
          KeyEvent.VK_CONTROL,
          KeyEvent.VK_ALT,
          KeyEvent.VK_ALT_GRAPH,
          KeyEvent.VK_META ->
          true;
      default -> false;
    };
  }

  private static boolean isNudge(KeyEvent event) {
    boolean arrow = event.getKeyCode() == KeyEvent.VK_UP || event.getKeyCode() == KeyEvent.VK_DOWN;
    return arrow && (event.getModifiersEx() & InputEvent.ALT_DOWN_MASK) != 0;
  }
}
