package org.inferscope.tab.roofline.desk;

import java.util.List;
import org.inferscope.model.roofline.Formats;
import org.inferscope.model.roofline.transformer.TransformerSpec;
import org.inferscope.model.roofline.transformer.Workload;

/**
 * What a person has set in the Roofline tab: undone, saved in lessons, and nothing that was
 * measured.
 *
 * @param view which view is in front
 * @param sweep what the benchmark measures
 * @param spec the transformer taken apart
 * @param work what it is given to do
 * @param order of the bars
 * @param formats what numbers are kept in, for everything that is not measured
 * @param devices ids of the devices whose roofs are drawn; the first is what points are held
 *     against
 * @param walk the product whose batch is dragged
 * @param selection what is lit in all views
 */
public record RooflineState(
    View view,
    SweepPlan sweep,
    TransformerSpec spec,
    Workload work,
    Order order,
    Formats formats,
    List<String> devices,
    Walk walk,
    Selection selection) {
  /** The id, among the devices', of the machine that Inferscope runs on, once it is measured. */
  public static final String THIS_MACHINE = "this-machine";

  /** The most roofs at once. */
  public static final int MOST_DEVICES = 6;

  /** Copies the list. */
  public RooflineState {
    devices = devices.stream().distinct().limit(MOST_DEVICES).toList();
  }

  /** The views. */
  public enum View {
    /** Measured products (Part 6). */
    BENCHMARK,
    /** A transformer layer's products (Part 7). */
    LAYER,
    /** Points under roofs (Part 8). */
    ROOFLINE
  }

  /** The order of a layer's products. */
  public enum Order {
    /** As they are computed. */
    COMPUTED,
    /** The most operations first. */
    LARGEST_FIRST
  }

  /** The notebook's numbers, the roofline in front. */
  public static RooflineState first() {
    return new RooflineState(
        View.ROOFLINE,
        SweepPlan.NOTEBOOK,
        TransformerSpec.NOTEBOOK,
        Workload.NOTEBOOK,
        Order.COMPUTED,
        Formats.NOTEBOOK,
        List.of("a100-notebook"),
        Walk.NOTEBOOK,
        Selection.NOTHING);
  }

  /** With another view in front. */
  public RooflineState with(View other) {
    return new RooflineState(other, sweep, spec, work, order, formats, devices, walk, selection);
  }

  /** With something else to measure. */
  public RooflineState with(SweepPlan other) {
    return new RooflineState(view, other, spec, work, order, formats, devices, walk, selection);
  }

  /** With another transformer. */
  public RooflineState with(TransformerSpec other) {
    return new RooflineState(view, sweep, other, work, order, formats, devices, walk, selection);
  }

  /** With something else to do. */
  public RooflineState with(Workload other) {
    return new RooflineState(view, sweep, spec, other, order, formats, devices, walk, selection);
  }

  /** In another order. */
  public RooflineState with(Order other) {
    return new RooflineState(view, sweep, spec, work, other, formats, devices, walk, selection);
  }

  /** With numbers kept otherwise. */
  public RooflineState with(Formats other) {
    return new RooflineState(view, sweep, spec, work, order, other, devices, walk, selection);
  }

  /** With other roofs. */
  public RooflineState with(List<String> otherDevices) {
    return new RooflineState(
        view, sweep, spec, work, order, formats, otherDevices, walk, selection);
  }

  /** With another product to drag. */
  public RooflineState with(Walk other) {
    return new RooflineState(view, sweep, spec, work, order, formats, devices, other, selection);
  }

  /** With something else lit. */
  public RooflineState with(Selection other) {
    return new RooflineState(view, sweep, spec, work, order, formats, devices, walk, other);
  }
}
