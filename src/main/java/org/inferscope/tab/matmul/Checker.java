package org.inferscope.tab.matmul;

import java.util.List;
import java.util.Objects;
import org.inferscope.compute.ComputeService;
import org.inferscope.compute.DeviceStatus;
import org.inferscope.compute.JobLane;
import org.inferscope.compute.JobRequest;
import org.inferscope.compute.Outcome;
import org.inferscope.compute.ServiceListener;
import org.inferscope.model.matmul.CheckResult;
import org.inferscope.model.matmul.Factors;
import org.inferscope.model.matmul.MatmulCheck;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Checks the product on the stage against the active backend, again whenever the numbers or the
 * device change; a check that newer numbers overtake is dropped. Confined to one thread, which the
 * compute service must call back on.
 */
final class Checker {
  private final JobLane lane;
  private final Runnable changed;
  private Check check = Check.NONE;
  private @Nullable Factors factors;
  private String device;

  /**
   * A checker with nothing to check.
   *
   * @param changed is called when a result has come
   */
  Checker(ComputeService compute, Runnable changed) {
    this.changed = changed;
    lane = compute.lane("matmul.check");
    device = compute.active().device().id();
    compute.addListener(
        new ServiceListener() {
          @Override
          public void devicesChanged(DeviceStatus active, List<DeviceStatus> all) {
            deviceChanged(active.device().id());
          }
        });
  }

  /** How far the check is, and what it found. */
  Check check() {
    return check;
  }

  /** Checks this product. */
  void check(Factors product) {
    factors = product;
    check = Check.RUNNING;
    lane.submit(
        new JobRequest<>(Texts.get("matmul.check.job"), new MatmulCheck(product.a(), product.b())),
        this::finished);
  }

  /** There is no product to check. */
  void clear() {
    factors = null;
    lane.cancel();
    check = Check.NONE;
  }

  private void finished(Outcome<CheckResult> outcome) {
    if (factors == null) {
      return;
    }
    if (outcome instanceof Outcome.Done<CheckResult> done) {
      check = Check.done(done.value());
    } else if (outcome instanceof Outcome.Failed<CheckResult> failed) {
      check = Check.failed(Objects.requireNonNullElse(failed.error().getMessage(), ""));
    } else {
      check = Check.NONE;
    }
    changed.run();
  }

  private void deviceChanged(String active) {
    Factors current = factors;
    if (!active.equals(device)) {
      device = active;
      if (current != null) {
        check(current);
        changed.run();
      }
    }
  }
}
