package org.inferscope.compute.bench;

import java.util.Arrays;
import org.inferscope.compute.StreamKernels;
import org.inferscope.text.Texts;

/**
 * In plain Java, as far as it goes: comparing two halves of an array is how it reads quickest,
 * since sums of float32 are not turned into vectors; and it keeps nothing in vector registers.
 */
final class PlainKernels implements StreamKernels {
  @Override
  public String name() {
    return Texts.get("compute.machine.plain");
  }

  @Override
  public float read(float[] x, int from, int count) {
    int middle = from + count / 2;
    return Arrays.mismatch(x, from, middle, x, middle, from + count);
  }

  @Override
  public void triad(float[] a, float[] b, float[] c, int from, int count) {
    for (int i = from; i < from + count; i++) {
      a[i] = b[i] + 0.5f * c[i];
    }
  }

  @Override
  public float multiplyAdd(int rounds) {
    throw new UnsupportedOperationException("multiplyAdd");
  }

  @Override
  public int flopsInRound() {
    return 0;
  }
}
