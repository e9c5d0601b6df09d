package org.inferscope.tab.matmul;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.inferscope.compute.ComputeService;
import org.inferscope.compute.DeviceStatus;
import org.inferscope.compute.JobLane;
import org.inferscope.compute.JobRequest;
import org.inferscope.compute.Outcome;
import org.inferscope.compute.Registration;
import org.inferscope.compute.ServiceListener;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.matmul.Algorithm;
import org.inferscope.model.matmul.CheckResult;
import org.inferscope.model.matmul.DeviceSpecs;
import org.inferscope.model.matmul.Factors;
import org.inferscope.model.matmul.Grain;
import org.inferscope.model.matmul.MatmulCheck;
import org.inferscope.model.matmul.MatmulExplainer;
import org.inferscope.model.matmul.MatmulPreset;
import org.inferscope.model.matmul.MatmulProgram;
import org.inferscope.model.matmul.MatmulRef;
import org.inferscope.model.matmul.MatmulRun;
import org.inferscope.model.matmul.MatmulSnapshot;
import org.inferscope.model.matmul.PredictGame;
import org.inferscope.model.matmul.PresetRequest;
import org.inferscope.model.matmul.ShapeMismatch;
import org.inferscope.tensor.NumpyRandom;
import org.inferscope.text.Texts;
import org.inferscope.ui.grid.Entry;
import org.inferscope.ui.grid.EntryGrid;
import org.inferscope.ui.inspector.InspectorModel;
import org.inferscope.ui.playback.PlaybackModel;
import org.inferscope.ui.state.History;
import org.jspecify.annotations.Nullable;

/**
 * Decides everything the Matmul tab shows. Views call it for what to show and tell it what the
 * person did; it owns the state's history and the animation, and never waits. Confined to one
 * thread, the event thread in the app.
 */
final class MatmulPresenter {
  private final InspectorModel inspector;
  private final LongSupplier dice;
  private final JobLane lane;
  private final DeviceSpecs devices = DeviceSpecs.load();
  private final History<MatmulState> history =
      new History<>(MatmulState.first(CalculatorInputs.opening(devices)));
  private final PlaybackModel playback = new PlaybackModel();
  private final List<Runnable> listeners = new ArrayList<>();
  private @Nullable MatmulRun run;
  private @Nullable PredictGame game;
  private Check check = Check.NONE;
  private MatmulState loaded = history.current();
  private String device = "";

  /**
   * A presenter at the opening state.
   *
   * @param dice gives new seeds
   */
  MatmulPresenter(ComputeService compute, InspectorModel inspector, LongSupplier dice) {
    this.inspector = inspector;
    this.dice = dice;
    lane = compute.lane("matmul.check");
    device = compute.active().device().id();
    history.listen(state -> stateChanged());
    compute.addListener(
        new ServiceListener() {
          @Override
          public void devicesChanged(DeviceStatus active, List<DeviceStatus> all) {
            deviceChanged(active.device().id());
          }
        });
    load(true);
  }

  // What there is to show.

  MatmulState state() {
    return history.current();
  }

  History<MatmulState> history() {
    return history;
  }

  PlaybackModel playback() {
    return playback;
  }

  DeviceSpecs devices() {
    return devices;
  }

  /** The run that is played; empty while the shapes do not fit. */
  Optional<MatmulRun> run() {
    return Optional.ofNullable(run);
  }

  /** What is wrong with the shapes, if something is. */
  Optional<ShapeMismatch> mismatch() {
    MatmulState state = state();
    return ShapeMismatch.of(state.a().rows(), state.a().cols(), state.b().rows(), state.b().cols());
  }

  /** The instant shown now; empty while the shapes do not fit. */
  Optional<Moment> moment() {
    return run().map(this::momentOf);
  }

  private Moment momentOf(MatmulRun of) {
    return Moment.of(of, grain(), playback.position(), playback.nextPosition(), playback.phase());
  }

  /** The grain in force; predict mode goes element by element. */
  Grain grain() {
    return state().predict() ? Grain.ELEMENT : state().method().grain();
  }

  /** The algorithm in force; predict mode asks in the order of the dot product. */
  Algorithm algorithm() {
    return state().predict() ? Algorithm.DOT : state().method().algorithm();
  }

  /** The guessing game; empty outside predict mode. */
  Optional<PredictGame> game() {
    return Optional.ofNullable(game);
  }

  Check check() {
    return check;
  }

  /** One sentence: what the audience is looking at. */
  String narration() {
    Optional<ShapeMismatch> wrong = mismatch();
    if (wrong.isPresent()) {
      return wrong.get().message();
    }
    MatmulState state = state();
    if (game != null && playback.phase() == 0) {
      return Narrator.ask(game);
    }
    return moment().map(new Narrator(state.a().matrix(), state.b().matrix())::say).orElse("");
  }

  // What the person does.

