package org.inferscope.tab.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.inferscope.compute.LinearPeer;
import org.inferscope.compute.Registration;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.linear.InitRequest;
import org.inferscope.model.linear.Initialisation;
import org.inferscope.model.linear.Inputs;
import org.inferscope.model.linear.LayerCost;
import org.inferscope.model.linear.LayerQuantity;
import org.inferscope.model.linear.LinearCheck;
import org.inferscope.model.linear.LinearExplainer;
import org.inferscope.model.linear.LinearGeometry;
import org.inferscope.model.linear.LinearLayer;
import org.inferscope.model.linear.LinearRef;
import org.inferscope.model.linear.LinearSnapshot;
import org.inferscope.model.linear.TorchComparison;
import org.inferscope.tab.Check;
import org.inferscope.tab.Checker;
import org.inferscope.tab.MultiplyIntent;
import org.inferscope.tab.PeerRun;
import org.inferscope.tab.RooflineIntent;
import org.inferscope.tab.TabContext;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.Numbers;
import org.inferscope.tensor.NumpyRandom;
import org.inferscope.text.Texts;
import org.inferscope.ui.grid.Cell;
import org.inferscope.ui.grid.EntryGrid;
import org.inferscope.ui.inspector.InspectorModel;
import org.inferscope.ui.playback.PlaybackModel;
import org.inferscope.ui.state.History;
import org.jspecify.annotations.Nullable;

/**
 * Decides everything the Linear tab shows. Views call it for what to show and tell it what the
 * person did; it owns the state's history and the animation, and never waits. Confined to one
 * thread, the event thread in the app.
 */
final class LinearPresenter {
  /** What one notch of the wheel adds to a number. */
  static final double WHEEL_STEP = 0.1;

  private final TabContext context;
  private final InspectorModel inspector;
  private final LongSupplier dice;
  private final Checker checker;
  private final PeerRun<TorchComparison> torch;
  private final CodeWriter code;
  private DType costFormat = DType.FP16;
  private final History<LinearState> history = new History<>(LinearState.first());
  private final Computed computed = new Computed();
  private final Stepper stepper = new Stepper();
  private final Scales scales = new Scales();
  private final List<Runnable> listeners = new ArrayList<>();

  /** What is lit: under the pointer, or where the keyboard is, whichever came last. */
  private Optional<LinearRef> hover = Optional.empty();

  private LinearRef chosen = new LinearRef.Output(0, 0);

  /**
   * A presenter at the opening state.
   *
   * @param dice gives new seeds
   */
  LinearPresenter(TabContext context, LongSupplier dice) {
    this.context = context;
    this.inspector = context.inspector();
    this.dice = dice;
    checker = new Checker(context.compute(), "linear.check", this::fire);
    torch = new PeerRun<>(context, "linear.torch", this::fire);
    code = new CodeWriter(context.compute(), this::fire);
    load(history.current());
    history.listen(this::stateChanged);
    stepper.playback().listen(this::keepRowInFocus);
  }

  // What there is to show.

  LinearState state() {
    return history.current();
  }

  History<LinearState> history() {
    return history;
  }

  PlaybackModel playback() {
    return stepper.playback();
  }

  Stepper stepper() {
    return stepper;
  }

  /** The numbers in force, as typed. */
  LinearLayer layer() {
    return computed.layer();
  }

  /** [T, I]. */
  Matrix x() {
    return computed.x();
  }

  /** [T, O], in the precision in force. */
  Matrix y() {
    return computed.y();
  }

  /** The row of the batch that the bars show. */
  int row() {
    return state().display().row();
  }

  DType precision() {
    return state().display().precision();
  }

  Scales scales() {
    return scales;
  }

  /** The numbers that the layer computes with in the precision in force. */
  Held held() {
    return computed.held();
  }

  /** The entries of a panel; computed ones as plain numbers. */
  EntryGrid grid(Part part) {
    LayerEntries entries = state().entries();
    return switch (part) {
      case W -> entries.w();
      case X -> entries.x().rowAsColumn(row());
      case B -> entries.b();
      case Y -> EntryGrid.of(Matrix.of(y().cols(), 1, y().row(row())));
      case BATCH_X -> entries.x();
      case BATCH_Y -> computed.outputs();
    };
  }

