package org.inferscope.model.network.explain;

import org.inferscope.model.network.Ablations;
import org.inferscope.model.network.Network;
import org.inferscope.model.network.Trace;

/**
 * The numbers of a run by place, with what is switched off counted as 0. Sums that the trace does
 * not keep, those of inputs out of focus, are computed anew from the column before, in float32.
 */
final class Run {
  private final Trace trace;
  private final Network network;
  private final Ablations off;

  Run(Trace trace) {
    this.trace = trace;
    network = trace.network();
    off = trace.off();
  }

  int depth() {
    return network.depth();
  }

  int batch() {
    return trace.batch();
  }

  int width(int c) {
    return network.width(c);
  }

  boolean isUnit(int c, int row, int i) {
    return c >= 0 && c <= depth() && row >= 0 && row < batch() && i >= 0 && i < width(c);
  }

  boolean isOff(int c, int i) {
    return off.has(c, i);
  }

  boolean isOff(int l, int i, int j) {
    return !off.links().isEmpty() && off.links().contains(new Ablations.Link(l, i, j));
  }

  /** Number i of column c. */
  float value(int c, int row, int i) {
    return trace.column(c).get(row, i);
  }

  float weight(int l, int i, int j) {
    return isOff(l, i, j) ? 0 : network.layer(l).w().get(i, j);
  }

  float bias(int l, int i) {
    return network.layer(l).b().get(i, 0);
  }

  float product(int l, int row, int i, int j) {
    return weight(l, i, j) * value(l, row, j);
  }

  /** W·h of unit i of layer l as shown. */
  float sum(int l, int row, int i) {
    if (row == trace.row()) {
      return trace.sums(l)[i];
    }
    float sum = 0;
    for (int j = 0; j < width(l); j++) {
      sum += product(l, row, i, j);
    }
    return sum;
  }

  /** W·h + b of unit i of layer l as shown. */
  float preActivation(int l, int row, int i) {
    return row == trace.row() ? trace.preActivations(l)[i] : sum(l, row, i) + bias(l, i);
  }

  /** W·h + b of all units of layer l [O]. */
  double[] preActivations(int l, int row) {
    double[] z = new double[width(l + 1)];
    float[] kept = row == trace.row() ? trace.preActivations(l) : new float[0];
    for (int i = 0; i < z.length; i++) {
      z[i] = kept.length > 0 ? kept[i] : preActivation(l, row, i);
    }
    return z;
  }

  /** W·h of unit i of layer l in float64, from the float32 numbers of the column before. */
  double exactSum(int l, int row, int i) {
    double sum = 0;
    for (int j = 0; j < width(l); j++) {
      sum += (double) weight(l, i, j) * value(l, row, j);
    }
    return sum;
  }
}
