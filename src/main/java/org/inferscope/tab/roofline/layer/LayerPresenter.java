package org.inferscope.tab.roofline.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.inferscope.compute.Registration;
import org.inferscope.io.transformer.TransformerFile;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.hardware.DeviceSpec;
import org.inferscope.model.roofline.transformer.LayerMatmul;
import org.inferscope.model.roofline.transformer.TransformerPreset;
import org.inferscope.model.roofline.transformer.TransformerSpec;
import org.inferscope.model.roofline.transformer.Workload;
import org.inferscope.model.roofline.transformer.explain.TransformerExplainer;
import org.inferscope.model.roofline.transformer.explain.TransformerSnapshot;
import org.inferscope.tab.roofline.desk.RooflinePresenter;
import org.inferscope.tab.roofline.desk.RooflineState;
import org.inferscope.tab.roofline.desk.RooflineState.Order;
import org.inferscope.tab.roofline.desk.Selection;
import org.inferscope.text.Texts;

/**
 * What the layer view shows and what can be done there, on top of what all three views share.
 * Confined to one thread, the event thread in the app.
 */
public final class LayerPresenter {
  private static final double GIGA = 1e9;

  private final RooflinePresenter desk;
  private final List<TransformerPreset> presets = TransformerFile.packaged();
  private final List<Runnable> listeners = new ArrayList<>();
  private TransformerPreset chosen = presets.get(0);
  private Map<LayerField, String> problems = Map.of();
  private TransformerSnapshot explained;
  private String notice = "";

  /** A presenter on top of the tab's. */
  public LayerPresenter(RooflinePresenter desk) {
    this.desk = desk;
    explained = snapshot();
    desk.listen(this::changed);
  }

  /** What all views share. */
  RooflinePresenter desk() {
    return desk;
  }

  /** Calls the listener after each change, whichever view is in front. */
  Registration listen(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private void changed() {
    TransformerSnapshot now = snapshot();
    if (!now.equals(explained)) {
      explained = now;
      desk.context().inspector().refresh(new TransformerExplainer(now));
    }
    fire();
  }

  private void fire() {
    List.copyOf(listeners).forEach(Runnable::run);
  }

  /** Whether the view is in front: only then it has work to do. */
  boolean isInFront() {
    return state().view() == RooflineState.View.LAYER;
  }

  RooflineState state() {
    return desk.state();
  }

  /** The transformer, its work, its formats and the roof they are held against. */
  TransformerSnapshot snapshot() {
    RooflineState state = state();
    return new TransformerSnapshot(state.spec(), state.work(), state.formats(), desk.roof());
  }

  /** What there is to see. */
  LayerScene scene() {
    Optional<DeviceSpec> device = device().flatMap(desk.catalogue()::byId);
    return LayerScene.of(state(), snapshot(), device.map(DeviceSpec::memoryGb).orElse(0.0) * GIGA);
  }

  /** The id of what products are held against; empty where no device is chosen. */
  Optional<String> device() {
    return state().devices().stream().findFirst();
  }

  /** Holds the products against another device, which takes the place of the first. */
  void setDevice(String id) {
    List<String> devices = new ArrayList<>(List.of(id));
    state().devices().stream().skip(1).forEach(devices::add);
    desk.change(state -> state.with(devices), Texts.get("rooflinelayer.step.device"), null);
  }

  /** The published transformers, the notebook's first. */
  List<TransformerPreset> presets() {
    return presets;
  }

  /** The published transformer that the sizes are those of; the one chosen last if it is one. */
  Optional<TransformerPreset> preset() {
    TransformerSpec spec = state().spec();
    if (chosen.spec().equals(spec)) {
      return Optional.of(chosen);
    }
    return presets.stream().filter(preset -> preset.spec().equals(spec)).findFirst();
  }

  /** Takes the sizes of a published transformer; with the notebook's its prompt comes, too. */
  void choose(TransformerPreset preset) {
    chosen = preset;
    problems = Map.of();
    String label = Texts.get("rooflinelayer.step.preset", preset.name());
    desk.change(
        state ->
            preset.isNotebook()
                ? state.with(preset.spec()).with(Workload.NOTEBOOK)
                : state.with(preset.spec()),
        label,
        null);
    // Two of them have the same sizes: then only the name changes.
    fire();
  }

  /** Takes over what is typed in the fields, once all of it holds. */
  void type(Map<LayerField, String> texts) {
    TypedSizes typed = TypedSizes.read(state(), texts);
    problems = typed.problems();
    desk.change(state -> typed.state(), Texts.get("rooflinelayer.step.sizes"), null);
    fire();
  }

  /** What does not hold of what was typed last, by field. */
  Map<LayerField, String> problems() {
    return problems;
  }

  /** Changes the work by a slider. All changes of one gesture are undone together. */
  void slide(LayerField field, int number) {
    UnaryOperator<Workload> to =
        work ->
            switch (field) {
              case SEQUENCE -> work.withSequence(number);
              case BATCH -> work.withBatch(number);
              case CACHED -> work.withCached(number);
              default -> throw new IllegalArgumentException(field + " has no slider");
            };
    desk.change(
        state -> state.with(to.apply(state.work())),
        Texts.get("rooflinelayer.step.work", field.title()),
        field);
  }

  /** A slider was let go. */
  void letGo() {
    desk.history().endGesture();
  }

  void setPhase(Workload.Phase phase) {
    desk.change(
        state -> state.with(state.work().with(phase)), Texts.get("rooflinelayer.step.phase"), null);
  }

  void setGated(boolean gated) {
    TransformerSpec old = state().spec();
    setSpec(
        new TransformerSpec(
            old.layers(),
            old.hidden(),
            old.heads(),
            old.kvHeads(),
            old.ffn(),
            gated,
            old.vocabulary(),
            old.tied(),
            old.positions()),
        Texts.get("rooflinelayer.step.gated"));
  }

  void setTied(boolean tied) {
    TransformerSpec old = state().spec();
    setSpec(
        new TransformerSpec(
            old.layers(),
            old.hidden(),
            old.heads(),
            old.kvHeads(),
            old.ffn(),
            old.gated(),
            old.vocabulary(),
            tied,
            old.positions()),
        Texts.get("rooflinelayer.step.tied"));
  }

  private void setSpec(TransformerSpec spec, String label) {
    desk.change(state -> state.with(spec), label, null);
  }

  void setOrder(Order order) {
    desk.change(state -> state.with(order), Texts.get("rooflinelayer.step.order"), null);
  }

  /** Lights a product in all views. */
  void select(LayerMatmul matmul) {
    desk.select(new Selection.OfLayer(matmul));
  }

  /** Shows in the inspector how a figure came to be. */
  void explain(ValueRef ref) {
    desk.explain(new TransformerExplainer(snapshot()), ref);
  }

  /** What became of a file that was written; empty for nothing to say. */
  String notice() {
    return notice;
  }

  void say(String words) {
    notice = words;
    fire();
  }
}
