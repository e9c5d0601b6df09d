package org.inferscope.tab.linear;

import org.inferscope.model.linear.LayerSteps;
import org.inferscope.ui.playback.PlaybackModel;
import org.jspecify.annotations.Nullable;

/**
 * The animation: the step-through of the layer, term by term or row by row, or in the geometry the
 * way from the identity to W and from there along b. It stands at its end, everything computed,
 * until somebody plays it. Confined to one thread.
 */
final class Stepper {
  /** Ticks of the geometry: the map, and the shift. */
  static final int GEOMETRY_TICKS = 2;

  private static final double SECONDS_A_TERM = 0.85;
  private static final double SECONDS_A_ROW = 1.1;
  private static final double SECONDS_A_MAP = 2.2;

  private final PlaybackModel playback = new PlaybackModel();
  private LayerSteps steps = new LayerSteps(1, 1);
  private Display.@Nullable Stage stage;
  private Display.@Nullable StepGrain grain;

  PlaybackModel playback() {
    return playback;
  }

  LayerSteps steps() {
    return steps;
  }

  /**
   * Takes a state over; where it steps differently from before, everything is computed.
   *
   * @param shown what the stage shows of it, which is what is stepped through
   */
  void load(LinearState state, Display.Stage shown) {
    LayerSteps next = new LayerSteps(state.entries().outputs(), state.entries().inputs());
    Display display = state.display();
    if (next.equals(steps) && shown == stage && display.grain() == grain) {
      return;
    }
    boolean sameWork = next.equals(steps) && shown == stage;
    steps = next;
    stage = shown;
    grain = display.grain();
    if (stage == Display.Stage.GEOMETRY) {
      playback.load(GEOMETRY_TICKS, 1, GEOMETRY_TICKS);
      playback.setStepSeconds(SECONDS_A_MAP);
      playback.last();
      return;
    }
    if (!sameWork) {
      playback.load(steps.ticks(), steps.rowEnds());
      playback.last();
    }
    boolean byRow = grain == Display.StepGrain.ROW;
    playback.setGrain(byRow ? steps.rowEnds() : steps.termEnds());
    playback.setStepSeconds(byRow ? SECONDS_A_ROW + 0.05 * steps.inputs() : SECONDS_A_TERM);
  }

  /** Whether part of the outputs is still to be computed. */
  boolean isUnderWay() {
    return stage == Display.Stage.NUMBERS && !playback.isAtEnd();
  }

  /** The row that the step-through works on, while it is under way. */
  int row() {
    return steps.rowAt(playback.position());
  }

  /** How many terms of an output are done, all of them unless the step-through is under way. */
  int terms(int i) {
    return isUnderWay() ? steps.terms((int) playback.progress(), i) : steps.inputs() + 1;
  }
}
