package org.inferscope.tab.gpt2.desk;

import org.inferscope.io.lesson.LessonFields;
import org.inferscope.io.lesson.LessonNode;
import org.inferscope.model.gpt2.walk.PassCosts.Scope;
import org.inferscope.tensor.Args;

/**
 * What a person has set in the map. Immutable.
 *
 * @param unfold which blocks show their operations
 * @param grain what one step of the walk is
 * @param scope what shares are shares of
 * @param cell width of a cell of the tensor, unscaled; 0 where all of a row is to be seen
 * @param zoom height of the path, in percent
 */
public record MapSettings(Unfold unfold, Grain grain, Scope scope, int cell, int zoom) {
  /** What it opens with. */
  public static final MapSettings FIRST =
      new MapSettings(Unfold.SELECTED, Grain.OPERATION, Scope.LAYER, 0, 100);

  /** The width of a cell that a number fits into. */
  public static final int NUMBERS = 56;

  /** The widest cell. */
  public static final int WIDEST = 120;

  /** The lowest and the highest path. */
  public static final int LEAST_ZOOM = 40;

  /** The highest path. */
  public static final int MOST_ZOOM = 300;

  /** Which blocks show their operations. */
  public enum Unfold {
    /** The one that is walked through. */
    SELECTED,
    /** Every one. */
    ALL,
    /** None. */
    NONE
  }

  /** What one step of the walk is. */
  public enum Grain {
    /** One operation. */
    OPERATION,
    /** One block. */
    BLOCK
  }

  /** Refuses sizes out of range. */
  public MapSettings {
    Args.inRange(cell, 0, WIDEST, "cell");
    Args.inRange(zoom, LEAST_ZOOM, MOST_ZOOM, "zoom");
  }

  /** With other blocks unfolded. */
  public MapSettings with(Unfold other) {
    return new MapSettings(other, grain, scope, cell, zoom);
  }

  /** With larger or smaller steps. */
  public MapSettings with(Grain other) {
    return new MapSettings(unfold, other, scope, cell, zoom);
  }

  /** With shares of something else. */
  public MapSettings with(Scope other) {
    return new MapSettings(unfold, grain, other, cell, zoom);
  }

  /** With cells of another width, held in range. */
  public MapSettings withCell(int other) {
    return new MapSettings(unfold, grain, scope, Math.max(0, Math.min(WIDEST, other)), zoom);
  }

  /** With a path of another height, held in range. */
  public MapSettings withZoom(int other) {
    int held = Math.max(LEAST_ZOOM, Math.min(MOST_ZOOM, other));
    return new MapSettings(unfold, grain, scope, cell, held);
  }

  LessonNode write() {
    return new LessonFields()
        .put("unfold", unfold)
        .put("grain", grain)
        .put("scope", scope)
        .put("cell", cell)
        .put("zoom", zoom)
        .node();
  }

  static MapSettings read(LessonNode node) {
    return new MapSettings(
        node.get("unfold").oneOf(Unfold.class),
        node.get("grain").oneOf(Grain.class),
        node.get("scope").oneOf(Scope.class),
        node.get("cell").whole(0, WIDEST),
        node.get("zoom").whole(LEAST_ZOOM, MOST_ZOOM));
  }
}
