package org.inferscope.compute;

import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * One way to compute products of matrices in float32, to be measured against others: loops in plain
 * Java, a backend, another program's library. Implementations are stateless; {@link #prepare} and
 * what it returns belong to the compute thread, the rest may be called on any thread.
 */
public interface MatmulImpl {

  /** What it runs on. */
  Device device();

  /** Stable name for files and command lines, such as {@code openblas}. */
  default String id() {
    return device().id();
  }

  /** Its name on screen, such as "OpenBLAS 0.3.31". Loads nothing. */
  default String name() {
    return device().backend();
  }

  /**
   * Why it cannot be used here, as a sentence in the display language; empty where, as far as can
   * be told without loading it, it can.
   */
  default Optional<String> obstacle() {
    return Optional.empty();
  }

  /**
   * Makes a product of {@link MatmulOperands} ready to be computed again and again, so that running
   * it does nothing but compute. The first call may load a native library, which takes seconds.
   *
   * @param m rows of A and C
   * @param k columns of A, rows of B
   * @param n columns of B and C
   * @throws InferscopeException with the reason in words if it cannot be used here or its device
   *     fails; it is not asked again then
   * @throws OutOfMemoryError if the matrices do not fit; smaller ones may
   */
  Product prepare(int m, int k, int n);

  /** A product A [M, K] x B [K, N] -> C [M, N] that is ready to be computed. */
  interface Product extends AutoCloseable {

    /**
     * Computes the first rows of C; all of them for M. Complete when it returns.
     *
     * @param rows from 1 to M
     * @param checkpoint called now and then by an implementation that can be stopped halfway;
     *     throws to give up
     * @throws InferscopeException if the device fails; it is not asked again then
     */
    void run(int rows, Runnable checkpoint);

    /**
     * Computes the first rows of C several times, one after the other, and says how long that took.
     * Who computes in another process also times itself there, so that the way to it and back, as
     * long as a small product, does not count.
     *
     * @param rows from 1 to M
     * @param runs how many times; 1 or more
     * @param nanoClock the caller's clock
     * @param checkpoint as for {@link #run}
     * @return nanoseconds, of all runs together
     * @throws InferscopeException if the device fails
     */
    default long nanos(int rows, int runs, LongSupplier nanoClock, Runnable checkpoint) {
      long start = nanoClock.getAsLong();
      for (int i = 0; i < runs; i++) {
        run(rows, checkpoint);
      }
      return nanoClock.getAsLong() - start;
    }

    /** C as computed last [M, N], row after row, to hold against another implementation's. */
    float[] result();

    /** Frees what it holds. */
    @Override
    void close();
  }
}
