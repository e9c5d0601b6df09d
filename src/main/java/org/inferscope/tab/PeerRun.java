package org.inferscope.tab;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.inferscope.compute.JobLane;
import org.inferscope.compute.JobRequest;
import org.inferscope.compute.LinearPeer;
import org.inferscope.compute.Outcome;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Lets real PyTorch compute what a tab shows, where that is on the class path and somebody looks;
 * again whenever the numbers change. Confined to one thread, which the compute service must call
 * back on.
 *
 * @param <T> what comes of it
 */
public final class PeerRun<T> {
  /** How far it is. */
  public enum Stage {
    /** PyTorch is not on the class path. */
    ABSENT,
    /** Nobody has looked yet. */
    IDLE,
    /** It computes. */
    RUNNING,
    /** There is a result. */
    DONE,
    /** There is none, and the message says why. */
    FAILED
  }

  private final Optional<LinearPeer> peer;
  private final JobLane lane;
  private final Runnable changed;
  private Stage stage;
  private Optional<T> result = Optional.empty();
  private String message = "";
  private @Nullable Function<LinearPeer, T> work;
  private boolean wanted;

  /**
   * A run of nothing yet.
   *
   * @param laneName name of the lane its jobs run in, each in place of the one before
   * @param changed is called when a result has come, or is first waited for
   */
  public PeerRun(TabContext context, String laneName, Runnable changed) {
    peer = context.torch();
    lane = context.compute().lane(laneName);
    this.changed = changed;
    stage = peer.isPresent() ? Stage.IDLE : Stage.ABSENT;
  }

  /** How far it is. */
  public Stage stage() {
    return stage;
  }

  /** PyTorch's name and version; empty where it is absent. */
  public String name() {
    return peer.map(LinearPeer::name).orElse("");
  }

  /** What came of it; there if done, and of the numbers in force. */
  public Optional<T> result() {
    return result;
  }

  /** Why there is no result, in words; there if it failed. */
  public String message() {
    return message;
  }

  /** From now on whatever is followed is computed by PyTorch, too. */
  public void want() {
    if (!wanted && peer.isPresent()) {
      wanted = true;
      submit();
      changed.run();
    }
  }

  /**
   * Takes new numbers over.
   *
   * @param next computes them, on the compute thread
   */
  public void follow(Function<LinearPeer, T> next) {
    work = next;
    result = Optional.empty();
    if (wanted) {
      submit();
    }
  }

  private void submit() {
    Function<LinearPeer, T> asked = work;
    if (asked == null) {
      return;
    }
    LinearPeer torch = peer.orElseThrow();
    result = Optional.empty();
    stage = Stage.RUNNING;
    lane.submit(
        new JobRequest<>(Texts.get("tab.peer.job", torch.name()), job -> asked.apply(torch)),
        this::finished);
  }

  private void finished(Outcome<T> outcome) {
    if (outcome instanceof Outcome.Done<T> done) {
      stage = Stage.DONE;
      result = Optional.of(done.value());
    } else if (outcome instanceof Outcome.Failed<T> failed) {
      stage = Stage.FAILED;
      message = Objects.requireNonNullElse(failed.error().getMessage(), "");
    } else {
      stage = Stage.IDLE;
    }
    changed.run();
  }
}
