package org.inferscope.tab.gpt2.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.inferscope.compute.Outcome;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.gpt2.Distribution;
import org.inferscope.model.gpt2.Gpt2Trace;
import org.inferscope.model.gpt2.Keep;
import org.inferscope.model.gpt2.Operation;
import org.inferscope.model.gpt2.walk.CostExplainer;
import org.inferscope.model.gpt2.walk.PassCosts;
import org.inferscope.model.gpt2.walk.PassTimer;
import org.inferscope.model.gpt2.walk.PassTimes;
import org.inferscope.model.gpt2.walk.Walk;
import org.inferscope.model.gpt2.walk.WalkStep;
import org.inferscope.model.roofline.MatmulShape;
import org.inferscope.tab.RooflineIntent;
import org.inferscope.tab.TransformerIntent;
import org.inferscope.tab.gpt2.desk.Gpt2Presenter;
import org.inferscope.tab.gpt2.desk.MapSettings;
import org.inferscope.tab.gpt2.desk.MapSettings.Grain;
import org.inferscope.tab.gpt2.desk.ModelInUse;
import org.inferscope.tab.gpt2.desk.Shown;
import org.inferscope.tab.gpt2.desk.View;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.navigate.Intent;
import org.inferscope.ui.navigate.Navigator;
import org.inferscope.ui.playback.PlaybackModel;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a pass: knows which step is shown, its tensor, what the products cost and how long
 * they take. The selected block and the walk follow each other. Confined to the desk's thread.
 */
final class MapPresenter {
  /** How long a step takes at normal speed, in seconds: values travel for half of it. */
  static final double STEP_SECONDS = 0.6;

  /** How long a step through a whole block takes. */
  static final double BLOCK_SECONDS = 3;

  /** Passes that are measured. */
  static final int PASSES = 5;

  private static final int MOST_TENSORS = 16;
  private static final String TIMES_LANE = "gpt2.map.times";
  private static final String AFTER_LANE = "gpt2.map.after";

  private final Gpt2Presenter desk;
  private final List<Runnable> listeners = new ArrayList<>();
  private Walk walk = new Walk(1);
  private Grain grain = Grain.OPERATION;
  private @Nullable Shown shown;
  private List<Distribution> after = List.of();
  private @Nullable Measured measured;
  private boolean measuring;
  private String problem = "";
  private int seenLayer;

  /** Whether a model has been seen at all. */
  private boolean known;

  /** Whether the animation plays this walk. */
  private boolean loaded;

  /** The place of the walk while the animation does not play it. */
  private int kept;

  private @Nullable Drawn drawn;

  /** What was measured, and of what. */
  private record Measured(ModelInUse model, int tokens, PassTimes times) {}

  /** What the last tensor was made for. */
  private record Drawn(Shown shown, WalkStep step, int token, int head, int after) {}

  private StepTensor tensor = new StepTensor(WalkStep.of(Operation.TOKENS), List.of(), List.of());

