package org.inferscope.tab.network.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.inferscope.model.network.Ablations;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.model.network.Trace;
import org.inferscope.tab.network.desk.Flow;
import org.inferscope.tab.network.desk.NetworkPresenter;
import org.inferscope.tab.network.desk.NetworkState;
import org.inferscope.tab.network.desk.Shown;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.LineLayout;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;

/** Puts together what the stage shows, from the presenter. Event thread. */
final class SceneBuilder {
  /** Lines that spell a sum out are never set larger, unscaled. */
  private static final double LINE_TYPE = 18;

  /** What a line layout takes as its largest type. */
  private static final double LARGEST = 30;

  private final NetworkPresenter presenter;
  private final EdgeSketches sketches;
  private final LineWriter lines;

  SceneBuilder(NetworkPresenter presenter, EdgeSketches sketches) {
    this.presenter = presenter;
    this.sketches = sketches;
    lines = new LineWriter(presenter);
  }

  /** The plan on screen: of the last result, and before it of the state in force. */
  NetworkPlan plan() {
    return presenter.shown().map(Shown::plan).orElseGet(() -> presenter.state().plan());
  }

  /** What a layout for a size depends on. */
  StageSpec spec(int width, int height) {
    NetworkPlan plan = plan();
    List<Integer> widths = IntStream.of(plan.widths()).boxed().toList();
    boolean pad = presenter.state().display().pad() && StageSpec.side(plan.inputs()) > 0;
    return new StageSpec(
        Math.max(1, width),
        Math.max(1, height),
        widths,
        pad,
        EdgeBudget.isSampled(widths),
        !Metrics.isProjector(),
        Metrics.scale(),
        Fonts.smallest());
  }

  /** What there is to paint. */
  Scene build(StageLayout layout, boolean keyboard, Notice notice) {
    Optional<Trace> trace = presenter.shown().map(Shown::trace);
    trace.map(Trace::network).ifPresent(sketches::follow);
    return new Scene(
        layout,
        plan(),
        trace,
        trace.map(this::numbers).orElse(List.of()),
        trace.map(this::edges).orElse(List.of()),
        trace.map(Trace::off).orElse(Ablations.NONE),
        new Scene.Lit(presenter.focus(), presenter.isPointedAt(), presenter.layer(), keyboard),
        play(trace),
        new Scene.Words(line(layout), NetworkNarrator.say(presenter), notice.text(), notice.bad()));
  }

  private List<Scene.Numbers> numbers(Trace trace) {
    List<Scene.Numbers> numbers = new ArrayList<>();
    for (int c = 0; c <= trace.network().depth(); c++) {
      float[] values = c == 0 ? inputs(trace) : presenter.flow().values(trace, c);
      numbers.add(new Scene.Numbers(values, presenter.limit(c)));
    }
    return numbers;
  }

  /** The inputs as they are set, so that bars stay under the hand while a job runs. */
  private float[] inputs(Trace trace) {
    NetworkState state = presenter.state();
    if (state.input().inputs() != trace.network().inputs()) {
      return trace.values(0);
    }
    float[] values = state.input().row(presenter.row());
    for (Ablations.Unit unit : trace.off().units()) {
      if (unit.column() == 0) {
        values[unit.i()] = 0;
      }
    }
    return values;
  }

  private List<Optional<EdgeSketch>> edges(Trace trace) {
    return trace.network().layers().stream().map(sketches::of).toList();
  }

  private Scene.Play play(Optional<Trace> trace) {
    Flow flow = presenter.flow();
    List<Double> progress = new ArrayList<>();
    int columns = trace.map(run -> run.network().depth() + 1).orElse(0);
    for (int c = 0; c < columns; c++) {
      progress.add(flow.progress(c));
    }
    boolean running = columns > 0 && flow.isUnderWay();
    return new Scene.Play(
        running,
        running ? flow.layer() + 1 : 0,
        running ? flow.step() : Flow.Step.MATMUL,
        running ? flow.phase() : 1,
        progress);
  }

  private LineLayout line(StageLayout layout) {
    StageSpec spec = layout.spec();
    double advance = spec.type() * Brush.DIGIT_ASPECT;
    int room = (int) (layout.line().w() / advance);
    double unit = spec.unit() * LINE_TYPE / LARGEST;
    return LineLayout.of(
        lines.write(room), layout.line(), unit, spec.smallest() * LARGEST / LINE_TYPE);
  }
}
