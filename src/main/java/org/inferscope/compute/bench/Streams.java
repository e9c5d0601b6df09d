package org.inferscope.compute.bench;

import org.inferscope.compute.StreamKernels;
import org.inferscope.compute.exec.Crew;

/**
 * Memory that every thread has a share of and goes through again and again. Belongs to the crew's
 * thread.
 */
final class Streams {
  /** What the kernels take at once. */
  private static final int STEP = 256;

  /** Small working sets are gone through several times a run, since handing out work takes time. */
  private static final long LEAST_BYTES = 8L << 20;

  /** Large arrays begin where memory's pages do; with small ones one never knows. */
  private static final int LEAST_LENGTH = 4 << 20;

  /** Numbers in a line of the cache: within one, the best place to begin is looked for. */
  private static final int LINE = 16;

  private static final int TRIALS = 20;

  private final StreamKernels kernels;
  private final Crew crew;
  private final int arrays;
  private final int count;
  private final int passes;
  private final float[][][] shares;
  private final float[] kept;
  private final int from;

  /**
   * Reserves the memory, each share by the thread that will most likely use it.
   *
   * @param workingSet bytes for all threads together, about
   * @param triad whether each thread needs three arrays instead of one
   */
  Streams(StreamKernels kernels, Crew crew, long workingSet, boolean triad) {
    this.kernels = kernels;
    this.crew = crew;
    arrays = triad ? 3 : 1;
    long numbers = workingSet / Float.BYTES / crew.size() / arrays;
    count = (int) Math.max(STEP, Math.min(numbers, 1 << 29) / STEP * STEP);
    passes = (int) Math.max(1, LEAST_BYTES / (workingSet() / crew.size()));
    shares = new float[crew.size()][][];
    kept = new float[crew.size()];
    crew.run(crew.size(), part -> shares[part] = share());
    from = bestStart();
  }

  private float[][] share() {
    return new float[arrays][Math.max(count + LINE, LEAST_LENGTH)];
  }

  /**
   * Vectors that lie across two lines of the cache take longer; Java does not tell where one is.
   */
  private int bestStart() {
    int best = 0;
    long least = Long.MAX_VALUE;
    for (int trial = 0; trial < TRIALS * LINE; trial += 2) {
      int start = trial % LINE;
      long began = System.nanoTime();
      kept[0] += kernels.read(shares[0][0], start, Math.min(count, STEP * STEP));
      long time = System.nanoTime() - began;
      if (time < least) {
        least = time;
        best = start;
      }
    }
    return best;
  }

  /** Bytes that all threads together go through. */
  long workingSet() {
    return (long) count * arrays * Float.BYTES * crew.size();
  }

  /** Bytes that one run moves. */
  double bytesMoved() {
    return (double) workingSet() * passes;
  }

  /** One run of reading. */
  void read() {
    crew.run(
        crew.size(),
        part -> {
          for (int pass = 0; pass < passes; pass++) {
            kept[part] += kernels.read(shares[part][0], from, count);
          }
        });
  }

  /** One run of {@code a = b + c / 2}. */
  void triad() {
    crew.run(
        crew.size(),
        part -> {
          float[][] share = shares[part];
          for (int pass = 0; pass < passes; pass++) {
            kernels.triad(share[0], share[1], share[2], from, count);
          }
        });
  }
}
