package org.inferscope.tab.roofline.roof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inferscope.compute.DeviceKind;
import org.inferscope.compute.MatmulImpl;
import org.inferscope.compute.bench.MatmulSize;
import org.inferscope.model.hardware.Roof;
import org.inferscope.model.roofline.Formats;
import org.inferscope.model.roofline.MeasuredPoint;
import org.inferscope.model.roofline.Point;
import org.inferscope.model.roofline.Scenario;
import org.inferscope.model.roofline.transformer.LayerMatmul;
import org.inferscope.tab.roofline.desk.RooflinePresenter;
import org.inferscope.tab.roofline.desk.RooflineState;
import org.inferscope.tab.roofline.desk.Selection;
import org.inferscope.tab.roofline.roof.RoofPoint.Group;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Gathers the points of the view from what the tab holds. Confined to the presenter's thread. */
final class RoofPoints {
  private final RooflinePresenter desk;
  private final MachineDesk machine;

  /** What the gathered points were made of. */
  private List<Object> basis = List.of();

  private List<RoofPoint> gathered = List.of();

  RoofPoints(RooflinePresenter desk, MachineDesk machine) {
    this.desk = desk;
    this.machine = machine;
  }

  /**
   * All points of the groups that are shown but the dragged one: the same list again as long as
   * nothing that they depend on has changed.
   */
  List<RoofPoint> all(Set<Group> groups) {
    RooflineState state = desk.state();
    List<Object> now =
        List.of(
            Set.copyOf(groups),
            state.formats(),
            state.spec(),
            state.work(),
            state.devices(),
            desk.roof(),
            desk.machine(),
            desk.measured());
    if (!now.equals(basis)) {
      basis = now;
      gathered = gather(groups);
    }
    return gathered;
  }

  private List<RoofPoint> gather(Set<Group> groups) {
    List<RoofPoint> all = new ArrayList<>();
    if (groups.contains(Group.MEASURED)) {
      desk.measured().forEach(measured -> all.add(measured(measured)));
    }
    if (groups.contains(Group.LAYER)) {
      layer(all);
    }
    if (groups.contains(Group.SCENARIOS)) {
      scenarios(all);
    }
    return List.copyOf(all);
  }

  private Formats formats() {
    return desk.state().formats();
  }

  private void scenarios(List<RoofPoint> to) {
    for (Scenario scenario : Scenario.values()) {
      to.add(
          new RoofPoint(
              Group.SCENARIOS,
              new Selection.OfScenario(scenario),
              label(scenario),
              Point.planned(scenario.title(), scenario.shape(), formats(), desk.roof())));
    }
  }

  private static String label(Scenario scenario) {
    String rows = Numbers.count(scenario.rows());
    return switch (scenario) {
      case SINGLE, SMALL_BATCH, LARGE_BATCH -> Texts.get("rooflineroof.label.batch", rows);
      case PREFILL_512, PREFILL_2048 -> Texts.get("rooflineroof.label.prefill", rows);
    };
  }

  private void layer(List<RoofPoint> to) {
    RooflineState state = desk.state();
    for (LayerMatmul matmul : LayerMatmul.values()) {
      String title = matmul.title(state.spec());
      to.add(
          new RoofPoint(
              Group.LAYER,
              new Selection.OfLayer(matmul),
              title,
              Point.planned(
                  title, matmul.shape(state.spec(), state.work()), formats(), desk.roof())));
    }
  }

  private RoofPoint measured(MeasuredPoint measured) {
    MatmulSize size = measured.result().size();
    String title = Texts.get("rooflineroof.label.measured", measured.implName(), text(size));
    return new RoofPoint(
        Group.MEASURED,
        new Selection.OfMeasured(measured.impl(), size),
        title,
        Point.measured(measured, roof(measured)));
  }

  private static String text(MatmulSize size) {
    return size.m() == size.k() && size.k() == size.n()
        ? Numbers.count(size.n())
        : Texts.get(
            "rooflineroof.size",
            Numbers.count(size.m()),
            Numbers.count(size.k()),
            Numbers.count(size.n()));
  }

  /** This machine's roof for what ran on its processor; what ran elsewhere has none. */
  private Optional<Roof> roof(MeasuredPoint measured) {
    Optional<MatmulImpl> impl =
        desk.context().bench().stream()
            .filter(each -> each.id().equals(measured.impl()))
            .findFirst();
    boolean here =
        impl.map(each -> each.device().kind() == DeviceKind.CPU)
            .orElseGet(() -> machine.isNamed(measured.device()));
    return here ? desk.machine() : Optional.empty();
  }

  /** The dragged product with its numbers kept in these formats. */
  RoofPoint walk(Formats kept) {
    RooflineState state = desk.state();
    return new RoofPoint(
        Group.WALK,
        new Selection.OfWalk(),
        Texts.get("rooflineroof.label.walk", Numbers.count(state.walk().batch())),
        Point.planned(
            Texts.get("rooflineroof.walk", Numbers.count(state.walk().batch())),
            state.walk().shape(),
            kept,
            roof(kept)));
  }

  private Optional<Roof> roof(Formats kept) {
    return desk.state().devices().stream().findFirst().flatMap(id -> desk.roof(id, kept));
  }
}
