package org.inferscope.model.matmul;

/**
 * How often each element is fetched, on average: 1 is the least a matrix of inputs can cost, more
 * means that the same element is read again because it was not kept close.
 *
 * @param readsPerElementA reads of A divided by M·K
 * @param readsPerElementB reads of B divided by K·N
 * @param readsPerElementC reads of C divided by M·N
 * @param writesPerElementC writes of C divided by M·N
 */
public record Reuse(
    double readsPerElementA,
    double readsPerElementB,
    double readsPerElementC,
    double writesPerElementC) {
  /** From counters and the sizes of the product, each 1 or more. */
  public static Reuse of(Counters counters, int m, int k, int n) {
    return new Reuse(
        (double) counters.readsA() / (m * k),
        (double) counters.readsB() / (k * n),
        (double) counters.readsC() / (m * n),
        (double) counters.writesC() / (m * n));
  }
}
