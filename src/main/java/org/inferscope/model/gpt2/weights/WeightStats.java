package org.inferscope.model.gpt2.weights;

/**
 * How the numbers of a parameter are distributed. Immutable, any thread.
 *
 * <p>Numbers are added up in float32 a few at a time, side by side, and those sums in float64: the
 * mean is right to a ten-millionth of the standard deviation, and better where numbers are many.
 */
public final class WeightStats {
  /** As many bins as the notebook's histograms have. */
  public static final int BINS = 100;

  /** Numbers copied at once: they and the sums beside them stay in a processor's nearest caches. */
  private static final int BLOCK = 1 << 12;

  private final long count;
  private final double mean;
  private final double deviation;
  private final Extreme min;
  private final Extreme max;
  private final EqualBins bins;

  /**
   * The smallest or the largest number.
   *
   * @param value the number
   * @param row where it first stands
   * @param col where it first stands
   */
  public record Extreme(float value, int row, int col) {}

  private WeightStats(WeightScan scan, WeightNumbers of, EqualBins bins) {
    count = of.count();
    mean = scan.mean(count);
    deviation = scan.deviation(count);
    min = first(of, scan.min(), scan.startOfMin());
    max = first(of, scan.max(), scan.startOfMax());
    this.bins = bins;
  }

  /**
   * Reads all numbers, twice.
   *
   * @param checkCancelled called now and then; what it throws ends the work
   */
  public static WeightStats of(WeightNumbers numbers, Runnable checkCancelled) {
    WeightScan scan = new WeightScan(numbers.get(0, 0), BLOCK);
    read(numbers, checkCancelled, scan::add);
    scan.finish();
    EqualBins.Counter counter = new EqualBins.Counter(scan.min(), scan.max(), BINS);
    read(numbers, checkCancelled, (block, length, at) -> counter.add(block, length));
    return new WeightStats(scan, numbers, counter.counted());
  }

  /** Takes numbers that follow each other. */
  @FunctionalInterface
  private interface Reader {
    void read(float[] block, int length, long at);
  }

  private static void read(WeightNumbers numbers, Runnable checkCancelled, Reader reader) {
    float[] block = new float[BLOCK];
    long count = numbers.count();
    for (long at = 0; at < count; at += BLOCK) {
      int length = (int) Math.min(BLOCK, count - at);
      numbers.copy(at, block, 0, length);
      reader.read(block, length, at);
      if ((at & 0xFFFFF) == 0) {
        checkCancelled.run();
      }
    }
  }

  /** The first place of a value from a number on. */
  private static Extreme first(WeightNumbers in, float value, long from) {
    float[] block = new float[BLOCK];
    for (long at = from; at < in.count(); at += BLOCK) {
      int length = (int) Math.min(BLOCK, in.count() - at);
      in.copy(at, block, 0, length);
      for (int i = 0; i < length; i++) {
        if (block[i] == value) {
          return new Extreme(
              block[i], (int) ((at + i) / in.cols()), (int) ((at + i) % in.cols()));
        }
      }
    }
    throw new IllegalStateException(value + " is among them");
  }

  /** How many numbers there are. */
  public long count() {
    return count;
  }

  /** Their mean. */
  public double mean() {
    return mean;
  }

  /** Their standard deviation, of the population as NumPy's {@code std}. */
  public double deviation() {
    return deviation;
  }

  /** The smallest. */
  public Extreme min() {
    return min;
  }

  /** The largest. */
  public Extreme max() {
    return max;
  }

  /** How often which occur. */
  public EqualBins bins() {
    return bins;
  }

  /**
   * How many numbers a bin around a value would hold if they were normally distributed: N · width ·
   * pdf. NaN where all are equal.
   */
  public double gaussian(double value) {
    double z = (value - mean) / deviation;
    return count * bins.width() * Math.exp(-z * z / 2) / (deviation * Math.sqrt(2 * Math.PI));
  }
}