  /** The value behind a cell of a panel, as it is lit; a bar belongs to the row in the bars. */
  LinearRef refOf(Part part, Cell cell) {
    return switch (part) {
      case W -> new LinearRef.Weight(cell.row(), cell.col());
      case X -> new LinearRef.Input(row(), cell.row());
      case B -> new LinearRef.Bias(cell.row());
      case Y -> new LinearRef.Output(row(), cell.row());
      case BATCH_X -> new LinearRef.Input(cell.row(), cell.col());
      case BATCH_Y -> new LinearRef.Output(cell.row(), cell.col());
    };
  }

  /** The value behind a cell as it is explained: an output may still be a running sum. */
  LinearRef valueOf(Part part, Cell cell) {
    int terms = part == Part.Y ? stepper.terms(cell.row()) : layer().inputs() + 1;
    return terms <= layer().inputs()
        ? new LinearRef.PartialSum(row(), cell.row(), terms)
        : refOf(part, cell);
  }

  /** What is lit and spelled out: pointed at, or being stepped through, or else chosen last. */
  LinearRef focus() {
    if (hover.isPresent()) {
      return hover.get();
    }
    return stepper.isUnderWay() ? new LinearRef.Output(row(), stepper.row()) : chosen;
  }

  /** The row of the batch that the value in focus belongs to. */
  int focusRow() {
    LinearRef ref = focus();
    if (ref instanceof LinearRef.Input input) {
      return input.row();
    }
    return ref instanceof LinearRef.Output output ? output.row() : row();
  }

  /** Whether something is lit because the person is on it, with pointer or keyboard, or plays. */
  boolean isPointedAt() {
    return hover.isPresent() || stepper.isUnderWay();
  }

  Check check() {
    return checker.check();
  }

  PeerRun<TorchComparison> torch() {
    return torch;
  }

  /** Writes what is on screen as code. */
  CodeWriter code() {
    return code;
  }

  /** The format that bytes and intensity of the batch are counted for; not a step of its own. */
  DType costFormat() {
    return costFormat;
  }

  void setCostFormat(DType format) {
    costFormat = format;
    fire();
  }

  /** The initialisation whose numbers W and b still are. */
  Optional<InitRequest> init() {
    return Reshaping.untouched(state());
  }

  /** Whether the layer maps the plane, or space, to itself. */
  boolean hasGeometry() {
    return LinearGeometry.applies(layer());
  }

  /** What the stage shows; numbers where there is no geometry. */
  Display.Stage stage() {
    return hasGeometry() ? state().display().stage() : Display.Stage.NUMBERS;
  }

  /** One sentence: what the audience is looking at. */
  String narration() {
    return Narrator.say(this);
  }

  /** Why a batch reads W once for all its rows, with the bytes per row; empty for one row. */
  String batchNote() {
    int batch = x().rows();
    if (batch == 1) {
      return "";
    }
    LayerCost one = new LayerCost(layer().inputs(), layer().outputs(), 1, DType.FP32);
    LayerCost all = new LayerCost(layer().inputs(), layer().outputs(), batch, DType.FP32);
    return Texts.get(
        "linear.batch.note",
        Numbers.count(batch),
        all.text(LayerQuantity.BYTES_PER_ROW),
        one.text(LayerQuantity.BYTES_PER_ROW));
  }

  // What the person does.

  /** Takes new entries over. Edits with the same gesture, not null, are one step. */
  void edit(Part part, EntryGrid next, String label, @Nullable Object gesture) {
    LayerEntries now = state().entries();
    LayerEntries edited =
        switch (part) {
          case W -> now.withW(next);
          case B -> now.withB(next);
          case X -> now.withRow(row(), next);
          case BATCH_X -> now.withX(next);
          case Y, BATCH_Y -> throw new IllegalArgumentException(part + " is computed");
        };
    history.apply(state().with(edited), label, gesture);
  }

  /** A drag has begun: the scales stay as they are until it ends, unless a bar outgrows one. */
  void beginDrag() {
    scales.hold(true);
  }

  /** Ends a drag or a burst of edits: the next one is a step of its own. */
  void endGesture() {
    scales.hold(false);
    history.endGesture();
    scales.fit(this);
    fire();
  }

