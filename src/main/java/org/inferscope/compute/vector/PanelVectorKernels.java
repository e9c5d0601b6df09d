package org.inferscope.compute.vector;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import org.inferscope.compute.PanelMath;

/**
 * Products with panels of weights in three formats. One row alone goes with two rows of a panel at
 * a time, so that no sum waits for itself.
 */
final class PanelVectorKernels implements PanelMath {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /** As many bytes as there are float32 in a vector. */
  private static final VectorSpecies<Byte> BYTES =
      VectorSpecies.of(byte.class, VectorShape.forBitSize(LANES * Byte.SIZE));

  private static final int HALF = 16;
  private static final int UPPER_HALF = 0xffff0000;

  @Override
  public int width() {
    return PanelProductKernels.WIDTH;
  }

  @Override
  public void multiply(Block x, int rows, int depth, Block w, Block out) {
    PanelProductKernels.multiply(x, rows, depth, w, out);
  }

  @Override
  public void multiply(float[] x, int from, int depth, int[] w, float[] out) {
    FloatVector s0 = FloatVector.fromArray(SPECIES, out, 0);
    FloatVector s1 = FloatVector.fromArray(SPECIES, out, LANES);
    FloatVector s2 = FloatVector.fromArray(SPECIES, out, 2 * LANES);
    FloatVector s3 = FloatVector.fromArray(SPECIES, out, 3 * LANES);
    FloatVector t0 = FloatVector.zero(SPECIES);
    FloatVector t1 = FloatVector.zero(SPECIES);
    FloatVector t2 = FloatVector.zero(SPECIES);
    FloatVector t3 = FloatVector.zero(SPECIES);
    int k = 0;
    for (; k + 1 < depth; k += 2) {
      int at = k * 2 * LANES;
      FloatVector f0 = FloatVector.broadcast(SPECIES, x[from + k]);
      IntVector a0 = IntVector.fromArray(INTS, w, at);
      IntVector b0 = IntVector.fromArray(INTS, w, at + LANES);
      s0 = f0.fma(lower(a0), s0);
      s1 = f0.fma(upper(a0), s1);
      s2 = f0.fma(lower(b0), s2);
      s3 = f0.fma(upper(b0), s3);
      FloatVector f1 = FloatVector.broadcast(SPECIES, x[from + k + 1]);
      IntVector a1 = IntVector.fromArray(INTS, w, at + 2 * LANES);
      IntVector b1 = IntVector.fromArray(INTS, w, at + 3 * LANES);
      t0 = f1.fma(lower(a1), t0);
      t1 = f1.fma(upper(a1), t1);
      t2 = f1.fma(lower(b1), t2);
      t3 = f1.fma(upper(b1), t3);
    }
    if (k < depth) {
      int at = k * 2 * LANES;
      FloatVector f = FloatVector.broadcast(SPECIES, x[from + k]);
      IntVector a = IntVector.fromArray(INTS, w, at);
      IntVector b = IntVector.fromArray(INTS, w, at + LANES);
      s0 = f.fma(lower(a), s0);
      s1 = f.fma(upper(a), s1);
      s2 = f.fma(lower(b), s2);
      s3 = f.fma(upper(b), s3);
    }
    s0.add(t0).intoArray(out, 0);
    s1.add(t1).intoArray(out, LANES);
    s2.add(t2).intoArray(out, 2 * LANES);
    s3.add(t3).intoArray(out, 3 * LANES);
  }

  @Override
  public void multiply(float[] x, int from, int depth, byte[] w, float[] out) {
    FloatVector s0 = FloatVector.fromArray(SPECIES, out, 0);
    FloatVector s1 = FloatVector.fromArray(SPECIES, out, LANES);
    FloatVector s2 = FloatVector.fromArray(SPECIES, out, 2 * LANES);
    FloatVector s3 = FloatVector.fromArray(SPECIES, out, 3 * LANES);
    FloatVector t0 = FloatVector.zero(SPECIES);
    FloatVector t1 = FloatVector.zero(SPECIES);
    FloatVector t2 = FloatVector.zero(SPECIES);
    FloatVector t3 = FloatVector.zero(SPECIES);
    int k = 0;
    for (; k + 1 < depth; k += 2) {
      int at = k * 4 * LANES;
      FloatVector f0 = FloatVector.broadcast(SPECIES, x[from + k]);
      s0 = f0.fma(float32(w, at), s0);
      s1 = f0.fma(float32(w, at + LANES), s1);
      s2 = f0.fma(float32(w, at + 2 * LANES), s2);
      s3 = f0.fma(float32(w, at + 3 * LANES), s3);
      FloatVector f1 = FloatVector.broadcast(SPECIES, x[from + k + 1]);
      t0 = f1.fma(float32(w, at + 4 * LANES), t0);
      t1 = f1.fma(float32(w, at + 5 * LANES), t1);
      t2 = f1.fma(float32(w, at + 6 * LANES), t2);
      t3 = f1.fma(float32(w, at + 7 * LANES), t3);
    }
    if (k < depth) {
      int at = k * 4 * LANES;
      FloatVector f = FloatVector.broadcast(SPECIES, x[from + k]);
      s0 = f.fma(float32(w, at), s0);
      s1 = f.fma(float32(w, at + LANES), s1);
      s2 = f.fma(float32(w, at + 2 * LANES), s2);
      s3 = f.fma(float32(w, at + 3 * LANES), s3);
    }
    s0.add(t0).intoArray(out, 0);
    s1.add(t1).intoArray(out, LANES);
    s2.add(t2).intoArray(out, 2 * LANES);
    s3.add(t3).intoArray(out, 3 * LANES);
  }

  @Override
  public void widen(int[] from, int start, int depth, float[] to, int at, int stride) {
    for (int k = 0; k < depth; k++) {
      IntVector a = IntVector.fromArray(INTS, from, start + k * 2 * LANES);
      IntVector b = IntVector.fromArray(INTS, from, start + k * 2 * LANES + LANES);
      int target = at + k * stride;
      lower(a).intoArray(to, target);
      upper(a).intoArray(to, target + LANES);
      lower(b).intoArray(to, target + 2 * LANES);
      upper(b).intoArray(to, target + 3 * LANES);
    }
  }

  @Override
  public void widen(byte[] from, int start, int depth, float[] to, int at, int stride) {
    for (int k = 0; k < depth; k++) {
      int source = start + k * 4 * LANES;
      int target = at + k * stride;
      float32(from, source).intoArray(to, target);
      float32(from, source + LANES).intoArray(to, target + LANES);
      float32(from, source + 2 * LANES).intoArray(to, target + 2 * LANES);
      float32(from, source + 3 * LANES).intoArray(to, target + 3 * LANES);
    }
  }

  /** The weights in the lower halves. */
  private static FloatVector lower(IntVector pairs) {
    return pairs.lanewise(VectorOperators.LSHL, HALF).reinterpretAsFloats();
  }

  /** The weights in the upper halves. */
  private static FloatVector upper(IntVector pairs) {
    return pairs.and(UPPER_HALF).reinterpretAsFloats();
  }

  private static FloatVector float32(byte[] w, int at) {
    return (FloatVector)
        ByteVector.fromArray(BYTES, w, at).convertShape(VectorOperators.B2F, SPECIES, 0);
  }
}
