package org.inferscope.compute.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.inferscope.compute.PanelMath.Block;

/**
 * A panel of float32 times some rows, with all sums in registers: written out, since the compiler
 * keeps vectors in registers only where each has a name. Four vectors wide and six rows high are 24
 * sums; with them a step of the loop has 24 multiply-adds for 10 loads.
 */
final class PanelProductKernels {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /** Columns of a panel. */
  static final int WIDTH = 4 * LANES;

  /** Processors with vectors of 16 numbers have 32 registers for them, others as few as 16. */
  private static final int MOST_ROWS = LANES >= 16 ? 6 : 2;

  private PanelProductKernels() {}

  /** {@code out[R, W] += x[R, K] w[K, W]}. */
  static void multiply(Block x, int rows, int depth, Block w, Block out) {
    int done = 0;
    while (done < rows) {
      int count = next(rows - done);
      int xAt = x.at() + done * x.stride();
      int outAt = out.at() + done * out.stride();
      switch (count) {
        case 6 -> six(x.numbers(), xAt, x.stride(), depth, w, out.numbers(), outAt, out.stride());
        case 4 -> four(x.numbers(), xAt, x.stride(), depth, w, out.numbers(), outAt, out.stride());
        case 2 -> two(x.numbers(), xAt, x.stride(), depth, w, out.numbers(), outAt, out.stride());
        default -> one(x.numbers(), xAt, depth, w, out.numbers(), outAt);
      }
      done += count;
    }
  }

  /** How many rows come next; eight are better as twice four than as six and two. */
  private static int next(int left) {
    if (left >= 6 && left != 8 && MOST_ROWS >= 6) {
      return 6;
    }
    return left >= 4 && MOST_ROWS >= 4 ? 4 : Math.min(2, left);
  }

