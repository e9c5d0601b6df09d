package org.inferscope.tab.gpt2.map;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;
import java.util.Optional;
import org.inferscope.model.gpt2.Operation;
import org.inferscope.model.gpt2.walk.WalkStep;
import org.inferscope.text.Texts;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.inferscope.ui.paint.Ease;
import org.inferscope.ui.paint.Edge;
import org.inferscope.ui.paint.Pen;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;

/** Paints the path. Event thread. */
final class PathPainter {
  /** Values have arrived when the step is half way; then the result appears. */
  static final double ARRIVED = 0.5;

  private static final double CELL = 11;
  private static final double SPACING = 13;
  private static final double PAD = 8;

  /** Type this much smaller than a node is high can be read in it. */
  private static final double AIR = 1.15;

  private final Brush brush = new Brush();
  private final Pen pen = new Pen(brush);

  void paint(Graphics2D g, PathScene scene) {
    brush.take(g);
    brush.fill(scene.visible(), Palette.background(), 0);
    legend(scene);
    lines(scene);
    List<PathNode> nodes = scene.layout().nodes();
    for (int i = 0; i < nodes.size(); i++) {
      PathNode node = nodes.get(i);
      if (node.box().overlaps(scene.visible())) {
        node(scene, node, scene.texts().get(i));
      }
    }
    travel(scene);
    brush.release();
  }

  /** What the two shares on the nodes are, in their colours. */
  private void legend(PathScene scene) {
    double unit = Metrics.scale();
    double type = scene.layout().spec().type();
    Box box = inner(scene.layout().legend());
    boolean timed = scene.texts().stream().anyMatch(NodeText::isTimed);
    double end = box.right();
    if (timed) {
      String time = Texts.get("gpt2map.legend.time");
      brush.trailing(time, box, type, Role.PLUM.ink());
      end -= brush.width(time, type) + 10 * unit;
    }
    String flops = Texts.get("gpt2map.legend.flops");
    brush.trailing(flops, new Box(box.x(), box.y(), end - box.x(), box.h()), type, Role.BLUE.ink());
  }

  // ---- lines

  private void lines(PathScene scene) {
    PathLayout layout = scene.layout();
    double unit = Metrics.scale();
    double first = layout.standing(WalkStep.of(Operation.TOKENS)).box().centerY();
    double last = layout.standing(WalkStep.of(Operation.FINAL_NORM)).box().centerY();
    double x = layout.spineX();
    brush.line(x, first, x, last, Palette.cellBorder(), 4 * unit);
    if (scene.started()) {
      double y = Math.min(last, Math.max(first, reached(scene)));
      brush.line(x, first, x, y, Palette.accent(), 4 * unit);
    }
    for (int layer = 0; layer < layout.spec().walk().layers(); layer++) {
      if (layout.block(layer).overlaps(scene.visible())) {
        branches(layout, layer);
      }
    }
  }

  /** How far down the stream is computed. */
  private static double reached(PathScene scene) {
    PathLayout layout = scene.layout();
    PathNode node = layout.standing(scene.current());
    Operation operation = scene.current().operation();
    if (operation == Operation.ADD_ATTENTION
        || operation == Operation.ADD_MLP
        || !operation.isInBlocks()) {
      return node.box().centerY();
    }
    Optional<PathNode> fork =
        operation.part() == Operation.Part.MLP
            ? layout.node(new WalkStep(Operation.ADD_ATTENTION, scene.current().layer()))
            : Optional.empty();
    return fork.map(each -> each.box().centerY())
        .orElseGet(() -> layout.head(scene.current().layer()).box().centerY());
  }

  private void branches(PathLayout layout, int layer) {
    double unit = Metrics.scale();
    Color ink = Palette.muted();
    for (Operation from : List.of(Operation.NORM_1, Operation.NORM_2)) {
      Optional<PathNode> node = layout.node(new WalkStep(from, layer));
      if (node.isPresent()) {
        Box box = node.get().box();
        pen.arrow(
            new double[] {layout.spineX(), box.centerY()},
            new double[] {box.x(), box.centerY()},
            ink,
            1.5 * unit);
      }
    }
    for (Operation to : List.of(Operation.ADD_ATTENTION, Operation.ADD_MLP)) {
      Optional<PathNode> node = layout.node(new WalkStep(to, layer));
      if (node.isPresent()) {
        Box box = node.get().box();
        pen.arrow(
            new double[] {layout.branchX(), box.centerY()},
            new double[] {layout.spineX() + 8 * unit, box.centerY()},
            ink,
            1.5 * unit);
      }
    }
    List<PathNode> own =
        layout.nodes().stream()
            .filter(node -> node.layer() == layer && node.step().isPresent())
            .toList();
    for (int i = 1; i < own.size(); i++) {
      if (own.get(i).step().orElseThrow().operation() != Operation.NORM_2) {
        Box from = own.get(i - 1).box();
        Box to = own.get(i).box();
        boolean sum = isSum(own.get(i));
        double end = sum ? to.centerY() : to.y();
        brush.line(layout.branchX(), from.bottom(), layout.branchX(), end, ink, 1.5 * unit);
      }
    }
  }

