package org.inferscope.model.matmul;

/**
 * What has been done so far, counted exactly. Reads and writes are of single elements in memory;
 * the package comment says what each algorithm keeps in registers or fast memory instead.
 *
 * @param multiplies products computed
 * @param adds sums computed; the first product of an element is stored, not added
 * @param readsA elements of A read
 * @param readsB elements of B read
 * @param readsC elements of C read back to be added to
 * @param writesC elements of C written
 */
public record Counters(
    long multiplies, long adds, long readsA, long readsB, long readsC, long writesC) {
  /** Nothing done yet. */
  public static final Counters ZERO = new Counters(0, 0, 0, 0, 0, 0);

  /** These and those together. */
  public Counters plus(Counters more) {
    return new Counters(
        multiplies + more.multiplies,
        adds + more.adds,
        readsA + more.readsA,
        readsB + more.readsB,
        readsC + more.readsC,
        writesC + more.writesC);
  }

  /** Multiplies and adds together. */
  public long flops() {
    return multiplies + adds;
  }

  /** Elements moved between memory and the arithmetic, in either direction. */
  public long traffic() {
    return readsA + readsB + readsC + writesC;
  }

  /** Bytes moved when an element takes that many bytes. */
  public double bytes(double bytesPerElement) {
    return traffic() * bytesPerElement;
  }

  /** Counted FLOPs per counted byte; 0 before anything has moved. */
  public double intensity(double bytesPerElement) {
    return traffic() == 0 ? 0 : flops() / bytes(bytesPerElement);
  }

  /** How many multiplies each read of A feeds, on average; 0 before the first read. */
  public double multipliesPerReadA() {
    return readsA == 0 ? 0 : (double) multiplies / readsA;
  }

  /** How many multiplies each read of B feeds, on average; 0 before the first read. */
  public double multipliesPerReadB() {
    return readsB == 0 ? 0 : (double) multiplies / readsB;
  }

  /** The counter of that kind. */
  public long get(Counter counter) {
    return switch (counter) {
      case MULTIPLIES -> multiplies;
      case ADDS -> adds;
      case READS_A -> readsA;
      case READS_B -> readsB;
      case READS_C -> readsC;
      case WRITES_C -> writesC;
    };
  }
}
