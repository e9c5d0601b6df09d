package org.inferscope.cli;

import java.util.List;
import org.inferscope.app.StartTimer;

/** Prints how long the start of the window took, for {@code --timings}. Any thread. */
public final class Timings {
  private Timings() {}

  /** Prints one line a step: milliseconds since the JVM started, and what was reached. */
  public static void print(List<StartTimer.Step> steps) {
    for (StartTimer.Step step : steps) {
      System.out.printf("%6d ms  %s%n", step.millis(), step.name());
    }
  }
}
