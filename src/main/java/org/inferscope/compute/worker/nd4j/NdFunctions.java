package org.inferscope.compute.worker.nd4j;

import org.inferscope.compute.Pointwise;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.impl.scalar.LeakyReLU;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarAdd;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMin;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMultiplication;
import org.nd4j.linalg.api.ops.impl.transforms.comparison.CompareAndReplace;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.DivOp;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.MulOp;
import org.nd4j.linalg.api.ops.impl.transforms.same.Abs;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sigmoid;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Tanh;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.conditions.Conditions;

/**
 * The activations on vectors, in place, out of ND4J's operations. ND4J has most of them by name,
 * but not as {@link Pointwise} defines them: its GELU has its factor inside the cube, its ReLU
 * turns NaN to 0, and its sigmoid has no digits left far below zero.
 */
final class NdFunctions {
  private static final double TWICE_SQRT_2_OVER_PI = 2 * Math.sqrt(2 / Math.PI);
  private static final double CUBE = 0.044715;

  /** A tanh below this is not read off an exponential. */
  private static final double NEAR_ZERO = 0.5;

  private NdFunctions() {}

  /**
   * A function on each number of x.
   *
   * @param x replaced by the results
   * @param first as many numbers, overwritten
   * @param second as many numbers, overwritten
   */
  static void apply(Pointwise f, INDArray x, INDArray first, INDArray second) {
    switch (f) {
      case IDENTITY -> {}
      case RELU -> relu(x);
      case LEAKY_RELU -> Nd4j.exec(new LeakyReLU(x, x, Pointwise.LEAK));
      case GELU -> gelu(x, first);
      case SILU -> silu(x, first, second);
      case SIGMOID -> sigmoid(x, first);
      case TANH -> tanh(x, first, second);
    }
  }

  /** Cut off below 0: that leaves NaN as it is, which a maximum does not. */
  private static void relu(INDArray x) {
    Nd4j.exec(
        DynamicCustomOp.builder("clipbyvalue")
            .addInputs(x)
            .addOutputs(x)
            .addFloatingPointArguments(0.0, Double.POSITIVE_INFINITY)
            .build());
  }

  /** {@code x sigmoid(2 sqrt(2/pi) (x + 0.044715 x^3))}, the same as with tanh. */
  private static void gelu(INDArray x, INDArray inner) {
    Nd4j.exec(new MulOp(x, x, inner));
    Nd4j.exec(new ScalarMultiplication(inner, null, inner, CUBE * TWICE_SQRT_2_OVER_PI));
    Nd4j.exec(new ScalarAdd(inner, null, inner, TWICE_SQRT_2_OVER_PI));
    Nd4j.exec(new MulOp(inner, x, inner));
    Nd4j.exec(new Sigmoid(inner, inner));
    Nd4j.exec(new MulOp(x, inner, x));
  }

  /** {@code x p p / (1 + exp(-|x|))} with {@code p = exp(min(x, 0) / 2)}: nothing overflows. */
  private static void silu(INDArray x, INDArray root, INDArray other) {
    root(x, root);
    Nd4j.exec(new Abs(x, other));
    onePlusExpOfMinus(other);
    Nd4j.exec(new MulOp(x, root, x));
    Nd4j.exec(new MulOp(x, root, x));
    Nd4j.exec(new DivOp(x, other, x));
  }

  private static void sigmoid(INDArray x, INDArray root) {
    root(x, root);
    Nd4j.exec(new Abs(x, x));
    onePlusExpOfMinus(x);
    Nd4j.exec(new MulOp(root, root, root));
    Nd4j.exec(new DivOp(root, x, x));
  }

  /**
   * ND4J's where that has its digits. Near 0 it has none, so there Lambert's continued fraction,
   * {@code x / (1 + x^2 / (3 + x^2 / (5 + x^2 / (7 + x^2 / 9))))}, which is off by 1e-10 at most.
   */
  private static void tanh(INDArray x, INDArray square, INDArray fraction) {
    Nd4j.exec(new MulOp(x, x, square));
    Nd4j.exec(new ScalarMultiplication(square, null, fraction, 1.0 / 9));
    for (int odd = 7; odd > 1; odd -= 2) {
      Nd4j.exec(new ScalarAdd(fraction, null, fraction, odd));
      Nd4j.exec(new DivOp(square, fraction, fraction));
    }
    Nd4j.exec(new ScalarAdd(fraction, null, fraction, 1));
    Nd4j.exec(new DivOp(x, fraction, fraction));
    Nd4j.exec(new Tanh(x, x));
    Nd4j.exec(new CompareAndReplace(x, fraction, x, Conditions.absLessThan(NEAR_ZERO)));
  }

  private static void root(INDArray x, INDArray root) {
    Nd4j.exec(new ScalarMin(x, null, root, 0));
    Nd4j.exec(new ScalarMultiplication(root, null, root, 0.5));
    Nd4j.exec(new Exp(root, root));
  }

  private static void onePlusExpOfMinus(INDArray x) {
    Nd4j.exec(new ScalarMultiplication(x, null, x, -1.0));
    Nd4j.exec(new Exp(x, x));
    Nd4j.exec(new ScalarAdd(x, null, x, 1.0));
  }
}
