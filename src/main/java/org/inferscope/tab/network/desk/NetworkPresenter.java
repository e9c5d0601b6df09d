package org.inferscope.tab.network.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.inferscope.compute.DeviceStatus;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.Progress;
import org.inferscope.compute.Registration;
import org.inferscope.compute.ServiceListener;
import org.inferscope.model.linear.Initialisation;
import org.inferscope.model.linear.TorchComparison;
import org.inferscope.model.network.Ablations;
import org.inferscope.model.network.Activation;
import org.inferscope.model.network.InputBatch;
import org.inferscope.model.network.NetworkCheck;
import org.inferscope.model.network.NetworkMemory;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.model.network.TorchLayers;
import org.inferscope.model.network.explain.NetworkExplainer;
import org.inferscope.model.network.explain.NetworkRef;
import org.inferscope.model.network.preset.Preset;
import org.inferscope.tab.Check;
import org.inferscope.tab.Checker;
import org.inferscope.tab.LinearIntent;
import org.inferscope.tab.PeerRun;
import org.inferscope.tab.TabContext;
import org.inferscope.tensor.Numbers;
import org.inferscope.tensor.NumpyRandom;
import org.inferscope.text.Texts;
import org.inferscope.ui.playback.PlaybackModel;
import org.inferscope.ui.state.History;
import org.jspecify.annotations.Nullable;

/**
 * Decides everything the Network tab shows. Views call it for what to show and tell it what the
 * person did; it owns the state's history and the animation, and never waits: a change of the state
 * starts a job, and until its result comes the last one stays on screen. Confined to one thread,
 * the event thread in the app.
 */
public final class NetworkPresenter {
  private static final int SMALLEST_PICTURE = 3;

  private final TabContext context;
  private final LongSupplier dice;
  private final LongSupplier room;
  private final Computation computation;
  private final PresetShelf presets = new PresetShelf(this::fire);
  private final History<NetworkState> history = new History<>(NetworkState.first());
  private final Flow flow = new Flow();
  private final BarLimits limits = new BarLimits();
  private final List<Runnable> listeners = new ArrayList<>();
  private final Checker checker;
  private final PeerRun<List<TorchComparison>> torch;
  private String notice = "";
  private String device;
  private Optional<Ablations.Target> hover = Optional.empty();
  private Ablations.Target chosen;
  private int layer;

  /**
   * A presenter at the opening state, which it starts to compute.
   *
   * @param dice gives new seeds
   * @param room gives how many bytes of heap the network on screen may take in all
   */
  public NetworkPresenter(TabContext context, LongSupplier dice, LongSupplier room) {
    this.context = context;
    this.dice = dice;
    this.room = room;
    computation = new Computation(context.compute(), this::computed, this::fire);
    torch = new PeerRun<>(context, "network.torch", this::numbersChanged);
    checker = new Checker(context.compute(), "network.check", this::numbersChanged);
    device = context.compute().active().device().id();
    chosen = firstOutput();
    layer = state().plan().depth() - 1;
    context
        .compute()
        .addListener(
            new ServiceListener() {
              @Override
              public void devicesChanged(DeviceStatus active, List<DeviceStatus> all) {
                deviceChanged(active.device().id());
              }
            });
    history.listen(this::stateChanged);
    flow.playback().listen(this::fitLimits);
    compute();
  }

  // What there is to show.

  /** What the person has set. */
  public NetworkState state() {
    return history.current();
  }

  /** Undo and redo. */
  public History<NetworkState> history() {
    return history;
  }

  /**
   * What was computed last; empty until the first result, and of an older state while a job runs.
   */
  public Optional<Shown> shown() {
    return computation.shown();
  }

  /** Whether that is of the state in force. */
  public boolean isCurrent() {
    return computation.isCurrent();
  }

  /** How far the job is, while one runs. */
  public Optional<Progress> running() {
    return computation.running();
  }

  /** Why the last job gave no result, in words; empty if it did. */
  public String problem() {
    return computation.problem();
  }

  /**
   * Why the last thing asked for was not done, or what came of it, or else what is unusual about
   * the network, in words; empty if nothing.
   */
  public String notice() {
    List<Integer> softmax = state().plan().softmaxInside();
    return notice.isEmpty() && !softmax.isEmpty()
        ? Texts.get("network.notice.softmax", Numbers.count(softmax.get(0) + 1L))
        : notice;
  }

  /** The plain loop against the backend. */
  public Check check() {
    return checker.check();
  }