  /** A panel times six rows. */
  private static void six(
      float[] x, int xAt, int ldx, int depth, Block panel, float[] out, int outAt, int ldo) {
    float[] w = panel.numbers();
    int ldw = panel.stride();
    int wAt = panel.at();
    int x1 = xAt + ldx;
    int x2 = xAt + 2 * ldx;
    int x3 = xAt + 3 * ldx;
    int x4 = xAt + 4 * ldx;
    int x5 = xAt + 5 * ldx;
    FloatVector s0a = FloatVector.fromArray(SPECIES, out, outAt);
    FloatVector s0b = FloatVector.fromArray(SPECIES, out, outAt + LANES);
    FloatVector s0c = FloatVector.fromArray(SPECIES, out, outAt + 2 * LANES);
    FloatVector s0d = FloatVector.fromArray(SPECIES, out, outAt + 3 * LANES);
    int o1 = outAt + ldo;
    FloatVector s1a = FloatVector.fromArray(SPECIES, out, o1);
    FloatVector s1b = FloatVector.fromArray(SPECIES, out, o1 + LANES);
    FloatVector s1c = FloatVector.fromArray(SPECIES, out, o1 + 2 * LANES);
    FloatVector s1d = FloatVector.fromArray(SPECIES, out, o1 + 3 * LANES);
    int o2 = outAt + 2 * ldo;
    FloatVector s2a = FloatVector.fromArray(SPECIES, out, o2);
    FloatVector s2b = FloatVector.fromArray(SPECIES, out, o2 + LANES);
    FloatVector s2c = FloatVector.fromArray(SPECIES, out, o2 + 2 * LANES);
    FloatVector s2d = FloatVector.fromArray(SPECIES, out, o2 + 3 * LANES);
    int o3 = outAt + 3 * ldo;
    FloatVector s3a = FloatVector.fromArray(SPECIES, out, o3);
    FloatVector s3b = FloatVector.fromArray(SPECIES, out, o3 + LANES);
    FloatVector s3c = FloatVector.fromArray(SPECIES, out, o3 + 2 * LANES);
    FloatVector s3d = FloatVector.fromArray(SPECIES, out, o3 + 3 * LANES);
    int o4 = outAt + 4 * ldo;
    FloatVector s4a = FloatVector.fromArray(SPECIES, out, o4);
    FloatVector s4b = FloatVector.fromArray(SPECIES, out, o4 + LANES);
    FloatVector s4c = FloatVector.fromArray(SPECIES, out, o4 + 2 * LANES);
    FloatVector s4d = FloatVector.fromArray(SPECIES, out, o4 + 3 * LANES);
    int o5 = outAt + 5 * ldo;
    FloatVector s5a = FloatVector.fromArray(SPECIES, out, o5);
    FloatVector s5b = FloatVector.fromArray(SPECIES, out, o5 + LANES);
    FloatVector s5c = FloatVector.fromArray(SPECIES, out, o5 + 2 * LANES);
    FloatVector s5d = FloatVector.fromArray(SPECIES, out, o5 + 3 * LANES);
    for (int k = 0; k < depth; k++) {
      int at = wAt + k * ldw;
      FloatVector a = FloatVector.fromArray(SPECIES, w, at);
      FloatVector b = FloatVector.fromArray(SPECIES, w, at + LANES);
      FloatVector c = FloatVector.fromArray(SPECIES, w, at + 2 * LANES);
      FloatVector d = FloatVector.fromArray(SPECIES, w, at + 3 * LANES);
      FloatVector f0 = FloatVector.broadcast(SPECIES, x[xAt + k]);
      s0a = f0.fma(a, s0a);
      s0b = f0.fma(b, s0b);
      s0c = f0.fma(c, s0c);
      s0d = f0.fma(d, s0d);
      FloatVector f1 = FloatVector.broadcast(SPECIES, x[x1 + k]);
      s1a = f1.fma(a, s1a);
      s1b = f1.fma(b, s1b);
      s1c = f1.fma(c, s1c);
      s1d = f1.fma(d, s1d);
      FloatVector f2 = FloatVector.broadcast(SPECIES, x[x2 + k]);
      s2a = f2.fma(a, s2a);
      s2b = f2.fma(b, s2b);
      s2c = f2.fma(c, s2c);
      s2d = f2.fma(d, s2d);
      FloatVector f3 = FloatVector.broadcast(SPECIES, x[x3 + k]);
      s3a = f3.fma(a, s3a);
      s3b = f3.fma(b, s3b);
      s3c = f3.fma(c, s3c);
      s3d = f3.fma(d, s3d);
      FloatVector f4 = FloatVector.broadcast(SPECIES, x[x4 + k]);
      s4a = f4.fma(a, s4a);
      s4b = f4.fma(b, s4b);
      s4c = f4.fma(c, s4c);
      s4d = f4.fma(d, s4d);
      FloatVector f5 = FloatVector.broadcast(SPECIES, x[x5 + k]);
      s5a = f5.fma(a, s5a);
      s5b = f5.fma(b, s5b);
      s5c = f5.fma(c, s5c);
      s5d = f5.fma(d, s5d);
    }
    s0a.intoArray(out, outAt);
    s0b.intoArray(out, outAt + LANES);
    s0c.intoArray(out, outAt + 2 * LANES);
    s0d.intoArray(out, outAt + 3 * LANES);
    s1a.intoArray(out, o1);
    s1b.intoArray(out, o1 + LANES);
    s1c.intoArray(out, o1 + 2 * LANES);
    s1d.intoArray(out, o1 + 3 * LANES);
    s2a.intoArray(out, o2);
    s2b.intoArray(out, o2 + LANES);
    s2c.intoArray(out, o2 + 2 * LANES);
    s2d.intoArray(out, o2 + 3 * LANES);
    s3a.intoArray(out, o3);
    s3b.intoArray(out, o3 + LANES);
    s3c.intoArray(out, o3 + 2 * LANES);
    s3d.intoArray(out, o3 + 3 * LANES);
    s4a.intoArray(out, o4);
    s4b.intoArray(out, o4 + LANES);
    s4c.intoArray(out, o4 + 2 * LANES);
    s4d.intoArray(out, o4 + 3 * LANES);
    s5a.intoArray(out, o5);
    s5b.intoArray(out, o5 + LANES);
    s5c.intoArray(out, o5 + 2 * LANES);
    s5d.intoArray(out, o5 + 3 * LANES);
  }

