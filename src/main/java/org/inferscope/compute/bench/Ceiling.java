package org.inferscope.compute.bench;

import java.util.Locale;
import org.inferscope.tensor.Args;

/**
 * One limit of a machine, measured: a roof of the roofline. Immutable, any thread.
 *
 * @param kind which limit
 * @param value the median, in FLOP/s or bytes/s as the kind says
 * @param min the lowest sample
 * @param max the highest sample
 * @param how what was done, in the display language, such as "1024×1024 product with OpenBLAS"
 * @param threads how many worked at once
 * @param workingSet bytes that all threads together went through again and again; 0 where only
 *     registers were used
 */
public record Ceiling(
    Kind kind, double value, double min, double max, String how, int threads, long workingSet) {

  /** Refuses a limit of 0 or less, and an order of the figures that cannot be. */
  public Ceiling {
    Args.require(min > 0 && min <= value && value <= max, "value", value, "from min to max");
    Args.positive(threads, "threads");
    Args.require(workingSet >= 0, "workingSet", workingSet, "0 or more");
  }

  /** What is limited. */
  public enum Limit {
    /** Operations, in FLOP/s. */
    COMPUTE("FLOP/s"),
    /** Bytes moved, in bytes/s. */
    BANDWIDTH("B/s");

    private final String unit;

    Limit(String unit) {
      this.unit = unit;
    }

    /** {@code FLOP/s} or {@code B/s}. */
    public String unit() {
      return unit;
    }
  }

  /** The limits that are measured, from the highest roof to the lowest. */
  public enum Kind {
    /** Multiply-adds on registers alone, in the widest vectors there are. */
    MULTIPLY_ADD(Limit.COMPUTE),
    /** A large product of matrices. */
    GEMM(Limit.COMPUTE),
    /** Reading the second-level cache. */
    L2_READ(Limit.BANDWIDTH),
    /** {@code a = b + s·c} in the second-level cache: two numbers read, one written. */
    L2_TRIAD(Limit.BANDWIDTH),
    /** Reading the third-level cache. */
    L3_READ(Limit.BANDWIDTH),
    /** {@code a = b + s·c} in the third-level cache. */
    L3_TRIAD(Limit.BANDWIDTH),
    /** Reading memory. */
    MEMORY_READ(Limit.BANDWIDTH),
    /** {@code a = b + s·c} in memory. */
    MEMORY_TRIAD(Limit.BANDWIDTH);

    private final Limit limit;

    Kind(Limit limit) {
      this.limit = limit;
    }

    /** What it limits, and so the unit. */
    public Limit limit() {
      return limit;
    }

    /** Whether it is written to while it is read. */
    boolean isTriad() {
      return this == L2_TRIAD || this == L3_TRIAD || this == MEMORY_TRIAD;
    }

    /** As files have it, such as {@code l2_read}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