  /** Real PyTorch beside ours. */
  public PeerRun<List<TorchComparison>> torch() {
    return torch;
  }

  /** The animation. */
  public Flow flow() {
    return flow;
  }

  /** What the playback bar drives. */
  public PlaybackModel playback() {
    return flow.playback();
  }

  /** What the full length of a bar in a column stands for. */
  public double limit(int column) {
    return limits.of(column, state().display().axis());
  }

  /**
   * The unit or weight that is lit: under the pointer, or where the keyboard is, or chosen last.
   */
  public Ablations.Target focus() {
    return hover.orElse(chosen);
  }

  /** Whether something is lit because the person is on it, with pointer or keyboard. */
  public boolean isPointedAt() {
    return hover.isPresent();
  }

  /** The layer that buttons such as "remove" act on, from 0. */
  public int layer() {
    return layer;
  }

  /** The input of the batch in focus. */
  public int row() {
    return state().display().row();
  }

  /** What the stage shows; the network where there is nothing to compare. */
  public Display.View view() {
    Display.View wanted = state().display().view();
    boolean comparable = state().compared().isPresent();
    return wanted == Display.View.COMPARE && !comparable ? Display.View.NETWORK : wanted;
  }

  /** Whether the input can be drawn as a picture: its width is the square of 3 or more. */
  public boolean canBePicture() {
    int side = (int) Math.round(Math.sqrt(state().plan().inputs()));
    return side >= SMALLEST_PICTURE && side * side == state().plan().inputs();
  }

  /** Whether it is. */
  public boolean isPicture() {
    return state().display().pad() && canBePicture();
  }

  /** The app's services, for the panels of this tab. */
  public TabContext context() {
    return context;
  }

  /** The networks there are to start from; the trained one joins once it has been read. */
  public List<Preset> presets() {
    return presets.all();
  }

  /** Reads the trained network, in a job. */
  public void readTrained() {
    presets.readTrained(context.compute());
  }

  // What the person does to the network.

  /** Replaces the network and its inputs, with a step's name for the menu. */
  public void open(NetworkState next, String label) {
    apply(next, label, null);
    if (state().equals(next)) {
      flow.playback().last();
    }
  }

  /** Opens a network of {@link #presets} with its inputs. */
  public void open(Preset preset) {
    Display display =
        Display.FIRST.with(state().display().axis()).withPad(preset.id().equals(Preset.DIGITS));
    open(
        NetworkState.of(preset.plan(), preset.input(), preset.inputSeed()).with(display),
        Texts.get("network.step.open", preset.title()));
  }

  /** Sets the width of a column; edits of the same column in a row are one step. */
  public void setWidth(int column, int width) {
    if (width != state().plan().width(column)) {
      applyPlan(
          plan -> plan.withWidth(column, width), Texts.get("network.step.width"), "width" + column);
    }
  }

  /** Sets the activation of a layer. */
  public void setActivation(int l, Activation activation) {
    applyPlan(
        plan -> plan.with(l, activation),
        Texts.get("network.step.activation", activation.title()),
        null);
  }

  /** Puts a new layer after layer l; −1 puts it first. */
  public void insertAfter(int l) {
    if (hasRoomForLayer()) {
      layer = l + 1;
      applyPlan(plan -> plan.inserted(l + 1), Texts.get("network.step.insert"), null);
    }
  }

  /** Takes a layer out, unless it is the last one left. */
  public void remove(int l) {
    if (state().plan().depth() > 1) {
      applyPlan(plan -> plan.removed(l), Texts.get("network.step.remove"), null);
    }
  }

  /** Puts a copy of a layer after it. */
  public void duplicate(int l) {
    if (hasRoomForLayer()) {
      layer = l + 1;
      applyPlan(plan -> plan.duplicated(l), Texts.get("network.step.duplicate"), null);
    }
  }

  /** Moves a layer to another place. */
  public void move(int from, int to) {
    if (from != to) {
      layer = to;
      applyPlan(plan -> plan.moved(from, to), Texts.get("network.step.move"), null);
    }
  }

  private boolean hasRoomForLayer() {
    boolean room = state().plan().depth() < NetworkPlan.DEEPEST;
    if (!room) {
      say(Texts.get("network.notice.deepest", Integer.toString(NetworkPlan.DEEPEST)));
    }
    return room;
  }

  /** Draws all weights anew. */
  public void draw(Initialisation init, long seed) {
    applyPlan(plan -> plan.drawn(init, seed), Texts.get("network.step.draw", init.title()), null);
  }

