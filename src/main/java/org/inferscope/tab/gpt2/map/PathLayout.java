package org.inferscope.tab.gpt2.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inferscope.model.gpt2.Operation;
import org.inferscope.model.gpt2.walk.PassCosts;
import org.inferscope.model.gpt2.walk.Walk;
import org.inferscope.model.gpt2.walk.WalkStep;
import org.inferscope.ui.paint.Box;

/**
 * Where the nodes of the path lie, from above downwards: the residual stream is a straight spine at
 * the left, and the operations of an unfolded block stand beside it. Immutable.
 *
 * @param spec what it was made from
 * @param spineX where the spine is
 * @param branchX where the line through a branch's operations is
 * @param nodes in the order of the walk
 * @param height of everything
 */
record PathLayout(
    PathSpec spec, double spineX, double branchX, List<PathNode> nodes, double height) {
  private static final double SPINE = 16;
  private static final double BRANCH = 34;
  private static final double EDGE = 8;
  private static final double GAP = 5;

  /** Room above everything for what the numbers on the nodes are, in sizes of the type. */
  private static final double LEGEND = 1.7;

  /** Heights in parts of the size of the type. */
  private static final double ONE_LINE = 1.9;

  private static final double TWO_LINES = 3.5;
  private static final double HEAD_LINE = 2.2;

  /** Copies the list. */
  PathLayout {
    nodes = List.copyOf(nodes);
  }

  /** Lays everything out. */
  static PathLayout of(PathSpec spec) {
    return new Maker(spec).make();
  }

  /** Puts node after node. */
  private static final class Maker {
    private final PathSpec spec;
    private final List<PathNode> nodes = new ArrayList<>();
    private double y;

    Maker(PathSpec spec) {
      this.spec = spec;
      y = LEGEND * spec.type();
    }

    PathLayout make() {
      Walk.start().forEach(each -> put(WalkStep.of(each), -1, 1));
      for (int layer = 0; layer < spec.walk().layers(); layer++) {
        double open = spec.open().get(layer);
        double x = BRANCH * spec.unit();
        add(Optional.empty(), layer, x, HEAD_LINE * spec.type() * spec.zoom(), open);
        if (open > 0) {
          for (Operation operation : Walk.block()) {
            put(new WalkStep(operation, layer), layer, open);
          }
        }
      }
      Walk.end().forEach(each -> put(WalkStep.of(each), -1, 1));
      double unit = spec.unit();
      return new PathLayout(
          spec, SPINE * unit, (BRANCH + 10) * unit, nodes, y + (EDGE - GAP) * unit);
    }

    private void put(WalkStep step, int layer, double open) {
      boolean product = PassCosts.PRODUCTS.contains(step.operation());
      double high = (product ? TWO_LINES : ONE_LINE) * spec.type() * spec.zoom();
      double x = layer < 0 ? EDGE * spec.unit() / 2 : BRANCH * spec.unit();
      add(Optional.of(step), layer, x, high, open);
    }

    private void add(Optional<WalkStep> step, int layer, double x, double high, double open) {
      double part = step.isPresent() ? open : 1;
      double right = spec.width() - EDGE * spec.unit();
      nodes.add(new PathNode(step, layer, new Box(x, y, right - x, high * part), open));
      y += (high + GAP * spec.unit()) * part;
    }
  }

  /** Where it is said what the numbers on the nodes are. */
  Box legend() {
    double right = spec.width() - EDGE * spec.unit();
    return new Box(EDGE / 2 * spec.unit(), 0, right - EDGE / 2 * spec.unit(), LEGEND * spec.type());
  }

  /** The node of a step; empty where its block is folded. */
  Optional<PathNode> node(WalkStep step) {
    return nodes.stream().filter(node -> node.is(step)).findFirst();
  }

  /** The head line of a block. */
  PathNode head(int layer) {
    return nodes.stream()
        .filter(node -> node.layer() == layer && node.step().isEmpty())
        .findFirst()
        .orElseThrow();
  }

  /** What stands for a step: its node, or its folded block's head line. */
  PathNode standing(WalkStep step) {
    return node(step).orElseGet(() -> head(step.layer()));
  }

  /** What lies at a place. */
  Optional<PathNode> at(double x, double y) {
    return nodes.stream().filter(node -> node.box().contains(x, y)).findFirst();
  }

  /** Everything of a block, its head line included. */
  Box block(int layer) {
    return nodes.stream()
        .filter(node -> node.layer() == layer)
        .map(PathNode::box)
        .reduce(Box.EMPTY, Box::union);
  }

  /**
   * The ways on which values travel to a step, from where they are read: x, y, x, y and so on.
   */
  List<double[]> ways(WalkStep step) {
    Optional<PathNode> node = node(step);
    if (node.isEmpty()) {
      Box head = head(step.layer()).box();
      return List.of(new double[] {spineX, head.y(), spineX, head.bottom()});
    }
    Box to = node.get().box();
    return switch (step.operation()) {
      case TOKENS -> List.of(new double[] {spineX, 0, spineX, to.centerY()});
      case POSITIONS, FINAL_NORM, LOGITS, PROBABILITIES ->
          List.of(new double[] {spineX, before(step).bottom(), spineX, to.centerY()});
      case NORM_1 -> List.of(leaving(head(step.layer()).box().y(), to));
      case NORM_2 -> List.of(leaving(box(Operation.ADD_ATTENTION, step).centerY(), to));
      case ADD_ATTENTION ->
          List.of(
              alongSpine(head(step.layer()).box().y(), to),
              rejoining(box(Operation.OUTPUT, step), to));
      case ADD_MLP ->
          List.of(
              alongSpine(box(Operation.ADD_ATTENTION, step).centerY(), to),
              rejoining(box(Operation.DOWN, step), to));
      default -> List.of(new double[] {branchX, before(step).centerY(), branchX, to.centerY()});
    };
  }

  private Box box(Operation operation, WalkStep of) {
    return standing(new WalkStep(operation, of.layer())).box();
  }

  private Box before(WalkStep step) {
    int number = spec.walk().numberOf(step);
    return standing(spec.walk().at(number - 1)).box();
  }

  private double[] leaving(double from, Box to) {
    return new double[] {spineX, from, spineX, to.centerY(), to.x(), to.centerY()};
  }

  private double[] alongSpine(double from, Box to) {
    return new double[] {spineX, from, spineX, to.centerY()};
  }

  private double[] rejoining(Box from, Box to) {
    return new double[] {branchX, from.bottom(), branchX, to.centerY(), spineX, to.centerY()};
  }

  /**
   * A place on a way.
   *
   * @param part of its length, 0 to 1
   * @return x and y
   */
  static double[] along(double[] way, double part) {
    double length = 0;
    for (int i = 2; i < way.length; i += 2) {
      length += Math.hypot(way[i] - way[i - 2], way[i + 1] - way[i - 1]);
    }
    double left = Math.max(0, Math.min(1, part)) * length;
    for (int i = 2; i < way.length; i += 2) {
      double dx = way[i] - way[i - 2];
      double dy = way[i + 1] - way[i - 1];
      double leg = Math.hypot(dx, dy);
      if (left <= leg && leg > 0) {
        return new double[] {way[i - 2] + dx * left / leg, way[i - 1] + dy * left / leg};
      }
      left -= leg;
    }
    return new double[] {way[way.length - 2], way[way.length - 1]};
  }
}
