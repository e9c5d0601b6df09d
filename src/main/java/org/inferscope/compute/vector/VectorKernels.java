package org.inferscope.compute.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.inferscope.compute.StreamKernels;
import org.inferscope.text.Texts;

/** In the widest vectors the processor has. */
final class VectorKernels implements StreamKernels {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /** A multiply-add takes four clocks and two begin in each, so that 8 chains are the least. */
  private static final int CHAINS = 12;

  @Override
  public String name() {
    return Texts.get("compute.machine.vectors", LANES);
  }

  @Override
  public float read(float[] x, int from, int count) {
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    for (int i = from; i < from + count; i += 4 * LANES) {
      s0 = s0.add(FloatVector.fromArray(SPECIES, x, i));
      s1 = s1.add(FloatVector.fromArray(SPECIES, x, i + LANES));
      s2 = s2.add(FloatVector.fromArray(SPECIES, x, i + 2 * LANES));
      s3 = s3.add(FloatVector.fromArray(SPECIES, x, i + 3 * LANES));
    }
    return s0.add(s1).add(s2.add(s3)).reduceLanes(VectorOperators.ADD);
  }

  @Override
  public void triad(float[] a, float[] b, float[] c, int from, int count) {
    FloatVector half = FloatVector.broadcast(SPECIES, 0.5f);
    for (int i = from; i < from + count; i += LANES) {
      FloatVector.fromArray(SPECIES, c, i)
          .fma(half, FloatVector.fromArray(SPECIES, b, i))
          .intoArray(a, i);
    }
  }

  @Override
  public float multiplyAdd(int rounds) {
    FloatVector x = FloatVector.broadcast(SPECIES, 0.999f);
    FloatVector y = FloatVector.broadcast(SPECIES, 1e-3f);
    FloatVector s0 = x;
    FloatVector s1 = x;
    FloatVector s2 = x;
    FloatVector s3 = x;
    FloatVector s4 = x;
    FloatVector s5 = x;
    FloatVector s6 = x;
    FloatVector s7 = x;
    FloatVector s8 = x;
    FloatVector s9 = x;
    FloatVector s10 = x;
    FloatVector s11 = x;
    for (int round = 0; round < rounds; round++) {
      s0 = x.fma(y, s0);
      s1 = x.fma(y, s1);
      s2 = x.fma(y, s2);
      s3 = x.fma(y, s3);
      s4 = x.fma(y, s4);
      s5 = x.fma(y, s5);
      s6 = x.fma(y, s6);
      s7 = x.fma(y, s7);
      s8 = x.fma(y, s8);
      s9 = x.fma(y, s9);
      s10 = x.fma(y, s10);
      s11 = x.fma(y, s11);
    }
    FloatVector first = s0.add(s1).add(s2.add(s3)).add(s4.add(s5));
    FloatVector second = s6.add(s7).add(s8.add(s9)).add(s10.add(s11));
    return first.add(second).reduceLanes(VectorOperators.ADD);
  }

  @Override
  public int flopsInRound() {
    return 2 * LANES * CHAINS;
  }
}
