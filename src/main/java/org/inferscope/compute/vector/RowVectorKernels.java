package org.inferscope.compute.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.inferscope.compute.PlainRowMath;
import org.inferscope.compute.Pointwise;
import org.inferscope.compute.RowMath;

/**
 * Rows in vector instructions, where the JIT does not find them by itself: sums, GELU and softmax.
 * What is left at the end of a row goes through a short array of its own, so that a number does not
 * depend on where it stands.
 */
final class RowVectorKernels implements RowMath {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /** Adding it leaves a float32 without digits behind the point: 1.5 * 2^23. */
  private static final float ROUNDING = 12582912f;

  private static final int ROUNDING_BITS = Float.floatToRawIntBits(ROUNDING);
  private static final int BIAS = 127;
  private static final int MANTISSA = 23;
  private static final float LOG2_E = (float) (1 / Math.log(2));

  /** ln 2 in two parts, of which the first has few digits, so that its multiples are exact. */
  private static final float LN_2_HIGH = 355 / 512f;

  private static final float LN_2_LOW = (float) (Math.log(2) - LN_2_HIGH);

  /** Below, the exponential is under float32's normal numbers; above, beyond the largest. */
  private static final float LOWEST = -87.33f;

  private static final float HIGHEST = 88.72f;

  private static final float SQRT_2_OVER_PI = (float) Math.sqrt(2 / Math.PI);
  private static final float CUBIC = 0.044715f;

  private final RowMath plain = new PlainRowMath();

  @Override
  public void apply(Pointwise f, float[] x, int from, int count) {
    if (f != Pointwise.GELU) {
      plain.apply(f, x, from, count);
      return;
    }
    int whole = count - count % LANES;
    gelu(x, from, whole);
    if (whole < count) {
      float[] rest = new float[LANES];
      System.arraycopy(x, from + whole, rest, 0, count - whole);
      gelu(rest, 0, LANES);
      System.arraycopy(rest, 0, x, from + whole, count - whole);
    }
  }

