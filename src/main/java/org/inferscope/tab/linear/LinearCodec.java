package org.inferscope.tab.linear;

import org.inferscope.io.lesson.LessonFields;
import org.inferscope.io.lesson.LessonNode;
import org.inferscope.io.lesson.StateCodec;
import org.inferscope.model.linear.InitRequest;
import org.inferscope.model.linear.Initialisation;
import org.inferscope.model.linear.RoundedLayer;
import org.inferscope.tab.GridNodes;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.NumpyRandom;
import org.inferscope.text.Texts;
import org.inferscope.ui.grid.EntryGrid;
import org.inferscope.ui.playback.Speed;

/** Writes the tab's state into lesson files and reads it back. Stateless, any thread. */
final class LinearCodec implements StateCodec<LinearState> {
  /** The tab's id. */
  static final String ID = "linear";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public LessonNode write(LinearState state) {
    Source source = state.source();
    Display display = state.display();
    return new LessonFields()
        .put("w", GridNodes.write(state.entries().w()))
        .put("b", GridNodes.write(state.entries().b()))
        .put("x", GridNodes.write(state.entries().x()))
        .put("init", source.init().map(LinearCodec::init).orElse(LessonNode.nothing()))
        .put("inputSeed", source.inputSeed().map(LessonNode::of).orElse(LessonNode.nothing()))
        .put("seed", source.seed())
        .put("seedFixed", source.fixed())
        .put("row", display.row())
        .put("precision", display.precision())
        .put("stage", display.stage())
        .put("grain", display.grain())
        .put("position", state.place().position())
        .put("speed", state.place().speed())
        .node();
  }

  @Override
  public LinearState read(LessonNode section) {
    LayerEntries entries = entries(section);
    return new LinearState(
        entries,
        new Source(
            section.find("init").map(LinearCodec::readInit),
            section.find("inputSeed").map(LinearCodec::seed),
            seed(section.get("seed")),
            section.get("seedFixed").flag()),
        new Display(
            section.get("row").whole(0, entries.batch() - 1),
            precision(section.get("precision")),
            section.get("stage").oneOf(Display.Stage.class),
            section.get("grain").oneOf(Display.StepGrain.class)),
        new Place(
            section.get("position").whole(0, Place.END), section.get("speed").oneOf(Speed.class)));
  }

  private static LayerEntries entries(LessonNode section) {
    EntryGrid w = GridNodes.read(section.get("w"), LayerEntries.LARGEST, LayerEntries.LARGEST);
    EntryGrid b = GridNodes.read(section.get("b"), LayerEntries.LARGEST, 1);
    EntryGrid x =
        GridNodes.read(section.get("x"), LayerEntries.LARGEST_BATCH, LayerEntries.LARGEST);
    if (b.rows() != w.rows()) {
      throw section.get("b").unexpected(Texts.get("linear.lesson.b", Integer.toString(w.rows())));
    }
    if (x.cols() != w.cols()) {
      throw section.get("x").unexpected(Texts.get("linear.lesson.x", Integer.toString(w.cols())));
    }
    return new LayerEntries(w, b, x);
  }

  private static DType precision(LessonNode node) {
    DType precision = node.oneOf(DType.class);
    if (!RoundedLayer.FORMATS.contains(precision)) {
      throw node.unexpected(Texts.get("linear.lesson.precision"));
    }
    return precision;
  }

  private static LessonNode init(InitRequest request) {
    return new LessonFields()
        .put("name", request.init())
        .put("inputs", request.inputs())
        .put("outputs", request.outputs())
        .put("seed", request.seed())
        .put("degrees", request.degrees())
        .node();
  }

  private static InitRequest readInit(LessonNode node) {
    return new InitRequest(
        node.get("name").oneOf(Initialisation.class),
        node.get("inputs").whole(1, LayerEntries.LARGEST),
        node.get("outputs").whole(1, LayerEntries.LARGEST),
        seed(node.get("seed")),
        node.get("degrees").number());
  }

  private static long seed(LessonNode node) {
    return node.whole(0L, NumpyRandom.MAX_SEED);
  }
}
