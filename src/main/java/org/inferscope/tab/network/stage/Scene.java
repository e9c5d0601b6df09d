package org.inferscope.tab.network.stage;

import java.util.List;
import java.util.Optional;
import org.inferscope.model.network.Ablations;
import org.inferscope.model.network.Activation;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.model.network.Trace;
import org.inferscope.tab.network.desk.Flow;
import org.inferscope.ui.paint.LineLayout;

/**
 * Everything that one picture of the stage shows. Immutable but for the arrays, which nobody
 * changes.
 *
 * @param layout where things lie
 * @param plan the network on screen
 * @param trace its run; empty before the first result
 * @param numbers what every column shows at this moment; empty before the first result
 * @param edges the weights to draw before column c + 1, where they are known by now
 * @param off what is switched off
 * @param light what is lit
 * @param play how far the animation is
 * @param words what is written
 */
record Scene(
    StageLayout layout,
    NetworkPlan plan,
    Optional<Trace> trace,
    List<Numbers> numbers,
    List<Optional<EdgeSketch>> edges,
    Ablations off,
    Lit light,
    Play play,
    Words words) {

  /**
   * The numbers of a column.
   *
   * @param values as many as it has units
   * @param limit what the full length of a bar stands for
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Numbers(float[] values, double limit) {}

  /**
   * What is lit.
   *
   * @param target the unit or weight
   * @param pointed whether somebody is on it, so that all else steps back
   * @param layer the layer that buttons act on
   * @param keyboard whether the keyboard is on the stage
   */
  record Lit(Ablations.Target target, boolean pointed, int layer, boolean keyboard) {}

  /**
   * The animation.
   *
   * @param running whether part of the network is still to be computed
   * @param column the column that the running step belongs to
   * @param step what it does
   * @param phase how far it is, 0 to 1
   * @param progress how far each column is, 0 nothing, 3 all
   */
  record Play(boolean running, int column, Flow.Step step, double phase, List<Double> progress) {}

  /**
   * What is written.
   *
   * @param line the unit or weight in focus, spelled out
   * @param sentence what one looks at
   * @param notice what is to be said above all else; empty if nothing
   * @param bad whether the notice is of something that went wrong
   */
  record Words(LineLayout line, String sentence, String notice, boolean bad) {}

  /** What layer l does to its sums. */
  Activation activation(int l) {
    return plan.layers().get(l).activation();
  }

  /** Whether nothing of a column is there yet. */
  boolean isHidden(int c) {
    return numbers.isEmpty() || play.progress().get(c) <= 0;
  }

  /** Whether a step of the animation is at work on a column. */
  boolean isAtWork(int c, Flow.Step step) {
    return play.running() && play.column() == c && play.step() == step;
  }
}
