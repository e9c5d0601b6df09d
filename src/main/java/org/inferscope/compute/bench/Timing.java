package org.inferscope.compute.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.inferscope.tensor.Args;

/**
 * What repeating some work showed, in milliseconds a run. Immutable, any thread.
 *
 * @param samples at least one, in the order they were taken
 * @param complete whether those are all that had been asked for
 */
public record Timing(List<Double> samples, boolean complete) {

  /** Refuses a timing without samples. */
  public Timing {
    samples = List.copyOf(samples);
    Args.positive(samples.size(), "samples.size()");
  }

  /** All samples that had been asked for. */
  public static Timing of(double... samples) {
    return new Timing(DoubleStream.of(samples).boxed().toList(), true);
  }

  /** How many samples were taken. */
  public int reps() {
    return samples.size();
  }

  /** The middle sample, or what lies between the middle two. */
  public double medianMs() {
    double[] sorted = sorted();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  /** The quickest sample. */
  public double minMs() {
    return sorted()[0];
  }

  /** The slowest sample. */
  public double maxMs() {
    return sorted()[samples.size() - 1];
  }

  private double[] sorted() {
    double[] sorted = samples.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }
}
