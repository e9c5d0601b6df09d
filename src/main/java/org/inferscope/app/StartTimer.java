package org.inferscope.app;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * When the steps of the start were reached, for {@code --timings}. The clock is read at each step
 * and turned into time since the start of the JVM only when asked, because the classes that know
 * that start are slow to load. Any thread.
 */
public final class StartTimer {
  /**
   * A step of the start.
   *
   * @param name what was reached
   * @param millis milliseconds since the JVM started
   */
  public record Step(String name, long millis) {}

  private final List<Step> wallClock = new ArrayList<>();

  /** Notes that a step is reached now. */
  public synchronized void reached(String name) {
    wallClock.add(new Step(name, System.currentTimeMillis()));
  }

  /** The steps so far. */
  public synchronized List<Step> steps() {
    long start = ManagementFactory.getRuntimeMXBean().getStartTime();
    return wallClock.stream().map(step -> new Step(step.name(), step.millis() - start)).toList();
  }
}