  private static boolean isSum(PathNode node) {
    return node.step()
        .map(WalkStep::operation)
        .filter(each -> each == Operation.ADD_ATTENTION || each == Operation.ADD_MLP)
        .isPresent();
  }

  // ---- nodes

  private void node(PathScene scene, PathNode node, NodeText text) {
    boolean current =
        scene.started() && scene.layout().standing(scene.current()).equals(node);
    if (isSum(node)) {
      sum(scene, node, text, current);
      return;
    }
    double unit = Metrics.scale();
    Box box = node.box();
    boolean head = node.step().isEmpty();
    Color fill =
        current ? Palette.accentSoft() : head ? Palette.background() : Palette.card();
    Color edge = current ? Palette.accent() : Palette.cardBorder();
    brush.cell(box, fill, edge, 6 * unit, current ? 2 * unit : unit);
    if (current && scene.focused()) {
      brush.outline(box.grown(2 * unit), Palette.accent(), 8 * unit, 2 * unit);
    }
    if (head) {
      head(scene, node, text);
    } else {
      operation(scene, node, text);
    }
  }

  /** A circle with a plus on the spine, and what is added. */
  private void sum(PathScene scene, PathNode node, NodeText text, boolean current) {
    double unit = Metrics.scale();
    double x = scene.layout().spineX();
    double side = Math.min(16 * unit, Math.max(8 * unit, node.box().h()));
    Box circle = Box.around(x, node.box().centerY(), side, side);
    Color edge = current ? Palette.accent() : Palette.muted();
    brush.fill(circle, Palette.background(), side / 2);
    brush.outline(circle, edge, side / 2, 1.5 * unit);
    double arm = side * 0.27;
    brush.line(x - arm, circle.centerY(), x + arm, circle.centerY(), edge, 1.5 * unit);
    brush.line(x, circle.centerY() - arm, x, circle.centerY() + arm, edge, 1.5 * unit);
    double type = scene.layout().spec().type();
    if (node.box().h() >= type * AIR) {
      double left = scene.layout().branchX() + 8 * unit;
      Box words = new Box(left, node.box().y(), node.box().right() - left - PAD * unit, node.box().h());
      if (current) {
        double width = brush.width(text.name(), type) + 12 * unit;
        Box back = new Box(left - 5 * unit, words.y(), Math.min(width, words.w()), words.h());
        brush.cell(back, Palette.accentSoft(), Palette.accent(), 6 * unit, unit);
      }
      brush.leading(text.name(), words, type, Palette.text());
      brush.trailing(text.shape(), words, type, Palette.muted());
    }
  }

  private void operation(PathScene scene, PathNode node, NodeText text) {
    double unit = Metrics.scale();
    double type = scene.layout().spec().type();
    Box inner = inner(node.box());
    if (!text.isProduct()) {
      if (inner.h() >= type * AIR) {
        line(text.name(), text.shape(), Palette.muted(), inner, type, true);
      }
      return;
    }
    bars(node.box(), text);
    boolean two = inner.h() - 4 * unit >= 2 * type * AIR;
    if (two) {
      double high = (inner.h() - 4 * unit) / 2;
      Box upper = new Box(inner.x(), inner.y() + unit, inner.w(), high);
      Box lower = new Box(inner.x(), inner.y() + unit + high, inner.w(), high);
      String share = MapWords.percent(text.flopsShare());
      brush.trailing(share, upper, type, Role.BLUE.ink());
      double room = brush.width(share, type) + 8 * unit;
      Box left = new Box(upper.x(), upper.y(), upper.w() - room, upper.h());
      line(text.name(), text.flops(), Palette.muted(), left, type, true);
      String time = text.isTimed() ? MapWords.percent(text.timeShare()) : "";
      brush.trailing(time, lower, type, Role.PLUM.ink());
      double less = time.isEmpty() ? 0 : brush.width(time, type) + 8 * unit;
      Box shape = new Box(lower.x(), lower.y(), lower.w() - less, lower.h());
      brush.leading(text.shape(), shape, type, Palette.muted());
    } else if (inner.h() >= type * AIR) {
      line(text.name(), MapWords.percent(text.flopsShare()), Role.BLUE.ink(), inner, type, true);
    }
  }

