package org.inferscope.model.linear;

import java.util.List;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Matrix;

/**
 * A layer and its inputs as a number format holds them, and the outputs that come of it, beside
 * float64 from the unrounded numbers. Immutable; any thread.
 *
 * <ul>
 *   <li>FP32: as {@link LinearLayer}
 *   <li>BF16, FP16: W, b and x rounded to the nearest value, half to even (FP16 beyond 65504
 *       becomes infinite); products and sums in float32; the result rounded to the format
 *   <li>INT8: symmetric with a scale for each row of W and each row of x, max|row| / 127; exact
 *       integer sums; y = scale of W · scale of x · sum + b in float32
 * </ul>
 */
public final class RoundedLayer {
  /** The formats a layer can be computed in. */
  public static final List<DType> FORMATS = List.of(DType.FP32, DType.BF16, DType.FP16, DType.INT8);

  private final LinearLayer unroundedLayer;
  private final Matrix unroundedX;
  private final RoundedArithmetic arithmetic;

  private RoundedLayer(LinearLayer layer, Matrix x, RoundedArithmetic arithmetic) {
    unroundedLayer = layer;
    unroundedX = x;
    this.arithmetic = arithmetic;
  }

  /**
   * Rounds a layer and its inputs; outputs are computed when asked for.
   *
   * @param x [T, I]
   * @param dtype one of {@link #FORMATS}
   */
  public static RoundedLayer of(LinearLayer layer, Matrix x, DType dtype) {
    Args.require(FORMATS.contains(dtype), "dtype", dtype, "one of " + FORMATS);
    Args.require(
        x.cols() == layer.inputs(), "x", x.shapeText(), "of " + layer.inputs() + " columns");
    RoundedArithmetic arithmetic =
        dtype == DType.INT8 ? Int8Arithmetic.of(layer, x) : FloatArithmetic.of(layer, x, dtype);
    return new RoundedLayer(layer, x, arithmetic);
  }

  /** Weights [O, I] and bias [O, 1] as the format holds them, as float32. */
  public LinearLayer layer() {
    return arithmetic.layer();
  }

  /** Inputs [T, I] as the format holds them, as float32. */
  public Matrix x() {
    return arithmetic.x();
  }

  /** Output i for one row of the batch, as the format holds it. */
  public float output(int row, int i) {
    return arithmetic.round(arithmetic.sum(row, i));
  }

  /** All outputs [T, O]: the numbers of {@link #output}, quickly. */
  public Matrix outputs() {
    return arithmetic.outputs();
  }

  /** Output i in float64, from the unrounded numbers. */
  public double exact(int row, int i) {
    return unroundedLayer.exact(unroundedX, row, i);
  }

  /** How far output i is from {@link #exact}, with its sign; 0 where both are the same ∞ or NaN. */
  public double error(int row, int i) {
    return difference(output(row, i), exact(row, i));
  }

  /**
   * What one step of row i's integers in W stands for.
   *
   * @throws IllegalStateException for a format other than INT8
   */
  public float weightScale(int i) {
    return int8().weights().scale(i);
  }

  /**
   * What one step of the integers in a row of x stands for.
   *
   * @throws IllegalStateException for a format other than INT8
   */
  public float inputScale(int row) {
    return int8().inputs().scale(row);
  }

  RoundedArithmetic arithmetic() {
    return arithmetic;
  }

  /** a − b, but 0 where both are the same infinity or both NaN, whose difference is NaN. */
  static double difference(double a, double b) {
    return Double.compare(a, b) == 0 ? 0 : a - b;
  }

  Int8Arithmetic int8() {
    if (arithmetic instanceof Int8Arithmetic int8) {
      return int8;
    }
    throw new IllegalStateException("only INT8 has scales");
  }
}
