package org.inferscope.tab;

import java.util.List;
import java.util.Objects;
import org.inferscope.compute.ComputeService;
import org.inferscope.compute.DeviceStatus;
import org.inferscope.compute.JobLane;
import org.inferscope.compute.JobRequest;
import org.inferscope.compute.Outcome;
import org.inferscope.compute.ServiceListener;
import org.inferscope.compute.Work;
import org.inferscope.model.matmul.CheckResult;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Checks what a tab computed against the active backend, again whenever the numbers or the device
 * change; a check that newer numbers overtake is dropped. Confined to one thread, which the compute
 * service must call back on.
 */
public final class Checker {
  private final JobLane lane;
  private final Runnable changed;
  private Check check = Check.NONE;
  private @Nullable Work<CheckResult> work;
  private String device;

  /**
   * A checker with nothing to check.
   *
   * @param laneName name of the lane its jobs run in, each in place of the one before
   * @param changed is called when a result has come
   */
  public Checker(ComputeService compute, String laneName, Runnable changed) {
    this.changed = changed;
    lane = compute.lane(laneName);
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
  public Check check() {
    return check;
  }

  /** Starts a check, in place of the one before. */
  public void check(Work<CheckResult> next) {
    work = next;
    check = Check.RUNNING;
    lane.submit(new JobRequest<>(Texts.get("tab.check.job"), next), this::finished);
  }

  /** There is nothing to check. */
  public void clear() {
    work = null;
    lane.cancel();
    check = Check.NONE;
  }

  private void finished(Outcome<CheckResult> outcome) {
    if (work == null) {
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
    Work<CheckResult> current = work;
    if (!active.equals(device)) {
      device = active;
      if (current != null) {
        check(current);
        changed.run();
      }
    }
  }
}