  /** The last tensors, so that going back and forth makes none again. */
  private final Map<Drawn, StepTensor> tensors =
      new LinkedHashMap<>(MOST_TENSORS, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Drawn, StepTensor> eldest) {
          return size() > MOST_TENSORS;
        }
      };

  /** A presenter that follows the desk. */
  MapPresenter(Gpt2Presenter desk) {
    this.desk = desk;
    desk.listen(this::follow);
    desk.playback().listen(this::moved);
    follow();
  }

  /** What all views share. */
  Gpt2Presenter desk() {
    return desk;
  }

  /** What the person has set here. */
  MapSettings settings() {
    return desk.state().map();
  }

  /** Whether the map is in front. */
  boolean isInFront() {
    return desk.state().view() == View.MAP;
  }

  /** Calls the listener after each change of anything that is shown here. */
  void listen(Runnable listener) {
    listeners.add(listener);
  }

  private void fire() {
    List.copyOf(listeners).forEach(Runnable::run);
  }

  /** The animation. */
  PlaybackModel playback() {
    return desk.playback();
  }

  /** The steps of the model in use. */
  Walk walk() {
    return walk;
  }

  // ---- following the desk and the animation

  private void follow() {
    Shown next = desk.shown().orElse(null);
    if (next != null && isOther(next)) {
      take(next);
    }
    shown = next;
    loadIfInFront();
    if (loaded && settings().grain() != grain) {
      grain = settings().grain();
      applyGrain();
    }
    if (loaded && shown != null && desk.layer() != seenLayer) {
      seenLayer = desk.layer();
      walkTo(seenLayer);
    }
    fire();
  }

  // A new object is a new pass.
  @SuppressWarnings("ReferenceEquality")
  private boolean isOther(Shown next) {
    return next != shown;
  }

  private void take(Shown next) {
    Walk of = new Walk(next.config().layers());
    if (!known || !of.equals(walk)) {
      known = true;
      walk = of;
      // What is shown first is a tensor, not an empty stage.
      kept = 1;
      if (loaded) {
        load();
      }
    }
    shown = next;
    after = List.of();
    tensors.clear();
    if (isInFront()) {
      findAfter();
    }
  }

  /** Keys play the walk only while it is seen; its place is kept meanwhile. */
  private void loadIfInFront() {
    boolean wanted = known && isInFront();
    if (wanted && !loaded) {
      loaded = true;
      grain = settings().grain();
      load();
    } else if (!wanted && loaded) {
      kept = playback().position();
      loaded = false;
      playback().load(0);
    }
  }

  private void load() {
    int place = kept;
    playback().load(walk.size(), walk.marks());
    applyGrain();
    playback().seek(place);
  }

  private void applyGrain() {
    boolean blocks = grain == Grain.BLOCK;
    playback().setStepSeconds(blocks ? BLOCK_SECONDS : STEP_SECONDS);
    playback().setGrain(blocks ? walk.marks() : IntStream.rangeClosed(1, walk.size()).toArray());
  }

  /** The block was selected elsewhere: the walk goes on there, at the same operation. */
  private void walkTo(int layer) {
    Optional<WalkStep> at = place().step();
    if (at.filter(step -> step.isIn(layer)).isEmpty()) {
      Operation operation =
          at.map(WalkStep::operation).filter(Operation::isInBlocks).orElse(Operation.NORM_1);
      playback().seek(walk.numberOf(new WalkStep(operation, layer)) + 1);
    }
  }

  private void moved() {
    Optional<WalkStep> at = place().step();
    if (at.isPresent() && at.get().operation().isInBlocks() && at.get().layer() != seenLayer) {
      seenLayer = at.get().layer();
      if (shown != null) {
        desk.selectLayer(seenLayer);
        return;
      }
    }
    fire();
  }

  /** What comes after each token, for which a whole vocabulary has to be added up each time. */
  private void findAfter() {
    Shown of = shown;
    if (of == null) {
      return;
    }
    desk.submit(
        AFTER_LANE,
        Texts.get("gpt2map.job.after"),
        (model, job) -> {
          Gpt2Trace trace = of.trace();
          List<Distribution> all = new ArrayList<>();
          for (int token = 0; token < trace.tokens(); token++) {
            job.checkCancelled();
            if (trace.hasLogits(token)) {
              all.add(trace.logits(token));
            }
          }
          return List.copyOf(all);
        },
        outcome -> found(of, outcome));
  }

  private void found(Shown of, Outcome<List<Distribution>> outcome) {
    if (!isOther(of) && outcome instanceof Outcome.Done<List<Distribution>> done) {
      after = done.value();
      fire();
    }
  }

  /** The map has come to the front: finds what it did not need behind. */
  void seen() {
    if (after.isEmpty()) {
      findAfter();
    }
  }

  // ---- what is shown

  /** The pass; empty while there is none. */
  Optional<Shown> shown() {
    return Optional.ofNullable(shown);
  }

  /** Where the walk is. */
  Place place() {
    return Place.of(walk, loaded ? playback().progress() : kept);
  }

  /** The step that is looked at: the first one before the walk has begun. */
  WalkStep step() {
    return place().step().orElse(walk.at(0));
  }

  /** The block that is walked through, or the selected one. */
  int layer() {
    return place()
        .step()
        .filter(step -> step.operation().isInBlocks())
        .map(WalkStep::layer)
        .orElse(desk.layer());
  }

  /** The tensor of the step; without pieces if it was not kept or there is no pass. */
  StepTensor tensor() {
    Shown of = shown;
    if (of == null) {
      return new StepTensor(step(), List.of(), List.of());
    }
    Drawn wanted = wanted(of, step());
    if (!wanted.equals(drawn)) {
      drawn = wanted;
      tensor = made(wanted);
    }
    return tensor;
  }

  /**
   * What the step reads on each of its ways: of a sum both parts, else what the step before made.
   */
  List<Piece> read() {
    StepTensor own = tensor();
    Shown of = shown;
    int number = walk.numberOf(own.step());
    if (of == null || number == 0 || own.pieces().isEmpty()) {
      return own.pieces();
    }
    if (own.signs().contains("+")) {
      return own.pieces().subList(0, 2);
    }
    WalkStep before = walk.at(number - 1);
    StepTensor read = made(wanted(of, before));
    return read.pieces().isEmpty() ? own.pieces() : List.of(travelling(read));
  }

  private StepTensor made(Drawn wanted) {
    return tensors.computeIfAbsent(
        wanted,
        key -> new StepTensors(key.shown(), after, desk.token(), desk.head()).of(key.step()));
  }

  /** Of queries, keys and values the queries; of heads the selected one; of a sum the result. */
  private Piece travelling(StepTensor of) {
    List<Piece> pieces = of.pieces();
    if (of.step().operation() == Operation.QKV) {
      return pieces.get(0);
    }
    return pieces.stream()
        .filter(piece -> piece.head().filter(head -> head == desk.head()).isPresent())
        .findFirst()
        .orElse(pieces.get(pieces.size() - 1));
  }

  /** Only what the tensor depends on: another token leaves most of them as they are. */
  private Drawn wanted(Shown of, WalkStep step) {
    boolean ofVocabulary =
        step.operation() == Operation.LOGITS || step.operation() == Operation.PROBABILITIES;
    boolean oneHead = of.trace().tokens() > StepTensors.LONGEST_GRID;
    return new Drawn(
        of, step, ofVocabulary ? desk.token() : 0, oneHead ? desk.head() : 0, after.size());
  }

  /** What comes after each token whose logits were kept; empty until it is known. */
  List<Distribution> after() {
    return after;
  }

  /** What the products cost. */
  Optional<PassCosts> costs() {
    return shown()
        .map(
            of -> {
              int tokens = of.trace().tokens();
              int rows = of.trace().hasLogits(0) ? tokens : 1;
              return new PassCosts(of.config(), tokens, rows);
            });
  }

  /** How long the steps take; empty until it was measured for this model and length. */
  Optional<PassTimes> times() {
    Measured last = measured;
    Shown of = shown;
    return last != null && of != null && isOf(last, of)
        ? Optional.of(last.times())
        : Optional.empty();
  }

  // The same model is the same object.
  @SuppressWarnings("ReferenceEquality")
  private static boolean isOf(Measured last, Shown of) {
    return last.model() == of.model() && last.tokens() == of.trace().tokens();
  }

  /** Whether it is being measured. */
  boolean isMeasuring() {
    return measuring;
  }

  /** What went wrong when it was measured; empty if nothing did. */
  String problem() {
    return problem;
  }

  /** Measures how long each step takes at this length. */
  void measure() {
    Shown of = shown;
    if (of == null || measuring) {
      return;
    }
    measuring = true;
    problem = "";
    Keep.Logits logits = of.trace().hasLogits(0) ? Keep.Logits.ALL : Keep.Logits.LAST;
    desk.submit(
        TIMES_LANE,
        Texts.get("gpt2map.job.measure", Numbers.count(PASSES)),
        (model, job) ->
            new PassTimer().measure(model, of.trace().ids(), PASSES, logits, job::checkCancelled),
        outcome -> measured(of, outcome));
    fire();
  }

  private void measured(Shown of, Outcome<PassTimes> outcome) {
    measuring = false;
    if (outcome instanceof Outcome.Done<PassTimes> done) {
      measured = new Measured(of.model(), of.trace().tokens(), done.value());
      explainer().ifPresent(desk.context().inspector()::refresh);
    } else if (outcome instanceof Outcome.Failed<PassTimes> failed) {
      problem = failed.error().sentence();
    }
    fire();
  }

  // ---- what can be done

  /** Goes to where a step is done, and brings the map to the front. */
  void goTo(WalkStep step) {
    if (!isInFront()) {
      desk.show(View.MAP);
    }
    playback().seek(walk.numberOf(step) + 1);
  }

  /** Goes to the first step of a block. */
  void goTo(int block) {
    goTo(new WalkStep(Operation.NORM_1, block));
  }

  /** Changes a setting. */
  void set(UnaryOperator<MapSettings> to, @Nullable Object gesture) {
    desk.change(state -> state.with(to.apply(state.map())), Texts.get("gpt2map.step"), gesture);
  }

  /** Explains costs and times. */
  Optional<CostExplainer> explainer() {
    return costs().map(costs -> new CostExplainer(costs, times()));
  }

  /** Shows in the inspector how a cost or a time came to be. */
  void explainCost(ValueRef ref) {
    explainer().ifPresent(explainer -> desk.explain(explainer, ref));
  }

  /** The six products of this model at this length, for the roofline. */
  Optional<Intent> transformer() {
    return costs().map(costs -> new TransformerIntent(costs.spec(), costs.work(), DType.FP32));
  }

  /** One product with weights, for the roofline; empty for any other operation. */
  Optional<Intent> product(Operation operation) {
    return costs()
        .flatMap(costs -> costs.shape(operation))
        .filter(shape -> shape.right() == MatmulShape.Right.WEIGHTS)
        .map(
            shape ->
                new RooflineIntent((int) shape.m(), (int) shape.k(), (int) shape.n(), DType.FP32));
  }

  /** Whether another tab takes it. */
  boolean canOpen(Optional<Intent> intent) {
    Navigator navigator = desk.context().navigator();
    return intent.isPresent() && navigator.canOpen(intent.get());
  }

  /** Opens it in another tab. */
  void open(Optional<Intent> intent) {
    if (canOpen(intent)) {
      intent.ifPresent(desk.context().navigator()::open);
    }
  }
}