  /** Draws all weights from a seed nobody chose. */
  public void rollWeights() {
    draw(state().plan().init(), rolled());
  }

  private long rolled() {
    return Math.floorMod(dice.getAsLong(), NumpyRandom.MAX_SEED + 1);
  }

  /** Chooses the layer that buttons act on. */
  public void chooseLayer(int l) {
    if (l != layer) {
      layer = l;
      fire();
    }
  }

  // What the person does to the inputs.

  /** Sets one number of the input in focus; edits with the same gesture, not null, are one step. */
  public void setInput(int j, float value, @Nullable Object gesture) {
    float[] values = state().input().row(row());
    values[j] = value;
    setInput(values, Texts.get("network.step.input"), gesture);
  }

  /** Sets the input in focus [I]. */
  public void setInput(float[] values, String label, @Nullable Object gesture) {
    InputBatch changed = state().input().withRow(row(), values);
    apply(state().with(changed, Optional.empty()), label, gesture);
  }

  /** Fills all inputs with normal numbers from a seed nobody chose. */
  public void drawInputs() {
    long seed = rolled();
    InputBatch drawn = InputBatch.random(seed, state().input().size(), state().plan().inputs());
    apply(state().with(drawn, Optional.of(seed)), Texts.get("network.step.drawInputs"), null);
  }

  /**
   * Sets how many inputs there are; new ones are normal numbers. They are not drawn with the seed
   * of the weights: each would be a row of W once more, and stand out in one unit.
   */
  public void setBatch(int size) {
    NetworkState now = state();
    boolean sameSeed = now.inputSeed().equals(Optional.of(now.plan().seed()));
    Optional<Long> seed =
        sameSeed && size > now.input().size() ? Optional.empty() : now.inputSeed();
    InputBatch sized = now.input().withSize(size, seed.orElse(now.plan().seed() + 1));
    apply(now.with(sized, seed), Texts.get("network.step.batch"), "size.batch");
  }

  /** Brings an input of the batch into focus. */
  public void setRow(int row) {
    int within = Math.max(0, Math.min(state().input().size() - 1, row));
    show(display -> display.withRow(within), Texts.get("network.step.row"), "row");
  }

  /** A drag has begun: bars keep their scale until it ends, unless they outgrow it. */
  public void beginGesture() {
    limits.hold(true);
  }

  /** Ends a drag or a burst of edits: the next one is a step of its own. */
  public void endGesture() {
    limits.hold(false);
    history.endGesture();
    fitLimits();
    fire();
  }

  // What the person wants to see.

  /** Shows something else on the stage. */
  public void setView(Display.View view) {
    show(display -> display.with(view), Texts.get("network.step.view"), null);
  }

  /** Chooses what the length of a bar stands for. */
  public void setAxis(Display.Axis axis) {
    show(display -> display.with(axis), Texts.get("network.step.axis"), null);
  }

  /** Draws the input as a picture, or as bars. */
  public void setPad(boolean pad) {
    show(display -> display.withPad(pad), Texts.get("network.step.pad"), null);
  }

  private void show(UnaryOperator<Display> change, String label, @Nullable Object gesture) {
    apply(state().with(change.apply(state().display())), label, gesture);
  }

  /** Switches a unit or a weight off, or on again. */
  public void toggle(Ablations.Target target) {
    apply(state().with(state().off().toggled(target)), Texts.get("network.step.ablate"), null);
  }

  /** Switches everything on again. */
  public void restore() {
    apply(state().with(Ablations.NONE), Texts.get("network.step.restore"), null);
  }

  /** Keeps what is on screen, to compare with what comes. */
  public void hold() {
    apply(
        state()
            .with(Optional.of(Held.of(state())))
            .with(state().display().with(Display.View.COMPARE)),
        Texts.get("network.step.hold"),
        null);
  }

  /** Ends the comparison. */
  public void release() {
    Display display = state().display();
    boolean compares = display.view() == Display.View.COMPARE;
    apply(
        state()
            .with(Optional.empty())
            .with(compares ? display.with(Display.View.NETWORK) : display),
        Texts.get("network.step.release"),
        null);
  }

  /** Lights what the pointer went to; empty puts the light out. */
  public void hover(Optional<Ablations.Target> target) {
    if (!target.equals(hover)) {
      hover = target;
      fire();
    }
  }

