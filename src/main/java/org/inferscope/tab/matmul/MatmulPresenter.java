package org.inferscope.tab.matmul;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.inferscope.compute.ComputeService;
import org.inferscope.compute.Registration;
import org.inferscope.io.hardware.DeviceFile;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.hardware.DeviceCatalogue;
import org.inferscope.model.matmul.Algorithm;
import org.inferscope.model.matmul.Factors;
import org.inferscope.model.matmul.Grain;
import org.inferscope.model.matmul.MatmulCheck;
import org.inferscope.model.matmul.MatmulExplainer;
import org.inferscope.model.matmul.MatmulPreset;
import org.inferscope.model.matmul.MatmulRef;
import org.inferscope.model.matmul.MatmulRun;
import org.inferscope.model.matmul.MatmulSnapshot;
import org.inferscope.model.matmul.PredictGame;
import org.inferscope.model.matmul.PresetRequest;
import org.inferscope.model.matmul.ShapeMismatch;
import org.inferscope.tab.Check;
import org.inferscope.tab.Checker;
import org.inferscope.tensor.NumpyRandom;
import org.inferscope.text.Texts;
import org.inferscope.ui.grid.EntryGrid;
import org.inferscope.ui.inspector.InspectorModel;
import org.inferscope.ui.paint.Tone;
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
  private final Checker checker;
  private final DeviceCatalogue devices = DeviceFile.packaged();
  private final History<MatmulState> history =
      new History<>(MatmulState.first(CalculatorInputs.opening(devices)));
  private final Player player = new Player();
  private final List<Runnable> listeners = new ArrayList<>();

  /**
   * A presenter at the opening state.
   *
   * @param dice gives new seeds
   */
  MatmulPresenter(ComputeService compute, InspectorModel inspector, LongSupplier dice) {
    this.inspector = inspector;
    this.dice = dice;
    checker = new Checker(compute, "matmul.check", this::fire);
    load(history.current());
    history.listen(this::stateChanged);
  }

  // What there is to show.

  MatmulState state() {
    return history.current();
  }

  History<MatmulState> history() {
    return history;
  }

  PlaybackModel playback() {
    return player.playback();
  }

  DeviceCatalogue devices() {
    return devices;
  }

  /** The run that is played; empty while the shapes do not fit. */
  Optional<MatmulRun> run() {
    return player.run();
  }

  /** What is wrong with the shapes, if something is. */
  Optional<ShapeMismatch> mismatch() {
    MatmulState state = state();
    return ShapeMismatch.of(state.a().rows(), state.a().cols(), state.b().rows(), state.b().cols());
  }

  /** The instant shown now; empty while the shapes do not fit. */
  Optional<Moment> moment() {
    return player.moment(state());
  }

  /** The grain in force. */
  Grain grain() {
    return Player.grain(state());
  }

  /** The algorithm in force. */
  Algorithm algorithm() {
    return Player.algorithm(state());
  }

  /** The guessing game; empty outside predict mode. */
  Optional<PredictGame> game() {
    return player.game();
  }

  Check check() {
    return checker.check();
  }

  /** One sentence: what the audience is looking at. */
  String narration() {
    Optional<ShapeMismatch> wrong = mismatch();
    if (wrong.isPresent()) {
      return wrong.get().message();
    }
    MatmulState state = state();
    Optional<PredictGame> game = game();
    if (game.isPresent() && playback().phase() == 0) {
      return Narrator.ask(game.get());
    }
    return moment().map(new Narrator(state.a().matrix(), state.b().matrix())::say).orElse("");
  }

  /** Whether the sentence is good news, bad news or neither. */
  Tone tone() {
    Optional<PredictGame.Verdict> verdict = game().flatMap(PredictGame::verdict);
    if (verdict.isEmpty() || playback().phase() > 0) {
      return Tone.PLAIN;
    }
    return verdict.get() instanceof PredictGame.Right ? Tone.OK : Tone.ERROR;
  }

  // What the person does.

  /** Takes new entries for A or B. Edits with the same gesture, not null, are one step. */
  void edit(Operand operand, EntryGrid entries, @Nullable Object gesture) {
    history.apply(
        Resizing.edited(state(), operand, entries),
        Texts.get("matmul.step.edit", operand.name()),
        gesture);
  }

  /** Ends a burst of typing: the next edit is a step of its own. */
  void endGesture() {
    history.endGesture();
  }

  /** Sets the rows of A. */
  void setRows(int m) {
    resize(Resizing.rows(state(), m), "m");
  }

  /** Sets the columns of B. */
  void setColumns(int n) {
    resize(Resizing.columns(state(), n), "n");
  }

  /** Sets the columns of A, and the rows of B with them while they are linked. */
  void setInner(int k) {
    resize(Resizing.inner(state(), k), "k");
  }

  /** Sets the rows of B apart from the columns of A. */
  void setRowsOfB(int k) {
    resize(Resizing.rowsOfB(state(), k), "kb");
  }

  /** All edits of one size in a row are one step. */
  private void resize(MatmulState next, String which) {
    history.apply(next, Texts.get("matmul.step.resize"), "size." + which);
  }

  /** Ties the columns of A and the rows of B together, making them equal, or lets them differ. */
  void setLinked(boolean linked) {
    history.apply(Resizing.linked(state(), linked), Texts.get("matmul.step.link"));
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

  /** The preset that the matrices show; empty once a number or a size was changed by hand. */
  Optional<PresetRequest> preset() {
    MatmulState state = state();
    return state
        .origin()
        .filter(
            origin -> {
              Factors made = origin.make();
              return state.a().matrix().equals(made.a()) && state.b().matrix().equals(made.b());
            });
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
    player.answer(text);
    fire();
  }

  /** Starts the guessing over. */
  void restartGame() {
    player.restart();
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
    boolean hidden = game().filter(game -> !game.reveals(at.row(), at.col())).isPresent();
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
    playback().seek(state.place().position());
    playback().setSpeed(state.place().speed());
  }

  /** Puts the matrices of another tab in force, the animation at the start. */
  void open(Factors factors) {
    history.apply(state().with(factors), Texts.get("matmul.step.take"));
    playback().first();
  }

  /** The state with the place the animation is at, for a lesson. */
  MatmulState withPlace() {
    return state().with(new Place(playback().position(), playback().speed()));
  }

  /** Calls the listener after each change of what there is to show, but for the animation. */
  Registration listen(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  // What follows from it.

  private void stateChanged(MatmulState now) {
    load(now);
    fire();
  }

  private void load(MatmulState now) {
    if (!player.load(now)) {
      return;
    }
    if (now.shapesFit()) {
      checker.check(new MatmulCheck(now.a().matrix(), now.b().matrix()));
    } else {
      checker.clear();
    }
  }

  private MatmulExplainer explainer() {
    MatmulState state = state();
    return new MatmulExplainer(
        new MatmulSnapshot(
            state.a().matrix(),
            state.b().matrix(),
            state.a().texts(),
            state.b().texts(),
            state.origin(),
            run().map(MatmulRun::program),
            check().result()));
  }

  private void fire() {
    inspector.refresh(explainer());
    List.copyOf(listeners).forEach(Runnable::run);
  }
}
