package org.inferscope.tab.roofline.desk;

import java.util.List;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.bench.MatmulSize;
import org.inferscope.io.lesson.LessonFields;
import org.inferscope.io.lesson.LessonNode;
import org.inferscope.io.lesson.StateCodec;
import org.inferscope.model.roofline.Formats;
import org.inferscope.model.roofline.Scenario;
import org.inferscope.model.roofline.transformer.LayerMatmul;
import org.inferscope.model.roofline.transformer.TransformerSpec;
import org.inferscope.model.roofline.transformer.Workload;
import org.inferscope.model.roofline.transformer.Workload.Phase;
import org.inferscope.tensor.DType;
import org.inferscope.text.Texts;

/** Writes the tab's state into lesson files and reads it back. Stateless, any thread. */
public final class RooflineCodec implements StateCodec<RooflineState> {
  /** The tab's id. */
  public static final String ID = "roofline";

  /** What is lit, in a file. */
  private enum Lit {
    NOTHING,
    SCENARIO,
    LAYER,
    MEASURED,
    WALK
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public LessonNode write(RooflineState state) {
    return new LessonFields()
        .put("view", state.view())
        .put("benchmark", sweep(state.sweep()))
        .put("transformer", spec(state.spec()))
        .put("work", work(state.work()))
        .put("order", state.order())
        .put("weights", state.formats().weights())
        .put("activations", state.formats().activations())
        .put("devices", LessonNode.list(state.devices(), LessonNode::of))
        .put("walk", walk(state.walk()))
        .put("selection", selection(state.selection()))
        .node();
  }

  private static LessonNode sweep(SweepPlan sweep) {
    return new LessonFields()
        .put("sizes", LessonNode.list(sweep.sizes(), size -> LessonNode.of(size.toString())))
        .put("left", LessonNode.list(sweep.left(), LessonNode::of))
        .node();
  }

  private static LessonNode spec(TransformerSpec spec) {
    return new LessonFields()
        .put("layers", spec.layers())
        .put("hidden", spec.hidden())
        .put("heads", spec.heads())
        .put("kvHeads", spec.kvHeads())
        .put("ffn", spec.ffn())
        .put("gated", spec.gated())
        .put("vocabulary", spec.vocabulary())
        .put("tied", spec.tied())
        .put("positions", spec.positions())
        .node();
  }

  private static LessonNode work(Workload work) {
    return new LessonFields()
        .put("phase", work.phase())
        .put("sequence", work.sequence())
        .put("batch", work.batch())
        .put("cached", work.cached())
        .node();
  }

  private static LessonNode walk(Walk walk) {
    return new LessonFields()
        .put("batch", walk.batch())
        .put("k", walk.k())
        .put("n", walk.n())
        .node();
  }

  private static LessonNode selection(Selection selection) {
    LessonFields fields = new LessonFields();
    if (selection instanceof Selection.OfScenario one) {
      return fields.put("kind", Lit.SCENARIO).put("scenario", one.scenario()).node();
    }
    if (selection instanceof Selection.OfLayer one) {
      return fields.put("kind", Lit.LAYER).put("matmul", one.matmul()).node();
    }
    if (selection instanceof Selection.OfMeasured one) {
      return fields
          .put("kind", Lit.MEASURED)
          .put("implementation", one.impl())
          .put("size", one.size().toString())
          .node();
    }
    return fields
        .put("kind", selection instanceof Selection.OfWalk ? Lit.WALK : Lit.NOTHING)
        .node();
  }

  @Override
  public RooflineState read(LessonNode section) {
    return new RooflineState(
        section.get("view").oneOf(RooflineState.View.class),
        readSweep(section.get("benchmark")),
        readSpec(section.get("transformer")),
        readWork(section.get("work")),
        section.get("order").oneOf(RooflineState.Order.class),
        new Formats(
            section.get("weights").oneOf(DType.class),
            section.get("activations").oneOf(DType.class)),
        section.get("devices").items().stream().map(LessonNode::text).toList(),
        readWalk(section.get("walk")),
        readSelection(section.get("selection")));
  }

  private static SweepPlan readSweep(LessonNode node) {
    List<MatmulSize> sizes =
        node.get("sizes").items().stream().map(RooflineCodec::readSize).toList();
    if (sizes.size() > SweepPlan.MOST_SIZES) {
      throw node.get("sizes").unexpected(Texts.get("roofline.lesson.sizes", SweepPlan.MOST_SIZES));
    }
    return new SweepPlan(sizes, node.get("left").items().stream().map(LessonNode::text).toList());
  }

  private static MatmulSize readSize(LessonNode node) {
    try {
      MatmulSize size = MatmulSize.parse(node.text());
      if (Math.max(size.m(), Math.max(size.k(), size.n())) <= SweepPlan.LARGEST) {
        return size;
      }
    } catch (InferscopeException e) {
      throw node.unexpected(Texts.get("roofline.lesson.size", SweepPlan.LARGEST));
    }
    throw node.unexpected(Texts.get("roofline.lesson.size", SweepPlan.LARGEST));
  }

  private static TransformerSpec readSpec(LessonNode node) {
    try {
      return new TransformerSpec(
          node.get("layers").whole(1, TransformerSpec.LARGEST),
          node.get("hidden").whole(1, TransformerSpec.LARGEST),
          node.get("heads").whole(1, TransformerSpec.LARGEST),
          node.get("kvHeads").whole(1, TransformerSpec.LARGEST),
          node.get("ffn").whole(1, TransformerSpec.LARGEST),
          node.get("gated").flag(),
          node.get("vocabulary").whole(1, TransformerSpec.LARGEST),
          node.get("tied").flag(),
          node.get("positions").whole(0, TransformerSpec.LARGEST));
    } catch (IllegalArgumentException e) {
      // Each size is in range: some do not divide.
      throw node.unexpected(Texts.get("roofline.lesson.heads"));
    }
  }

  private static Workload readWork(LessonNode node) {
    return new Workload(
        node.get("phase").oneOf(Phase.class),
        node.get("sequence").whole(1, Workload.LONGEST),
        node.get("batch").whole(1, Workload.LARGEST_BATCH),
        node.get("cached").whole(0, Workload.LONGEST));
  }

  private static Walk readWalk(LessonNode node) {
    return new Walk(
        node.get("batch").whole(1, Walk.LARGEST),
        node.get("k").whole(1, Walk.LARGEST),
        node.get("n").whole(1, Walk.LARGEST));
  }

  private static Selection readSelection(LessonNode node) {
    return switch (node.get("kind").oneOf(Lit.class)) {
      case NOTHING -> Selection.NOTHING;
      case SCENARIO -> new Selection.OfScenario(node.get("scenario").oneOf(Scenario.class));
      case LAYER -> new Selection.OfLayer(node.get("matmul").oneOf(LayerMatmul.class));
      case MEASURED ->
          new Selection.OfMeasured(node.get("implementation").text(), readSize(node.get("size")));
      case WALK -> new Selection.OfWalk();
    };
  }
}
