package org.inferscope.tab.network.stage;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.inferscope.compute.ComputeService;
import org.inferscope.compute.JobContext;
import org.inferscope.compute.JobLane;
import org.inferscope.compute.JobRequest;
import org.inferscope.compute.Outcome;
import org.inferscope.model.linear.LinearLayer;
import org.inferscope.model.network.Network;
import org.inferscope.model.network.NetworkLayer;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The sketches of the network on screen, kept from frame to frame. Those of large layers are made
 * by a job; until it is done such a layer has none. Event thread.
 */
final class EdgeSketches {
  /** Layers of more weights are left to the compute thread. */
  private static final int INLINE = 20_000;

  private final JobLane lane;
  private final Runnable arrived;
  private final IdentityHashMap<LinearLayer, EdgeSketch> sketches = new IdentityHashMap<>();
  private @Nullable Network asked;

  /**
   * No sketches yet.
   *
   * @param arrived is run when sketches were added
   */
  EdgeSketches(ComputeService compute, Runnable arrived) {
    lane = compute.lane("network.edges");
    this.arrived = arrived;
  }

  /** The sketch of a layer, if there is one by now. */
  Optional<EdgeSketch> of(NetworkLayer layer) {
    return Optional.ofNullable(sketches.get(layer.linear()));
  }

  /** Follows the network on screen: forgets other layers, and sees to the sketches of its own. */
  // Identity on purpose: comparing the weights of two networks takes longer than a frame.
  @SuppressWarnings("ReferenceEquality")
  void follow(Network network) {
    if (network == asked) {
      return;
    }
    asked = network;
    List<LinearLayer> layers = network.layers().stream().map(NetworkLayer::linear).toList();
    keepOnly(layers);
    List<LinearLayer> large =
        layers.stream()
            .filter(layer -> !sketches.containsKey(layer))
            .filter(layer -> !isSmall(layer))
            .toList();
    for (LinearLayer layer : layers) {
      if (isSmall(layer)) {
        sketches.computeIfAbsent(layer, EdgeSketch::of);
      }
    }
    if (!large.isEmpty()) {
      lane.submit(
          new JobRequest<>(Texts.get("networkstage.job"), job -> made(large, job)), this::take);
    }
  }

  private static boolean isSmall(LinearLayer layer) {
    return layer.w().size() <= INLINE;
  }

  private void keepOnly(List<LinearLayer> layers) {
    IdentityHashMap<LinearLayer, EdgeSketch> kept = new IdentityHashMap<>();
    for (LinearLayer layer : layers) {
      EdgeSketch sketch = sketches.get(layer);
      if (sketch != null) {
        kept.put(layer, sketch);
      }
    }
    sketches.clear();
    sketches.putAll(kept);
  }

  private static IdentityHashMap<LinearLayer, EdgeSketch> made(
      List<LinearLayer> layers, JobContext job) {
    IdentityHashMap<LinearLayer, EdgeSketch> made = new IdentityHashMap<>();
    for (LinearLayer layer : layers) {
      job.checkCancelled();
      made.computeIfAbsent(layer, EdgeSketch::of);
    }
    return made;
  }

  private void take(Outcome<IdentityHashMap<LinearLayer, EdgeSketch>> outcome) {
    if (outcome instanceof Outcome.Done<IdentityHashMap<LinearLayer, EdgeSketch>> done) {
      sketches.putAll(done.value());
      arrived.run();
    }
  }
}