  /** Takes new entries for A or B. Edits with the same gesture, not null, are one step. */
  void edit(Operand operand, EntryGrid entries, @Nullable Object gesture) {
    MatmulState now = state();
    MatmulState next = now.with(operand, entries);
    if (now.linked() && !next.shapesFit()) {
      next =
          operand == Operand.A
              ? next.with(Operand.B, next.b().resized(entries.cols(), next.b().cols()))
              : next.with(Operand.A, next.a().resized(next.a().rows(), entries.rows()));
    }
    history.apply(next, Texts.get("matmul.step.edit", operand.name()), gesture);
  }

  /** Ends a burst of typing: the next edit is a step of its own. */
  void endGesture() {
    history.endGesture();
  }

  /** Sets the rows of A. */
  void setRows(int m) {
    EntryGrid a = state().a();
    resize(state().with(Operand.A, a.resized(m, a.cols())), "m");
  }

  /** Sets the columns of B. */
  void setColumns(int n) {
    EntryGrid b = state().b();
    resize(state().with(Operand.B, b.resized(b.rows(), n)), "n");
  }

  /** Sets the columns of A, and the rows of B with them while they are linked. */
  void setInner(int k) {
    EntryGrid a = state().a().resized(state().a().rows(), k);
    EntryGrid b = state().b();
    resize(state().withEntries(a, state().linked() ? b.resized(k, b.cols()) : b), "k");
  }

  /** Sets the rows of B apart from the columns of A. */
  void setRowsOfB(int k) {
    EntryGrid b = state().b();
    resize(state().with(Operand.B, b.resized(k, b.cols())), "kb");
  }

  private void resize(MatmulState next, String gesture) {
    history.apply(next, Texts.get("matmul.step.resize"), "size." + gesture);
  }

  /** Ties the columns of A and the rows of B together, making them equal, or lets them differ. */
  void setLinked(boolean linked) {
    MatmulState next = state().withLinked(linked);
    if (linked && !next.shapesFit()) {
      next = next.with(Operand.B, next.b().resized(next.a().cols(), next.b().cols()));
    }
    history.apply(next, Texts.get("matmul.step.link"));
  }

  void setAlgorithm(Algorithm algorithm) {
    history.apply(
        state().with(state().method().with(algorithm)), Texts.get("matmul.step.algorithm"));
  }

  void setTile(int tile) {
    history.apply(
        state().with(state().method().withTile(tile)), Texts.get("matmul.step.tile"), "tile");
  }

  void setGrain(Grain grain) {
    history.apply(state().with(state().method().with(grain)), Texts.get("matmul.step.grain"));
  }

  void setArrangement(Arrangement arrangement) {
    history.apply(state().with(arrangement), Texts.get("matmul.step.arrangement"));
  }

  void setPredict(boolean predict) {
    history.apply(state().withPredict(predict), Texts.get("matmul.step.predict"));
  }

  void setCalculator(CalculatorInputs calculator) {
    history.apply(state().with(calculator), Texts.get("matmul.step.calculator"), "calculator");
  }

  /** Fills the matrices by a preset; random ones keep the sizes and the seed. */
  void choosePreset(MatmulPreset preset) {
    long seed = state().origin().map(PresetRequest::seed).orElse(PresetRequest.DEFAULT_SEED);
    choose(PresetRequest.of(preset, m(), k(), n()).withSeed(seed));
  }

  private void choose(PresetRequest request) {
    history.apply(state().with(request), Texts.get("matmul.step.preset", request.preset().title()));
  }

  private int m() {
    return state().a().rows();
  }

  private int k() {
    return state().a().cols();
  }

  private int n() {
    return state().b().cols();
  }

  /** The seed of the random preset in force; empty if the matrices are not random. */
  Optional<Long> seed() {
    return state().origin().filter(request -> request.preset().isRandom()).map(PresetRequest::seed);
  }

  /** Fills the matrices from another seed, at the sizes they have now. */
  void setSeed(long seed) {
    state()
        .origin()
        .ifPresent(
            origin -> choose(PresetRequest.of(origin.preset(), m(), k(), n()).withSeed(seed)));
  }

  /** Fills the matrices from a seed nobody chose. */
  void rollSeed() {
    setSeed(Math.floorMod(dice.getAsLong(), NumpyRandom.MAX_SEED + 1));
  }

  /** Takes a guess at the element that is asked for; the dot product then plays. */
  void answer(String text) {
    PredictGame playing = game;
    if (playing == null || playing.asked().isEmpty()) {
      return;
    }
    PredictGame after = playing.answer(text);
    game = after;
    if (after.answered() > playing.answered()) {
      playback.seek(playing.answered() * k());
      playback.glideForward();
    }
    fire();
  }

  /** Starts the guessing over. */
  void restartGame() {
    load(true);
    fire();
  }

  /** Opens the inspector on a value, if it is there. */
  void explain(ValueRef ref) {
    MatmulExplainer explainer = explainer();
    if (explainer.knows(ref)) {
      inspector.open(explainer, ref);
    }
  }

