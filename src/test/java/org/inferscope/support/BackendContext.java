package org.inferscope.support;

import org.inferscope.compute.Backend;
import org.inferscope.compute.JobContext;

/** A job's context that only hands out a backend, for running work on the test's own thread. */
public record BackendContext(Backend backend) implements JobContext {
  @Override
  public void progress(double fraction, String message) {}

  @Override
  public boolean isCancelled() {
    return false;
  }

  @Override
  public void checkCancelled() {}
}
