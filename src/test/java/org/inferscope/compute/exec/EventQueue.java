package org.inferscope.compute.exec;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A callback executor that stands still until the test lets it run, as a busy event thread does.
 */
final class EventQueue implements Executor {
  private final BlockingQueue<Runnable> calls = new LinkedBlockingQueue<>();

  @Override
  public void execute(Runnable call) {
    calls.add(call);
  }

  /** Runs what is there, and what it adds, on the calling thread. */
  void runAll() {
    for (Runnable call = calls.poll(); call != null; call = calls.poll()) {
      call.run();
    }
  }
}
