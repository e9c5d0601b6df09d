package org.inferscope.tab.matmul;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.model.matmul.Algorithm;
import org.inferscope.model.matmul.FastMemory;
import org.inferscope.model.matmul.Grain;
import org.inferscope.model.matmul.MatmulFrame;
import org.inferscope.model.matmul.MatmulProgram;
import org.inferscope.model.matmul.MatmulRun;
import org.inferscope.model.matmul.MultiplyAdd;
import org.inferscope.model.matmul.Spotlight;

/**
 * One instant of the animation: a pure function of the run, the grain and the place in it.
 *
 * @param motion what is moving
 * @param shown the state at the beginning of the movement; at rest, the state
 * @param after the state at its end; at rest, the same as shown
 * @param phase how far the movement has come, 0 to below 1
 * @param work the multiply-adds that the movement, or at rest the last step, is made of
 */
record Moment(
    Motion motion, MatmulFrame shown, MatmulFrame after, double phase, List<MultiplyAdd> work) {
  /** What moves. */
  enum Motion {
    /** Nothing: between two steps. */
    REST,
    /** The term of one multiply-add. */
    TERM,
    /** All of a natural group at once, as the algorithm sees it. */
    GROUP,
    /** The whole product, element after element. */
    SWEEP,
    /** One clock tick of the systolic array. */
    MARCH
  }

  /** From this phase on a value that travels has arrived and shows in its cell. */
  static final double LANDED = 0.88;

  /**
   * The instant at a place.
   *
   * @param from ticks done before the running step
   * @param to ticks done after it
   * @param phase how far the step has come
   */
  static Moment of(MatmulRun run, Grain grain, int from, int to, double phase) {
    if (phase <= 0 || to <= from) {
      return rest(run, grain, from);
    }
    boolean systolic = run.program().algorithm() == Algorithm.SYSTOLIC;
    if (grain == Grain.ELEMENT && !systolic) {
      return moving(Motion.GROUP, run, from, to, phase);
    }
    double tick = from + phase * (to - from);
    int at = Math.min((int) tick, run.program().ticks() - 1);
    Motion motion = systolic ? Motion.MARCH : grain == Grain.PRODUCT ? Motion.SWEEP : Motion.TERM;
    return moving(motion, run, at, at + 1, tick - at);
  }

  private static Moment moving(Motion motion, MatmulRun run, int from, int to, double phase) {
    return new Moment(motion, run.frame(from), run.frame(to), phase, work(run.program(), from, to));
  }

  private static Moment rest(MatmulRun run, Grain grain, int done) {
    MatmulFrame frame = run.frame(done);
    int before = done == 0 ? 0 : run.program().steps(grain).previous(done);
    boolean all = grain == Grain.ELEMENT && done > 0;
    List<MultiplyAdd> work = all ? work(run.program(), before, done) : frame.last();
    return new Moment(Motion.REST, frame, frame, 0, work);
  }

  private static List<MultiplyAdd> work(MatmulProgram program, int from, int to) {
    if (to == from + 1) {
      return program.tick(from);
    }
    List<MultiplyAdd> all = new ArrayList<>();
    for (int tick = from; tick < to; tick++) {
      all.addAll(program.tick(tick));
    }
    return all;
  }

  MatmulProgram program() {
    return shown.program();
  }

  boolean isMoving() {
    return motion != Motion.REST;
  }

  /** Whether nothing has been done and nothing is moving. */
  boolean isBeforeStart() {
    return motion == Motion.REST && shown.done() == 0;
  }

  /** The tick that is lit: the one under way, else the last one; −1 before the start. */
  int tick() {
    return isMoving() ? shown.done() : shown.done() - 1;
  }

  /** What is lit. */
  Spotlight spotlight() {
    return isMoving() ? shown.nextSpotlight() : shown.lastSpotlight();
  }

  /** The state that cells show: the one after the movement once it has landed. */
  MatmulFrame visible() {
    return phase >= LANDED ? after : shown;
  }

  /** What is kept close at this moment. */
  FastMemory memory() {
    return program().fastMemory(tick() + 1);
  }

  /** The multiply-add in focus: the last of the work; before the start, the first of all. */
  MultiplyAdd focus() {
    return work.isEmpty() ? program().tick(0).get(0) : work.get(work.size() - 1);
  }
}
