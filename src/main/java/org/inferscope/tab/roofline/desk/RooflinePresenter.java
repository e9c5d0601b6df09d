package org.inferscope.tab.roofline.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.inferscope.compute.Registration;
import org.inferscope.io.hardware.DeviceFile;
import org.inferscope.model.explain.Explainer;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.hardware.DeviceCatalogue;
import org.inferscope.model.hardware.Roof;
import org.inferscope.model.roofline.Formats;
import org.inferscope.model.roofline.MatmulShape;
import org.inferscope.model.roofline.MeasuredPoint;
import org.inferscope.tab.MultiplyIntent;
import org.inferscope.tab.TabContext;
import org.inferscope.tensor.DType;
import org.inferscope.text.Texts;
import org.inferscope.ui.state.History;
import org.jspecify.annotations.Nullable;

/**
 * What the three views share: the state with its history, the devices to choose from, what has been
 * measured, and the one selection. Views call it for what to show and tell it what the person did.
 * Confined to one thread, the event thread in the app.
 */
public final class RooflinePresenter {
  private final TabContext context;
  private final History<RooflineState> history = new History<>(RooflineState.first());
  private final List<Runnable> listeners = new ArrayList<>();
  private final DeviceCatalogue packaged = DeviceFile.packaged();
  private DeviceCatalogue catalogue = packaged;
  private List<MeasuredPoint> measured = List.of();
  private Optional<Roof> machine = Optional.empty();

  /** A presenter at the notebook's numbers. */
  public RooflinePresenter(TabContext context) {
    this.context = context;
    history.listen(state -> fire());
  }

  /** What the app gives to the tab. */
  public TabContext context() {
    return context;
  }

  /** What the person has set. */
  public RooflineState state() {
    return history.current();
  }

  /** Undo and redo. */
  public History<RooflineState> history() {
    return history;
  }

  /** Calls the listener after each change, until the registration is closed. */
  public Registration listen(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private void fire() {
    List.copyOf(listeners).forEach(Runnable::run);
  }

  /**
   * Changes the state.
   *
   * @param label what the step is called in the menu, such as "Change the batch"
   * @param gesture what the step is part of, such as a slider that is dragged; null for a step of
   *     its own
   */
  public void change(UnaryOperator<RooflineState> to, String label, @Nullable Object gesture) {
    history.apply(to.apply(state()), label, gesture);
  }

  /** Brings a view to the front. */
  public void show(RooflineState.View view) {
    change(state -> state.with(view), Texts.get("roofline.step.view"), "view");
  }

  /** Lights a product in all views. */
  public void select(Selection selection) {
    change(state -> state.with(selection), Texts.get("roofline.step.select"), "select");
  }

  /** All devices: the packaged ones, then the person's own. */
  public DeviceCatalogue catalogue() {
    return catalogue;
  }

  /** Takes over the person's own devices. */
  public void setOwnDevices(DeviceCatalogue own) {
    catalogue = packaged.with(own);
    fire();
  }

  /** What has been measured and is shown, in the order it was measured. */
  public List<MeasuredPoint> measured() {
    return measured;
  }

  /** Takes over what has been measured. */
  public void setMeasured(List<MeasuredPoint> points) {
    measured = List.copyOf(points);
    fire();
  }

  /** The measured roof of this machine in FP32; empty until it has been measured. */
  public Optional<Roof> machine() {
    return machine;
  }

  /** Takes over what this machine can do. */
  public void setMachine(Optional<Roof> roof) {
    machine = roof;
    fire();
  }

  /** The roof of a chosen device for numbers in these formats; empty without such a peak. */
  public Optional<Roof> roof(String device, Formats formats) {
    return device.equals(RooflineState.THIS_MACHINE)
        ? machine.filter(roof -> formats.compute() == DType.FP32)
        : catalogue.byId(device).flatMap(spec -> Roof.of(spec, formats.compute()));
  }

  /** The roof that points are held against: the first chosen device's. */
  public Optional<Roof> roof() {
    return state().devices().stream()
        .findFirst()
        .flatMap(device -> roof(device, state().formats()));
  }

  /** Whether the product can be taken apart in the Matmul tab, scaled down. */
  public boolean canOpenInMatmul(MatmulShape shape) {
    return context.navigator().canOpen(Handover.multiply(shape));
  }

  /** Takes the product apart in the Matmul tab, scaled down, if it can. */
  public void openInMatmul(MatmulShape shape) {
    MultiplyIntent intent = Handover.multiply(shape);
    if (context.navigator().canOpen(intent)) {
      context.navigator().open(intent);
    }
  }

  /** Whether the product is a layer that can be taken apart in the Linear tab, scaled down. */
  public boolean canOpenInLinear(MatmulShape shape) {
    return Handover.linear(shape).filter(context.navigator()::canOpen).isPresent();
  }

  /** Takes the layer apart in the Linear tab, scaled down, if it can. */
  public void openInLinear(MatmulShape shape) {
    Handover.linear(shape)
        .filter(context.navigator()::canOpen)
        .ifPresent(context.navigator()::open);
  }

  /** Shows in the inspector how a figure came to be. */
  public void explain(Explainer explainer, ValueRef ref) {
    context.inspector().open(explainer, ref);
  }
}
