package org.inferscope.model.network;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.compute.JobContext;
import org.inferscope.compute.Work;
import org.inferscope.model.linear.LinearLayer;
import org.inferscope.model.matmul.CheckResult;
import org.inferscope.tensor.Matrix;

/**
 * Holds a run against the plain loop, layer by layer for the input in focus: the loop gets what the
 * layer got, so that differences of one layer do not hide in those of the ones before. Of layers
 * with many weights it takes some units, evenly spread.
 *
 * @param trace the run
 */
public record NetworkCheck(Trace trace) implements Work<CheckResult> {
  /** The most multiply-adds in a layer, so that a drag is not held up. */
  private static final int MOST_PRODUCTS = 200_000;

  @Override
  public CheckResult run(JobContext context) {
    Network network = trace.off().applyTo(trace.network());
    List<Float> loop = new ArrayList<>();
    List<Float> backend = new ArrayList<>();
    double tolerance = 0;
    for (int l = 0; l < network.depth(); l++) {
      context.checkCancelled();
      LinearLayer layer = network.layer(l).linear();
      float[] h = trace.values(l);
      Matrix input = Matrix.owning(1, h.length, h);
      float[] z = trace.preActivations(l);
      float[] f = network.layer(l).activation().of(z);
      float[] a = trace.values(l + 1);
      int stride = stride(layer);
      for (int i = 0; i < z.length; i += stride) {
        loop.add(layer.output(input, 0, i));
        backend.add(z[i]);
        loop.add(trace.off().has(l + 1, i) ? 0 : f[i]);
        backend.add(a[i]);
        tolerance = Math.max(tolerance, tolerance(layer, h, i));
      }
    }
    return new CheckResult(
        row(loop), row(backend), context.backend().device().backend(), tolerance);
  }

  /**
   * What a column of the result is about.
   *
   * @param layer from 0
   * @param i the unit, from 0
   * @param activation whether it is what the unit gives, not its sum with bias
   */
  public record Place(int layer, int i, boolean activation) {}

  /**
   * What a column of the result is about.
   *
   * @throws IndexOutOfBoundsException if it has fewer columns
   */
  public Place place(int column) {
    int left = column / 2;
    for (int l = 0; l < trace.network().depth(); l++) {
      LinearLayer layer = trace.network().layer(l).linear();
      int stride = stride(layer);
      int taken = (layer.outputs() + stride - 1) / stride;
      if (left < taken) {
        return new Place(l, left * stride, column % 2 == 1);
      }
      left -= taken;
    }
    throw new IndexOutOfBoundsException(column);
  }

  /** Every how many units one is taken. */
  private static int stride(LinearLayer layer) {
    long products = (long) layer.outputs() * layer.inputs();
    return (int) Math.max(1, (products + MOST_PRODUCTS - 1) / MOST_PRODUCTS);
  }

  /** What rounding alone may bring about in a unit's sum; an activation passes on little more. */
  private static double tolerance(LinearLayer layer, float[] h, int i) {
    double magnitude = Math.abs(layer.b().get(i, 0));
    for (int j = 0; j < h.length; j++) {
      magnitude += Math.abs((double) layer.w().get(i, j) * h[j]);
    }
    return 2 * CheckResult.rounding(layer.terms(), magnitude);
  }

  private static Matrix row(List<Float> values) {
    return Matrix.generate(1, values.size(), (row, j) -> values.get(j));
  }
}