  void setInputs(int inputs) {
    history.apply(
        Reshaping.inputs(state(), inputs), Texts.get("linear.step.resize"), "size.inputs");
  }

  void setOutputs(int outputs) {
    history.apply(
        Reshaping.outputs(state(), outputs), Texts.get("linear.step.resize"), "size.outputs");
  }

  void setBatch(int rows) {
    history.apply(Reshaping.batch(state(), rows), Texts.get("linear.step.batch"), "size.batch");
  }

  /** Brings a row of the batch into the bars. */
  void setRow(int row) {
    int within = Math.max(0, Math.min(x().rows() - 1, row));
    history.apply(
        state().with(state().display().withRow(within)), Texts.get("linear.step.row"), "row");
  }

  /** Fills W and b; random numbers come from the seed, or from a new one where it is not fixed. */
  void choose(Initialisation init) {
    boolean rolls = init.isRandom() && !state().source().fixed();
    fill(init, rolls ? rolled() : state().source().seed());
  }

  private void fill(Initialisation init, long seed) {
    LayerEntries now = state().entries();
    boolean turns = init == Initialisation.ROTATION && !hasGeometry();
    InitRequest request =
        InitRequest.of(init, turns ? 2 : now.inputs(), turns ? 2 : now.outputs()).withSeed(seed);
    LayerEntries filled = now.with(request.make());
    if (init == Initialisation.NOTEBOOK) {
      filled = LayerEntries.of(request.make(), Inputs.notebook(filled.inputs()));
    }
    Source source = state().source().with(request);
    history.apply(state().with(filled).with(source), Texts.get("linear.step.init", init.title()));
  }

  /** Draws W and b, where they are random, from another seed. */
  void setSeed(long seed) {
    Optional<Initialisation> random =
        state().source().init().map(InitRequest::init).filter(Initialisation::isRandom);
    if (random.isPresent()) {
      fill(random.get(), seed);
    } else {
      history.apply(state().with(state().source().withSeed(seed)), Texts.get("linear.step.seed"));
    }
  }

  /** Draws W and b from a seed nobody chose. */
  void rollSeed() {
    setSeed(rolled());
  }

  private long rolled() {
    return Math.floorMod(dice.getAsLong(), NumpyRandom.MAX_SEED + 1);
  }

  void setSeedFixed(boolean fixed) {
    history.apply(state().with(state().source().withFixed(fixed)), Texts.get("linear.step.fixed"));
  }

  /** Fills X with normal random numbers of the seed in force, or of a new one. */
  void drawInputs() {
    long seed = state().source().fixed() ? state().source().seed() : rolled();
    Matrix drawn = Inputs.random(seed, x().rows(), x().cols());
    history.apply(
        state()
            .with(state().entries().withX(drawn))
            .with(state().source().withInputSeed(Optional.of(seed))),
        Texts.get("linear.step.draw"));
  }

  void setPrecision(DType precision) {
    history.apply(
        state().with(state().display().with(precision)),
        Texts.get("linear.step.precision", precision.label()));
  }

  void setStage(Display.Stage stage) {
    history.apply(state().with(state().display().with(stage)), Texts.get("linear.step.stage"));
  }

  void setGrain(Display.StepGrain grain) {
    history.apply(state().with(state().display().with(grain)), Texts.get("linear.step.grain"));
  }

  /** Lights what the pointer went to; empty puts the light out. */
  void hover(Optional<LinearRef> ref) {
    if (!ref.equals(hover)) {
      hover = ref;
      fire();
    }
  }

  /**
   * Lights what the keyboard went to, or was clicked, wherever the pointer rests; it stays spelled
   * out when the light goes on to something else, or out.
   */
  void choose(LinearRef ref) {
    Optional<LinearRef> lit = Optional.of(ref);
    if (!ref.equals(chosen) || !lit.equals(hover)) {
      chosen = ref;
      hover = lit;
      fire();
    }
  }

  /** Opens the inspector on a value, if it is there. */
  void explain(ValueRef ref) {
    LinearExplainer explainer = explainer();
    if (explainer.knows(ref)) {
      inspector.open(explainer, ref);
    }
  }

