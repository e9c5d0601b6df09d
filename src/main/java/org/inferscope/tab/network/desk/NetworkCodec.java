package org.inferscope.tab.network.desk;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inferscope.io.lesson.LessonFields;
import org.inferscope.io.lesson.LessonNode;
import org.inferscope.io.lesson.StateCodec;
import org.inferscope.model.network.Ablations;
import org.inferscope.model.network.InputBatch;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.tensor.NumpyRandom;
import org.inferscope.text.Texts;

/**
 * Writes the tab's state into lesson files and reads it back. Drawn numbers are kept as their seed,
 * so that a large network is a few lines. Stateless, any thread.
 */
public final class NetworkCodec implements StateCodec<NetworkState> {
  /** The tab's id. */
  public static final String ID = "network";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public LessonNode write(NetworkState state) {
    Display display = state.display();
    return new LessonFields()
        .put("network", PlanNodes.write(state.plan()))
        .put("input", input(state.input(), state.inputSeed()))
        .put("off", off(state.off()))
        .put("held", state.held().map(NetworkCodec::held).orElse(LessonNode.nothing()))
        .put("row", display.row())
        .put("view", display.view())
        .put("axis", display.axis())
        .put("picture", display.pad())
        .node();
  }

  /** Inputs that were drawn and not changed are drawn again when they are read. */
  private static LessonNode input(InputBatch input, Optional<Long> seed) {
    LessonFields fields = new LessonFields().put("rows", input.size());
    return seed.isPresent()
        ? fields.put("seed", seed.get()).node()
        : fields.put("numbers", NumberNodes.write(input.matrix())).node();
  }

  private static LessonNode held(Held held) {
    return new LessonFields()
        .put("network", PlanNodes.write(held.plan()))
        .put("input", input(held.input(), Optional.empty()))
        .put("row", held.row())
        .put("off", off(held.off()))
        .node();
  }

  private static LessonNode off(Ablations off) {
    return new LessonFields()
        .put(
            "units",
            LessonNode.list(
                List.copyOf(off.units()),
                unit ->
                    new LessonFields().put("column", unit.column()).put("unit", unit.i()).node()))
        .put(
            "weights",
            LessonNode.list(
                List.copyOf(off.links()),
                link ->
                    new LessonFields()
                        .put("layer", link.layer())
                        .put("output", link.i())
                        .put("input", link.j())
                        .node()))
        .node();
  }

  @Override
  public NetworkState read(LessonNode section) {
    NetworkPlan plan = PlanNodes.read(section.get("network"));
    InputBatch input = readInput(section.get("input"), plan);
    return new NetworkState(
        plan,
        input,
        section.get("input").find("seed").map(node -> node.whole(0L, NumpyRandom.MAX_SEED)),
        readOff(section.get("off"), plan),
        section.find("held").map(NetworkCodec::readHeld),
        new Display(
            section.get("row").whole(0, input.size() - 1),
            section.get("view").oneOf(Display.View.class),
            section.get("axis").oneOf(Display.Axis.class),
            section.get("picture").flag()));
  }

  private static InputBatch readInput(LessonNode node, NetworkPlan plan) {
    int rows = node.get("rows").whole(1, InputBatch.LARGEST);
    Optional<Long> seed = node.find("seed").map(found -> found.whole(0L, NumpyRandom.MAX_SEED));
    if (seed.isPresent()) {
      return InputBatch.random(seed.get(), rows, plan.inputs());
    }
    LessonNode numbers = node.get("numbers");
    InputBatch input =
        InputBatch.of(NumberNodes.read(numbers, InputBatch.LARGEST, NetworkPlan.WIDEST));
    if (input.size() != rows || input.inputs() != plan.inputs()) {
      throw numbers.unexpected(
          Texts.get(
              "network.lesson.size", Integer.toString(rows), Integer.toString(plan.inputs())));
    }
    return input;
  }

  private static Held readHeld(LessonNode node) {
    NetworkPlan plan = PlanNodes.read(node.get("network"));
    InputBatch input = readInput(node.get("input"), plan);
    return new Held(
        plan, input, node.get("row").whole(0, input.size() - 1), readOff(node.get("off"), plan));
  }

  private static Ablations readOff(LessonNode node, NetworkPlan plan) {
    Set<Ablations.Unit> units = new LinkedHashSet<>();
    for (LessonNode unit : node.get("units").items()) {
      int column = unit.get("column").whole(0, plan.depth());
      units.add(new Ablations.Unit(column, unit.get("unit").whole(0, plan.width(column) - 1)));
    }
    Set<Ablations.Link> links = new LinkedHashSet<>();
    for (LessonNode link : node.get("weights").items()) {
      int layer = link.get("layer").whole(0, plan.depth() - 1);
      links.add(
          new Ablations.Link(
              layer,
              link.get("output").whole(0, plan.width(layer + 1) - 1),
              link.get("input").whole(0, plan.width(layer) - 1)));
    }
    return new Ablations(units, links);
  }
}