  /** A panel times four rows. */
  private static void four(
      float[] x, int xAt, int ldx, int depth, Block panel, float[] out, int outAt, int ldo) {
    float[] w = panel.numbers();
    int ldw = panel.stride();
    int wAt = panel.at();
    int x1 = xAt + ldx;
    int x2 = xAt + 2 * ldx;
    int x3 = xAt + 3 * ldx;
    FloatVector s0a = FloatVector.fromArray(SPECIES, out, outAt);
    FloatVector s0b = FloatVector.fromArray(SPECIES, out, outAt + LANES);
    FloatVector s0c = FloatVector.fromArray(SPECIES, out, outAt + 2 * LANES);
    FloatVector s0d = FloatVector.fromArray(SPECIES, out, outAt + 3 * LANES);
    int o1 = outAt + ldo;
    FloatVector s1a = FloatVector.fromArray(SPECIES, out, o1);
    FloatVector s1b = FloatVector.fromArray(SPECIES, out, o1 + LANES);
    FloatVector s1c = FloatVector.fromArray(SPECIES, out, o1 + 2 * LANES);
    FloatVector s1d = FloatVector.fromArray(SPECIES, out, o1 + 3 * LANES);
    int o2 = outAt + 2 * ldo;
    FloatVector s2a = FloatVector.fromArray(SPECIES, out, o2);
    FloatVector s2b = FloatVector.fromArray(SPECIES, out, o2 + LANES);
    FloatVector s2c = FloatVector.fromArray(SPECIES, out, o2 + 2 * LANES);
    FloatVector s2d = FloatVector.fromArray(SPECIES, out, o2 + 3 * LANES);
    int o3 = outAt + 3 * ldo;
    FloatVector s3a = FloatVector.fromArray(SPECIES, out, o3);
    FloatVector s3b = FloatVector.fromArray(SPECIES, out, o3 + LANES);
    FloatVector s3c = FloatVector.fromArray(SPECIES, out, o3 + 2 * LANES);
    FloatVector s3d = FloatVector.fromArray(SPECIES, out, o3 + 3 * LANES);
    for (int k = 0; k < depth; k++) {
      int at = wAt + k * ldw;
      FloatVector a = FloatVector.fromArray(SPECIES, w, at);
      FloatVector b = FloatVector.fromArray(SPECIES, w, at + LANES);
      FloatVector c = FloatVector.fromArray(SPECIES, w, at + 2 * LANES);
      FloatVector d = FloatVector.fromArray(SPECIES, w, at + 3 * LANES);
      FloatVector f0 = FloatVector.broadcast(SPECIES, x[xAt + k]);
      s0a = f0.fma(a, s0a);
      s0b = f0.fma(b, s0b);
      s0c = f0.fma(c, s0c);
      s0d = f0.fma(d, s0d);
      FloatVector f1 = FloatVector.broadcast(SPECIES, x[x1 + k]);
      s1a = f1.fma(a, s1a);
      s1b = f1.fma(b, s1b);
      s1c = f1.fma(c, s1c);
      s1d = f1.fma(d, s1d);
      FloatVector f2 = FloatVector.broadcast(SPECIES, x[x2 + k]);
      s2a = f2.fma(a, s2a);
      s2b = f2.fma(b, s2b);
      s2c = f2.fma(c, s2c);
      s2d = f2.fma(d, s2d);
      FloatVector f3 = FloatVector.broadcast(SPECIES, x[x3 + k]);
      s3a = f3.fma(a, s3a);
      s3b = f3.fma(b, s3b);
      s3c = f3.fma(c, s3c);
      s3d = f3.fma(d, s3d);
    }
    s0a.intoArray(out, outAt);
    s0b.intoArray(out, outAt + LANES);
    s0c.intoArray(out, outAt + 2 * LANES);
    s0d.intoArray(out, outAt + 3 * LANES);
    s1a.intoArray(out, o1);
    s1b.intoArray(out, o1 + LANES);
    s1c.intoArray(out, o1 + 2 * LANES);
    s1d.intoArray(out, o1 + 3 * LANES);
    s2a.intoArray(out, o2);
    s2b.intoArray(out, o2 + LANES);
    s2c.intoArray(out, o2 + 2 * LANES);
    s2d.intoArray(out, o2 + 3 * LANES);
    s3a.intoArray(out, o3);
    s3b.intoArray(out, o3 + LANES);
    s3c.intoArray(out, o3 + 2 * LANES);
    s3d.intoArray(out, o3 + 3 * LANES);
  }