  /** {@code (1 + tanh u) / 2 = 1 / (1 + exp(-2u))}. */
  private static void gelu(float[] x, int from, int count) {
    for (int i = from; i < from + count; i += LANES) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, i);
      FloatVector cubic = v.mul(v).mul(-2 * SQRT_2_OVER_PI * CUBIC).add(-2 * SQRT_2_OVER_PI);
      v.div(exp(cubic.mul(v)).add(1)).intoArray(x, i);
    }
  }

  /** Any number, within two units of the last place where it is neither 0 nor infinite. */
  private static FloatVector exp(FloatVector x) {
    FloatVector infinity = FloatVector.broadcast(SPECIES, Float.POSITIVE_INFINITY);
    return notAboveZero(x).blend(infinity, x.compare(VectorOperators.GT, HIGHEST));
  }

  /**
   * The exponential of numbers up to {@link #HIGHEST}: {@code 2^n * exp(r)} with r within half of
   * ln 2 of zero, where the first terms of the series are enough. NaN stays NaN.
   */
  private static FloatVector notAboveZero(FloatVector x) {
    FloatVector shifted = x.fma(FloatVector.broadcast(SPECIES, LOG2_E), broadcast(ROUNDING));
    FloatVector n = shifted.sub(ROUNDING);
    FloatVector r = n.fma(broadcast(-LN_2_LOW), n.fma(broadcast(-LN_2_HIGH), x));
    FloatVector series = broadcast(1 / 5040f);
    series = series.fma(r, broadcast(1 / 720f));
    series = series.fma(r, broadcast(1 / 120f));
    series = series.fma(r, broadcast(1 / 24f));
    series = series.fma(r, broadcast(1 / 6f));
    series = series.fma(r, broadcast(0.5f));
    series = series.fma(r, broadcast(1));
    series = series.fma(r, broadcast(1));
    FloatVector power =
        shifted
            .reinterpretAsInts()
            .add(BIAS - ROUNDING_BITS)
            .lanewise(VectorOperators.LSHL, MANTISSA)
            .reinterpretAsFloats();
    return series.mul(power).blend(0, x.compare(VectorOperators.LT, LOWEST));
  }

  private static FloatVector broadcast(float number) {
    return FloatVector.broadcast(SPECIES, number);
  }

  @Override
  public void add(float[] x, int from, float[] added, int addedFrom, int count) {
    plain.add(x, from, added, addedFrom, count);
  }

  @Override
  public void multiply(float[] x, int from, float[] factors, int factorsFrom, int count) {
    plain.multiply(x, from, factors, factorsFrom, count);
  }

  /**
   * Sums in as many parts as a vector has numbers. The mean is corrected by the mean of what is off
   * it, since float32 sums of large numbers are.
   */
  @Override
  public void layerNorm(float[] x, int from, int count, float[] gain, float[] bias, float epsilon) {
    float mean = (float) (sum(x, from, count) / count);
    int whole = count - count % LANES;
    FloatVector offs = FloatVector.zero(SPECIES);
    FloatVector squares = FloatVector.zero(SPECIES);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector off = FloatVector.fromArray(SPECIES, x, from + i).sub(mean);
      offs = offs.add(off);
      squares = off.fma(off, squares);
    }
    double sum = offs.reduceLanes(VectorOperators.ADD);
    double square = squares.reduceLanes(VectorOperators.ADD);
    for (int i = whole; i < count; i++) {
      float off = x[from + i] - mean;
      sum += off;
      square += off * off;
    }
    double correction = sum / count;
    double variance = square / count - correction * correction;
    normalise(x, from, count, mean, (float) correction, gain, bias, scale(variance, epsilon));
  }

  private static float scale(double variance, float epsilon) {
    return (float) (1 / Math.sqrt(variance + epsilon));
  }

  private static void normalise(
      float[] x,
      int from,
      int count,
      float mean,
      float correction,
      float[] gain,
      float[] bias,
      float scale) {
    for (int i = 0; i < count; i++) {
      x[from + i] = (x[from + i] - mean - correction) * scale * gain[i] + bias[i];
    }
  }

  private static double sum(float[] x, int from, int count) {
    int whole = count - count % LANES;
    FloatVector sums = FloatVector.zero(SPECIES);
    for (int i = 0; i < whole; i += LANES) {
      sums = sums.add(FloatVector.fromArray(SPECIES, x, from + i));
    }
    double sum = sums.reduceLanes(VectorOperators.ADD);
    for (int i = whole; i < count; i++) {
      sum += x[from + i];
    }
    return sum;
  }

  @Override
  public void softmax(float[] x, int from, int count, float scale) {
    int whole = count - count % LANES;
    float max = max(x, from, count, whole);
    FloatVector sums = FloatVector.zero(SPECIES);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector v = FloatVector.fromArray(SPECIES, x, from + i);
      FloatVector power = notAboveZero(v.sub(max).mul(scale));
      power.intoArray(x, from + i);
      sums = sums.add(power);
    }
    double sum = sums.reduceLanes(VectorOperators.ADD);
    for (int i = from + whole; i < from + count; i++) {
      x[i] = (float) Math.exp((x[i] - max) * scale);
      sum += x[i];
    }
    float factor = (float) (1 / sum);
    for (int i = from; i < from + count; i++) {
      x[i] *= factor;
    }
  }

  private static float max(float[] x, int from, int count, int whole) {
    FloatVector most = broadcast(Float.NEGATIVE_INFINITY);
    for (int i = 0; i < whole; i += LANES) {
      most = most.max(FloatVector.fromArray(SPECIES, x, from + i));
    }
    float max = most.reduceLanes(VectorOperators.MAX);
    for (int i = from + whole; i < from + count; i++) {
      max = Math.max(max, x[i]);
    }
    return max;
  }
}