  /** Lights what the keyboard went to, or was clicked; the layer it is in is the one acted on. */
  public void choose(Ablations.Target target) {
    chosen = target;
    hover = Optional.of(target);
    if (target instanceof Ablations.Unit unit && unit.column() > 0) {
      layer = unit.column() - 1;
    } else if (target instanceof Ablations.Link link) {
      layer = link.layer();
    }
    fire();
  }

  /** Opens the inspector on a value, if it is there. */
  public void explain(NetworkRef ref) {
    explainer()
        .filter(explainer -> explainer.knows(ref))
        .ifPresent(explainer -> context.inspector().open(explainer, ref));
  }

  /** Opens the inspector on a unit of the input in focus, or on a weight. */
  public void explain(Ablations.Target target) {
    if (target instanceof Ablations.Unit unit) {
      explain(NetworkRef.number(unit.column(), row(), unit.i()));
    } else if (target instanceof Ablations.Link link) {
      explain(new NetworkRef.Weight(link.layer(), link.i(), link.j()));
    }
  }

  /** Explains what was computed last. */
  private Optional<NetworkExplainer> explainer() {
    return shown()
        .map(
            now ->
                new NetworkExplainer(
                    now.snapshot(state(), check().result(), torch.result().orElse(List.of()))));
  }

  /** Whether the chosen layer is small enough to be taken apart number by number. */
  public boolean canOpenInLinear() {
    return handover().filter(context.navigator()::canOpen).isPresent();
  }

  /** Takes the chosen layer with what comes into it over to where a layer is taken apart. */
  public void openInLinear() {
    handover().filter(context.navigator()::canOpen).ifPresent(context.navigator()::open);
  }

  private Optional<LinearIntent> handover() {
    return shown().flatMap(now -> Handover.of(now.trace(), layer));
  }

  /** Bytes of heap that the network on screen may take in all. */
  public long room() {
    return room.getAsLong();
  }

  /** Says something about what was just asked for; empty takes it back. */
  public void say(String sentence) {
    notice = sentence;
    fire();
  }

  /** Calls the listener after each change of what there is to show, but for the animation. */
  public Registration listen(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  // What follows from it.

  private void applyPlan(
      UnaryOperator<NetworkPlan> change, String label, @Nullable Object gesture) {
    apply(state().with(change.apply(state().plan())), label, gesture);
  }

  /** Puts a state in force, unless its numbers cannot be held in memory. */
  private void apply(NetworkState next, String label, @Nullable Object gesture) {
    try {
      requireMemory(next);
    } catch (InferscopeException e) {
      say(e.sentence());
      return;
    }
    notice = "";
    history.apply(next, label, gesture);
  }

  private void requireMemory(NetworkState next) {
    double other =
        next.held()
            .map(held -> NetworkMemory.of(held.plan(), held.input().size()).heap())
            .orElse(0.0);
    NetworkMemory.of(next.plan(), next.input().size()).require(room.getAsLong() - other);
  }

  private void stateChanged(NetworkState now) {
    layer = Math.min(layer, now.plan().depth() - 1);
    hover = hover.filter(target -> Ablations.isInside(now.plan(), target));
    if (!Ablations.isInside(now.plan(), chosen)) {
      chosen = firstOutput();
    }
    if (!computation.isAbout(now)) {
      compute();
    }
    fire();
  }

  private Ablations.Target firstOutput() {
    return new Ablations.Unit(state().plan().depth(), 0);
  }

  private void compute() {
    computation.start(state());
  }

  /** A run has come. */
  private void computed(Shown now) {
    flow.load(now.trace().network().depth());
    checker.check(new NetworkCheck(now.trace()));
    torch.follow(peer -> TorchLayers.compare(now.trace(), peer));
    fitLimits();
    refreshInspector();
  }

  /** Stops the job; what was on screen stays. */
  public void cancel() {
    computation.cancel();
  }

  /** Starts the job again that was stopped or failed. */
  public void retry() {
    compute();
    fire();
  }

  private void fitLimits() {
    shown().ifPresent(now -> limits.fit(now.trace(), flow.isUnderWay()));
  }

  private void deviceChanged(String active) {
    if (!active.equals(device)) {
      device = active;
      compute();
      fire();
    }
  }

  private void numbersChanged() {
    refreshInspector();
    fire();
  }

  private void refreshInspector() {
    if (!context.inspector().isEmpty()) {
      explainer().ifPresent(context.inspector()::refresh);
    }
  }

  private void fire() {
    List.copyOf(listeners).forEach(Runnable::run);
  }
}