  /** The value behind a cell of the stage: an entry, a running sum or a finished element. */
  Optional<MatmulRef> refOf(Target.Value at) {
    if (at.operand() != Operand.C) {
      var factor = at.operand() == Operand.A ? MatmulRef.Factor.A : MatmulRef.Factor.B;
      return Optional.of(new MatmulRef.Entry(factor, at.row(), at.col()));
    }
    boolean hidden = game != null && !game.reveals(at.row(), at.col());
    Optional<Moment> moment = hidden ? Optional.empty() : moment();
    return moment.map(now -> resultRef(now, at.row(), at.col()));
  }

  private static MatmulRef resultRef(Moment now, int i, int j) {
    int terms = now.visible().terms(i, j);
    boolean whole = terms == 0 || now.visible().complete(i, j);
    return whole ? new MatmulRef.Element(i, j) : new MatmulRef.PartialSum(i, j, terms);
  }

  /** Puts a state from a lesson in force, the animation where it was. */
  void open(MatmulState state) {
    history.apply(state.with(Place.START), Texts.get("matmul.step.open"));
    playback.seek(state.place().position());
    playback.setSpeed(state.place().speed());
  }

  /** The state with the place the animation is at, for a lesson. */
  MatmulState withPlace() {
    return state().with(new Place(playback.position(), playback.speed()));
  }

  /** Calls the listener after each change of what there is to show, but for the animation. */
  Registration listen(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  // What follows from it.

  private void stateChanged() {
    MatmulState now = state();
    boolean otherProgram = !sameProgram(loaded, now);
    boolean otherNumbers = !loaded.a().equals(now.a()) || !loaded.b().equals(now.b());
    if (otherProgram || otherNumbers) {
      load(otherProgram);
    } else if (loaded.method().grain() != now.method().grain()) {
      setStops();
    }
    loaded = now;
    fire();
  }

  private static boolean sameProgram(MatmulState one, MatmulState other) {
    boolean shapes =
        one.a().rows() == other.a().rows()
            && one.a().cols() == other.a().cols()
            && one.b().rows() == other.b().rows()
            && one.b().cols() == other.b().cols();
    boolean method =
        one.method().algorithm() == other.method().algorithm()
            && one.method().tile() == other.method().tile();
    return shapes && method && one.predict() == other.predict();
  }

  /** Makes the run anew; from the start if the program is another one. */
  private void load(boolean restart) {
    MatmulState state = state();
    boolean plays = playback.isPlaying();
    if (!state.shapesFit()) {
      run = null;
      game = null;
      playback.load(0);
      lane.cancel();
      check = Check.NONE;
      return;
    }
    MatmulProgram program = MatmulProgram.of(algorithm(), m(), k(), n(), state.method().tile());
    Factors factors = new Factors(state.a().matrix(), state.b().matrix());
    run = new MatmulRun(factors.a(), factors.b(), program);
    game = state.predict() ? PredictGame.start(factors, program) : null;
    if (restart || playback.steps() != program.ticks() || game != null) {
      playback.load(program.ticks(), program.elementEnds());
      setStops();
      if (plays && game == null) {
        playback.play();
      }
    }
    startCheck(factors);
  }

  private void setStops() {
    if (run != null) {
      MatmulProgram program = run.program();
      playback.setGrain(program.steps(grain()).ends());
      playback.setStepSeconds(Pace.stepSeconds(program, grain()));
    }
  }

  private void startCheck(Factors factors) {
    check = Check.RUNNING;
    lane.submit(
        new JobRequest<>(Texts.get("matmul.check.job"), new MatmulCheck(factors.a(), factors.b())),
        this::checked);
  }

  private void checked(Outcome<CheckResult> outcome) {
    if (outcome instanceof Outcome.Done<CheckResult> done) {
      check = Check.done(done.value());
    } else if (outcome instanceof Outcome.Failed<CheckResult> failed) {
      check = Check.failed(Objects.requireNonNullElse(failed.error().getMessage(), ""));
    } else {
      check = Check.NONE;
    }
    fire();
  }

  private void deviceChanged(String active) {
    if (!active.equals(device)) {
      device = active;
      MatmulRun current = run;
      if (current != null) {
        startCheck(new Factors(state().a().matrix(), state().b().matrix()));
        fire();
      }
    }
  }

  private MatmulExplainer explainer() {
    MatmulState state = state();
    return new MatmulExplainer(
        new MatmulSnapshot(
            state.a().matrix(),
            state.b().matrix(),
            texts(state.a()),
            texts(state.b()),
            state.origin(),
            run().map(MatmulRun::program),
            check.result()));
  }

  private static List<List<String>> texts(EntryGrid grid) {
    return grid.toRows().stream().map(row -> row.stream().map(Entry::text).toList()).toList();
  }

  private void fire() {
    inspector.refresh(explainer());
    List.copyOf(listeners).forEach(Runnable::run);
  }
}