  private void head(PathScene scene, PathNode node, NodeText text) {
    double type = scene.layout().spec().type();
    double unit = Metrics.scale();
    Box inner = inner(node.box());
    bars(node.box(), text);
    if (inner.h() < type * AIR) {
      return;
    }
    double side = type * 0.55;
    Box arrow = Box.around(inner.x() + side / 2, inner.centerY(), side, side);
    brush.arrow(arrow, Palette.muted(), node.open() > 0.5 ? Edge.BOTTOM : Edge.RIGHT);
    double shift = side + 7 * unit;
    Box rest = new Box(inner.x() + shift, inner.y(), inner.w() - shift, inner.h());
    double end = rest.right();
    if (text.isTimed()) {
      String time = MapWords.percent(text.timeShare());
      brush.trailing(time, rest, type, Role.PLUM.ink());
      end -= brush.width(time, type) + 10 * unit;
    }
    String share = MapWords.percent(text.flopsShare());
    brush.trailing(share, new Box(rest.x(), rest.y(), end - rest.x(), rest.h()), type, Role.BLUE.ink());
    end -= brush.width(share, type) + 8 * unit;
    line(
        text.name(),
        text.flops(),
        Palette.muted(),
        new Box(rest.x(), rest.y(), end - rest.x(), rest.h()),
        type,
        true);
  }

  private static Box inner(Box box) {
    double pad = PAD * Metrics.scale();
    return new Box(box.x() + pad, box.y(), box.w() - 2 * pad, box.h());
  }

  /** A name at the left, and what fits of something else at the right of it. */
  private void line(
      String name, String more, Color ink, Box box, double type, boolean strong) {
    double unit = Metrics.scale();
    double own = brush.width(name, type) * 1.06 + 10 * unit;
    if (strong) {
      brush.leadingStrong(name, box, type, Palette.text());
    } else {
      brush.leading(name, box, type, Palette.text());
    }
    if (!more.isEmpty() && own + brush.width(more, type) <= box.w()) {
      brush.trailing(more, box, type, ink);
    }
  }

  /** Two thin bars at the bottom: shares of the operations and of the time. */
  private void bars(Box box, NodeText text) {
    double unit = Metrics.scale();
    double left = box.x() + 6 * unit;
    double width = box.w() - 12 * unit;
    double high = 2 * unit;
    double y = box.bottom() - 3 * unit - (text.isTimed() ? high : 0);
    brush.bar(
        new Box(left, y, width * text.flopsShare(), high), Role.BLUE.fill(), 0, Edge.RIGHT);
    if (text.isTimed()) {
      brush.bar(
          new Box(left, y + high, width * text.timeShare(), high),
          Role.PLUM.fill(),
          0,
          Edge.RIGHT);
    }
  }

  // ---- values on their way

  private void travel(PathScene scene) {
    if (!scene.started() || scene.phase() >= ARRIVED || scene.travelling().isEmpty()) {
      return;
    }
    double unit = Metrics.scale();
    double head = Ease.between(scene.phase(), 0, ARRIVED);
    List<double[]> ways = scene.layout().ways(scene.current());
    for (int i = 0; i < ways.size(); i++) {
      int train = Math.min(i, scene.travelling().size() - 1);
      travel(ways.get(i), scene.travelling().get(train), head, unit);
    }
  }

  private void travel(double[] way, PathScene.Train train, double head, double unit) {
    double length = Math.max(1, length(way));
    double spacing = SPACING * unit / length;
    int count = train.values().size();
    for (int i = 0; i < count; i++) {
      double part = head * (1 + (count - 1) * spacing) - i * spacing;
      if (part > 0 && part < 1) {
        double[] at = PathLayout.along(way, part);
        Box cell = Box.around(at[0], at[1], CELL * unit, CELL * unit);
        Color fill = Palette.signed().at(train.values().get(i) / train.limit());
        brush.cell(cell, fill, Palette.text(), 3 * unit, unit);
      }
    }
  }

  private static double length(double[] way) {
    double length = 0;
    for (int i = 2; i < way.length; i += 2) {
      length += Math.hypot(way[i] - way[i - 2], way[i + 1] - way[i - 1]);
    }
    return length;
  }
}
