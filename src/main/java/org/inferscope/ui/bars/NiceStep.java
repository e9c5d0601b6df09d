package org.inferscope.ui.bars;

/**
 * A step of an axis: 1, 2 or 5 times a power of ten. Multiples of it are made so that they are the
 * float64 nearest to their decimal text.
 *
 * @param digit 1, 2 or 5
 * @param exponent the power of ten
 */
record NiceStep(int digit, int exponent) {
  private static final double ROUNDING = 1e-9;
  private static final int[] DIGITS = {1, 2, 5};

  /** The smallest step that is at least this large; the size is finite and above 0. */
  static NiceStep atLeast(double size) {
    int exponent = (int) Math.floor(Math.log10(size)) - 1;
    while (true) {
      for (int digit : DIGITS) {
        NiceStep step = new NiceStep(digit, exponent);
        if (step.size() >= size * (1 - ROUNDING)) {
          return step;
        }
      }
      exponent++;
    }
  }

  /** The next larger one. */
  NiceStep larger() {
    return switch (digit) {
      case 1 -> new NiceStep(2, exponent);
      case 2 -> new NiceStep(5, exponent);
      default -> new NiceStep(1, exponent + 1);
    };
  }

  double size() {
    return times(1);
  }

  /** A multiple of the step. */
  double times(long n) {
    double whole = (double) n * digit;
    return exponent < 0 ? whole / Math.pow(10, -exponent) : whole * Math.pow(10, exponent);
  }

  /** The largest multiple that is not above the value. */
  double floor(double value) {
    return times((long) Math.floor(value / size() + ROUNDING));
  }

  /** The smallest multiple that is not below the value. */
  double ceil(double value) {
    return times((long) Math.ceil(value / size() - ROUNDING));
  }
}