  /** Whether W and x are small enough for the step-through of a product. */
  boolean canOpenInMatmul() {
    return multiplication().filter(context.navigator()::canOpen).isPresent();
  }

  /** Takes W and x over to where a product is stepped through. */
  void openInMatmul() {
    multiplication().ifPresent(context.navigator()::open);
  }

  /** Whether there is a tab to show the layer under a roof. */
  boolean canShowOnRoofline() {
    return context.navigator().canOpen(underRoof());
  }

  /** Shows the layer with its batch under the roof of a device. */
  void showOnRoofline() {
    context.navigator().open(underRoof());
  }

  private RooflineIntent underRoof() {
    return new RooflineIntent(x().rows(), layer().inputs(), layer().outputs(), costFormat);
  }

  private Optional<MultiplyIntent> multiplication() {
    boolean fits =
        layer().inputs() <= MultiplyIntent.LARGEST && layer().outputs() <= MultiplyIntent.LARGEST;
    return fits
        ? Optional.of(new MultiplyIntent(layer().w(), Matrix.of(x().cols(), 1, x().row(row()))))
        : Optional.empty();
  }

  /** Puts a state from a lesson in force, the step-through where it was. */
  void open(LinearState state) {
    history.apply(state.with(Place.AT_END), Texts.get("linear.step.open"));
    playback().seek(state.place().position());
    playback().setSpeed(state.place().speed());
  }

  /** Puts a layer and its inputs in force that another tab handed over. */
  void open(LinearLayer layer, Matrix inputs) {
    history.apply(
        new LinearState(
            LayerEntries.of(layer, inputs),
            state().source().withoutInit().withInputSeed(Optional.empty()),
            Display.FIRST,
            Place.AT_END),
        Texts.get("linear.step.take"));
    playback().last();
  }

  /** The state with the place the step-through is at, for a lesson. */
  LinearState withPlace() {
    int position = playback().isAtEnd() ? Place.END : playback().position();
    return state().with(new Place(position, playback().speed()));
  }

  /** Calls the listener after each change of what there is to show, but for the animation. */
  Registration listen(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  // What follows from it.

  private void stateChanged(LinearState now) {
    load(now);
    fire();
  }

  private void load(LinearState now) {
    boolean numbers = computed.load(now);
    stepper.load(now, stage());
    keepFocusInside();
    scales.fit(this);
    if (numbers) {
      checker.check(new LinearCheck(layer(), x()));
      torch.follow(beside(layer(), x()));
    }
  }

  private static Function<LinearPeer, TorchComparison> beside(LinearLayer layer, Matrix x) {
    return peer ->
        new TorchComparison(
            layer.forward(x),
            peer.linear(x, layer.w(), layer.b().column(0)),
            peer.name(),
            layer.rounding(x));
  }

  private void keepRowInFocus() {
    if (hover.isPresent() && stepper.isUnderWay() && playback().isMoving()) {
      hover = Optional.empty();
    }
  }

  private void keepFocusInside() {
    LinearExplainer explainer = new LinearExplainer(LinearSnapshot.of(layer(), x()));
    boolean lit = hover.equals(Optional.of(chosen));
    chosen = inRow(chosen);
    hover = lit ? Optional.of(chosen) : hover;
    if (!explainer.knows(chosen)) {
      chosen = new LinearRef.Output(row(), 0);
    }
    hover = hover.filter(explainer::knows);
  }

  /** What was chosen in one row of the batch is chosen in the row in the bars. */
  private LinearRef inRow(LinearRef ref) {
    if (ref instanceof LinearRef.Input input) {
      return new LinearRef.Input(row(), input.j());
    }
    return ref instanceof LinearRef.Output output ? new LinearRef.Output(row(), output.i()) : ref;
  }

  LinearExplainer explainer() {
    LinearState state = state();
    LayerEntries entries = state.entries();
    return new LinearExplainer(
        new LinearSnapshot(
            layer(),
            x(),
            entries.w().texts(),
            entries.b().texts(),
            entries.x().texts(),
            state.source().init(),
            state.source().inputSeed(),
            precision(),
            check().result(),
            torch.result()));
  }

  private void fire() {
    if (!inspector.isEmpty()) {
      inspector.refresh(explainer());
    }
    List.copyOf(listeners).forEach(Runnable::run);
  }
}
