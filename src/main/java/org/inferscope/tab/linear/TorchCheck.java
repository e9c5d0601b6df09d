package org.inferscope.tab.linear;

import java.util.Objects;
import java.util.Optional;
import org.inferscope.compute.JobLane;
import org.inferscope.compute.JobRequest;
import org.inferscope.compute.LinearPeer;
import org.inferscope.compute.Outcome;
import org.inferscope.model.linear.LinearLayer;
import org.inferscope.model.linear.TorchComparison;
import org.inferscope.tab.TabContext;
import org.inferscope.tensor.Matrix;
import org.inferscope.text.Texts;

/**
 * Computes the layer with real PyTorch, where that is on the class path and somebody looks; again
 * whenever the numbers change. Confined to one thread, which the compute service must call back on.
 */
final class TorchCheck {
  /** How far it is. */
  enum Progress {
    /** PyTorch is not on the class path. */
    ABSENT,
    /** Nobody has looked yet. */
    IDLE,
    RUNNING,
    DONE,
    FAILED
  }

  private final Optional<LinearPeer> peer;
  private final JobLane lane;
  private final Runnable changed;
  private Progress progress;
  private Optional<TorchComparison> result = Optional.empty();
  private String message = "";
  private LinearLayer layer = new LinearLayer(Matrix.zeros(1, 1), Matrix.zeros(1, 1));
  private Matrix x = Matrix.zeros(1, 1);
  private boolean wanted;

  /**
   * @param changed is called when a result has come
   */
  TorchCheck(TabContext context, Runnable changed) {
    peer = context.torch();
    lane = context.compute().lane("linear.torch");
    this.changed = changed;
    progress = peer.isPresent() ? Progress.IDLE : Progress.ABSENT;
  }

  Progress progress() {
    return progress;
  }

  /** Its name and version; empty where it is absent. */
  String name() {
    return peer.map(LinearPeer::name).orElse("");
  }

  /** Our result beside PyTorch's; there if done, and of the numbers in force. */
  Optional<TorchComparison> result() {
    return result;
  }

  /** Why there is no result, in words; there if it failed. */
  String message() {
    return message;
  }

  /** From now on every change of the numbers is computed by PyTorch too. */
  void want() {
    if (!wanted && peer.isPresent()) {
      wanted = true;
      submit();
      changed.run();
    }
  }

  /** Takes numbers over. */
  void numbersChanged(LinearLayer newLayer, Matrix newX) {
    layer = newLayer;
    x = newX;
    if (wanted) {
      submit();
    }
  }

  private void submit() {
    LinearPeer torch = peer.orElseThrow();
    LinearLayer of = layer;
    Matrix inputs = x;
    result = Optional.empty();
    progress = Progress.RUNNING;
    lane.submit(
        new JobRequest<>(
            Texts.get("linear.torch.job", torch.name()),
            context ->
                new TorchComparison(
                    of.forward(inputs),
                    torch.linear(inputs, of.w(), of.b().column(0)),
                    torch.name(),
                    of.rounding(inputs))),
        this::finished);
  }

  private void finished(Outcome<TorchComparison> outcome) {
    if (outcome instanceof Outcome.Done<TorchComparison> done) {
      progress = Progress.DONE;
      result = Optional.of(done.value());
    } else if (outcome instanceof Outcome.Failed<TorchComparison> failed) {
      progress = Progress.FAILED;
      message = Objects.requireNonNullElse(failed.error().getMessage(), "");
    } else {
      progress = Progress.IDLE;
    }
    changed.run();
  }
}
