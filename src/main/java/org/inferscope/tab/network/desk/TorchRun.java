package org.inferscope.tab.network.desk;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.inferscope.compute.JobLane;
import org.inferscope.compute.JobRequest;
import org.inferscope.compute.LinearPeer;
import org.inferscope.compute.Outcome;
import org.inferscope.model.linear.TorchComparison;
import org.inferscope.model.network.TorchLayers;
import org.inferscope.model.network.Trace;
import org.inferscope.tab.TabContext;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Runs the network with real PyTorch, where that is on the class path and somebody looks; again
 * whenever the numbers change. Confined to one thread, which the compute service must call back on.
 */
public final class TorchRun {
  /** How far it is. */
  public enum Stage {
    /** PyTorch is not on the class path. */
    ABSENT,
    /** Nobody has looked yet. */
    IDLE,
    /** It computes. */
    RUNNING,
    /** There are results. */
    DONE,
    /** There are none, and the message says why. */
    FAILED
  }

  private final Optional<LinearPeer> peer;
  private final JobLane lane;
  private final Runnable changed;
  private Stage stage;
  private List<TorchComparison> layers = List.of();
  private String message = "";
  private @Nullable Trace trace;
  private boolean wanted;

  TorchRun(TabContext context, Runnable changed) {
    peer = context.torch();
    lane = context.compute().lane("network.torch");
    this.changed = changed;
    stage = peer.isPresent() ? Stage.IDLE : Stage.ABSENT;
  }

  /** How far it is. */
  public Stage stage() {
    return stage;
  }

  /** Its name and version; empty where it is absent. */
  public String name() {
    return peer.map(LinearPeer::name).orElse("");
  }

  /** Ours beside PyTorch's, layer by layer; empty until it is done. */
  public List<TorchComparison> layers() {
    return layers;
  }

  /** Why there is no result, in words; there if it failed. */
  public String message() {
    return message;
  }

  /** From now on every run is computed by PyTorch, too. */
  public void want() {
    if (!wanted && peer.isPresent()) {
      wanted = true;
      submit();
    }
  }

  /** Takes a new run over. */
  void follow(Trace next) {
    trace = next;
    layers = List.of();
    if (wanted) {
      submit();
    }
  }

  private void submit() {
    Trace of = trace;
    if (of == null) {
      return;
    }
    LinearPeer torch = peer.orElseThrow();
    stage = Stage.RUNNING;
    lane.submit(
        new JobRequest<>(
            Texts.get("network.torch.job", torch.name()), job -> TorchLayers.compare(of, torch)),
        this::finished);
  }

  private void finished(Outcome<List<TorchComparison>> outcome) {
    if (outcome instanceof Outcome.Done<List<TorchComparison>> done) {
      stage = Stage.DONE;
      layers = done.value();
    } else if (outcome instanceof Outcome.Failed<List<TorchComparison>> failed) {
      stage = Stage.FAILED;
      message = Objects.requireNonNullElse(failed.error().getMessage(), "");
    } else {
      stage = Stage.IDLE;
    }
    changed.run();
  }
}
