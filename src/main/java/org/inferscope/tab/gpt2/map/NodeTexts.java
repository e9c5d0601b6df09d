package org.inferscope.tab.gpt2.map;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.inferscope.model.gpt2.walk.PassCosts;
import org.inferscope.model.gpt2.walk.PassCosts.Scope;
import org.inferscope.model.gpt2.walk.PassTimes;
import org.inferscope.model.gpt2.walk.WalkStep;
import org.jspecify.annotations.Nullable;

/** Keeps what is written on nodes from frame to frame, until it changes. Event thread. */
final class NodeTexts {
  /** Nothing is known yet. */
  static final NodeText NOTHING = new NodeText("", "", "", 0, 0, false, false);

  /** What texts depend on; times are the same only if they are one object. */
  private record Ground(PassCosts costs, Optional<PassTimes> times, Scope scope) {}

  private record Key(Optional<WalkStep> step, int layer) {}

  private final Map<Key, NodeText> texts = new HashMap<>();
  private @Nullable Ground ground;

  /** Says what texts are made from now on. */
  void use(PassCosts costs, Optional<PassTimes> times, Scope scope) {
    Ground next = new Ground(costs, times, scope);
    if (!next.equals(ground)) {
      ground = next;
      texts.clear();
    }
  }

  /** What is written on a node. */
  NodeText of(PathNode node) {
    Ground from = ground;
    return from == null
        ? NOTHING
        : texts.computeIfAbsent(
            new Key(node.step(), node.layer()),
            key -> NodeText.of(node, from.costs(), from.times(), from.scope()));
  }
}
