package org.inferscope.compute.vector;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
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

  /** As many numbers of 16 bits as there are float32 in a vector. */
  private static final VectorSpecies<Short> SHORTS =
      VectorSpecies.of(short.class, VectorShape.forBitSize(LANES * Short.SIZE));

  /** As many bytes as there are float32 in a vector. */
  private static final VectorSpecies<Byte> BYTES =
      VectorSpecies.of(byte.class, VectorShape.forBitSize(LANES * Byte.SIZE));

  private static final int HALF = 16;

  @Override
  public int width() {
    return PanelProductKernels.WIDTH;
  }

  @Override
  public void multiply(Block x, int rows, int depth, Block w, Block out) {
    PanelProductKernels.multiply(x, rows, depth, w, out);
  }

  @Override
  public void multiply(float[] x, int from, int depth, short[] w, float[] out) {
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
  public void widen(short[] from, int start, int depth, float[] to, int at, int stride) {
    for (int k = 0; k < depth; k++) {
      int source = start + k * 4 * LANES;
      int target = at + k * stride;
      float32(from, source).intoArray(to, target);
      float32(from, source + LANES).intoArray(to, target + LANES);
      float32(from, source + 2 * LANES).intoArray(to, target + 2 * LANES);
      float32(from, source + 3 * LANES).intoArray(to, target + 3 * LANES);
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

  /** A float32 whose lower half is zero. */
  private static FloatVector float32(short[] w, int at) {
    IntVector bits =
        (IntVector) ShortVector.fromArray(SHORTS, w, at).convertShape(VectorOperators.S2I, INTS, 0);
    return bits.lanewise(VectorOperators.LSHL, HALF).reinterpretAsFloats();
  }

  private static FloatVector float32(byte[] w, int at) {
    return (FloatVector)
        ByteVector.fromArray(BYTES, w, at).convertShape(VectorOperators.B2F, SPECIES, 0);
  }
}