  /** A panel times two rows. */
  private static void two(
      float[] x, int xAt, int ldx, int depth, Block panel, float[] out, int outAt, int ldo) {
    float[] w = panel.numbers();
    int ldw = panel.stride();
    int wAt = panel.at();
    int x1 = xAt + ldx;
    FloatVector s0a = FloatVector.fromArray(SPECIES, out, outAt);
    FloatVector s0b = FloatVector.fromArray(SPECIES, out, outAt + LANES);
    FloatVector s0c = FloatVector.fromArray(SPECIES, out, outAt + 2 * LANES);
    FloatVector s0d = FloatVector.fromArray(SPECIES, out, outAt + 3 * LANES);
    int o1 = outAt + ldo;
    FloatVector s1a = FloatVector.fromArray(SPECIES, out, o1);
    FloatVector s1b = FloatVector.fromArray(SPECIES, out, o1 + LANES);
    FloatVector s1c = FloatVector.fromArray(SPECIES, out, o1 + 2 * LANES);
    FloatVector s1d = FloatVector.fromArray(SPECIES, out, o1 + 3 * LANES);
    for (int k = 0; k < depth; k++) {
      int at = wAt + k * ldw;
      FloatVector a = FloatVector.fromArray(SPECIES, w, at);
      FloatVector b = FloatVector.fromArray(SPECIES, w, at + LANES);
      FloatVector c = FloatVector.fromArray(SPECIES, w, at + 2 * LANES);
      FloatVector d = FloatVector.fromArray(SPECIES, w, at + 3 * LANES);
      FloatVector f0 = FloatVector.broadcast(SPECIES, x[xAt + k]);
      s0a = f0.fma(a, s0a);
      s0b = f0.fma(b, s0b);
      s0c = f0.fma(c, s0c);
      s0d = f0.fma(d, s0d);
      FloatVector f1 = FloatVector.broadcast(SPECIES, x[x1 + k]);
      s1a = f1.fma(a, s1a);
      s1b = f1.fma(b, s1b);
      s1c = f1.fma(c, s1c);
      s1d = f1.fma(d, s1d);
    }
    s0a.intoArray(out, outAt);
    s0b.intoArray(out, outAt + LANES);
    s0c.intoArray(out, outAt + 2 * LANES);
    s0d.intoArray(out, outAt + 3 * LANES);
    s1a.intoArray(out, o1);
    s1b.intoArray(out, o1 + LANES);
    s1c.intoArray(out, o1 + 2 * LANES);
    s1d.intoArray(out, o1 + 3 * LANES);
  }

  /** A panel times one row. */
  private static void one(float[] x, int xAt, int depth, Block panel, float[] out, int outAt) {
    float[] w = panel.numbers();
    int ldw = panel.stride();
    int wAt = panel.at();
    FloatVector s0a = FloatVector.fromArray(SPECIES, out, outAt);
    FloatVector s0b = FloatVector.fromArray(SPECIES, out, outAt + LANES);
    FloatVector s0c = FloatVector.fromArray(SPECIES, out, outAt + 2 * LANES);
    FloatVector s0d = FloatVector.fromArray(SPECIES, out, outAt + 3 * LANES);
    for (int k = 0; k < depth; k++) {
      int at = wAt + k * ldw;
      FloatVector a = FloatVector.fromArray(SPECIES, w, at);
      FloatVector b = FloatVector.fromArray(SPECIES, w, at + LANES);
      FloatVector c = FloatVector.fromArray(SPECIES, w, at + 2 * LANES);
      FloatVector d = FloatVector.fromArray(SPECIES, w, at + 3 * LANES);
      FloatVector f0 = FloatVector.broadcast(SPECIES, x[xAt + k]);
      s0a = f0.fma(a, s0a);
      s0b = f0.fma(b, s0b);
      s0c = f0.fma(c, s0c);
      s0d = f0.fma(d, s0d);
    }
    s0a.intoArray(out, outAt);
    s0b.intoArray(out, outAt + LANES);
    s0c.intoArray(out, outAt + 2 * LANES);
    s0d.intoArray(out, outAt + 3 * LANES);
  }
}
