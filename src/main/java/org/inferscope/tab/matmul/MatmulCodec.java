package org.inferscope.tab.matmul;

import org.inferscope.io.lesson.LessonFields;
import org.inferscope.io.lesson.LessonNode;
import org.inferscope.io.lesson.StateCodec;
import org.inferscope.model.matmul.Algorithm;
import org.inferscope.model.matmul.FlopCount;
import org.inferscope.model.matmul.Grain;
import org.inferscope.model.matmul.MatmulPreset;
import org.inferscope.model.matmul.PresetRequest;
import org.inferscope.tab.GridNodes;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.NumpyRandom;
import org.inferscope.ui.grid.EntryGrid;
import org.inferscope.ui.playback.Speed;

/** Writes the tab's state into lesson files and reads it back. Stateless, any thread. */
final class MatmulCodec implements StateCodec<MatmulState> {
  /** The tab's id. */
  static final String ID = "matmul";

  private static final int LAST_POSITION = 1 << 20;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public LessonNode write(MatmulState state) {
    return new LessonFields()
        .put("a", GridNodes.write(state.a()))
        .put("b", GridNodes.write(state.b()))
        .put("linked", state.linked())
        .put("preset", state.origin().map(MatmulCodec::preset).orElse(LessonNode.nothing()))
        .put("algorithm", state.method().algorithm())
        .put("tile", state.method().tile())
        .put("grain", state.method().grain())
        .put("arrangement", state.arrangement())
        .put("predict", state.predict())
        .put("calculator", calculator(state.calculator()))
        .put("position", state.place().position())
        .put("speed", state.place().speed())
        .node();
  }

  @Override
  public MatmulState read(LessonNode section) {
    return new MatmulState(
        grid(section.get("a")),
        grid(section.get("b")),
        section.get("linked").flag(),
        section.find("preset").map(MatmulCodec::readPreset),
        new Method(
            section.get("algorithm").oneOf(Algorithm.class),
            section.get("tile").whole(1, Method.LARGEST_TILE),
            section.get("grain").oneOf(Grain.class)),
        section.get("arrangement").oneOf(Arrangement.class),
        section.get("predict").flag(),
        readCalculator(section.get("calculator")),
        new Place(
            section.get("position").whole(0, LAST_POSITION),
            section.get("speed").oneOf(Speed.class)));
  }

  private static EntryGrid grid(LessonNode node) {
    return GridNodes.read(node, MatmulState.LARGEST, MatmulState.LARGEST);
  }

  private static LessonNode preset(PresetRequest request) {
    return new LessonFields()
        .put("name", request.preset())
        .put("m", request.m())
        .put("k", request.k())
        .put("n", request.n())
        .put("seed", request.seed())
        .put("degrees", request.degrees())
        .node();
  }

  private static PresetRequest readPreset(LessonNode node) {
    return new PresetRequest(
        node.get("name").oneOf(MatmulPreset.class),
        node.get("m").whole(1, MatmulState.LARGEST),
        node.get("k").whole(1, MatmulState.LARGEST),
        node.get("n").whole(1, MatmulState.LARGEST),
        node.get("seed").whole(0L, NumpyRandom.MAX_SEED),
        node.get("degrees").number());
  }

  private static LessonNode calculator(CalculatorInputs calculator) {
    return new LessonFields()
        .put("m", calculator.m())
        .put("k", calculator.k())
        .put("n", calculator.n())
        .put("dtype", calculator.dtype())
        .put("device", calculator.deviceId())
        .node();
  }

  private static CalculatorInputs readCalculator(LessonNode node) {
    return new CalculatorInputs(
        node.get("m").whole(1, FlopCount.LARGEST),
        node.get("k").whole(1, FlopCount.LARGEST),
        node.get("n").whole(1, FlopCount.LARGEST),
        node.get("dtype").oneOf(DType.class),
        node.get("device").text());
  }
}
