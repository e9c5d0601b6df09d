package org.inferscope.compute.bench;

/**
 * Measures what a machine can do at most: operations and bytes a second, by all its cores. Takes a
 * few seconds, in which nothing else should run.
 */
public interface MachineBenchmark {

  /** Hears how far the benchmark is, on the thread that runs it. */
  @FunctionalInterface
  interface Listener {

    /**
     * A limit is about to be measured.
     *
     * @param fraction of the whole that is done, from 0 to 1
     * @param message what is measured now, in the display language
     */
    void progress(double fraction, String message);
  }

  /**
   * Measures all limits, on the compute thread.
   *
   * @param stopwatch its checkpoint throws to give up
   * @param listener such as {@code JobContext::progress}
   */
  MachineCeilings run(Stopwatch stopwatch, Listener listener);
}
