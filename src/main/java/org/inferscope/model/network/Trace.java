package org.inferscope.model.network;

import java.util.List;
import org.inferscope.tensor.Matrix;

/**
 * What a forward pass gave: every column's numbers for all inputs, and for one input also the sums
 * before bias and activation. Immutable, any thread.
 */
public final class Trace {
  private final Network network;
  private final InputBatch x;
  private final int row;
  private final Ablations off;
  private final List<Matrix> columns;
  private final List<float[]> sums;
  private final List<float[]> preActivations;
  private final List<ColumnStats> stats;

  Trace(
      Network network,
      InputBatch x,
      int row,
      Ablations off,
      List<Matrix> columns,
      List<float[]> sums,
      List<float[]> preActivations) {
    this.network = network;
    this.x = x;
    this.row = row;
    this.off = off;
    this.columns = List.copyOf(columns);
    this.sums = List.copyOf(sums);
    this.preActivations = List.copyOf(preActivations);
    stats = columns.stream().map(ColumnStats::of).toList();
  }

  /** The network as it is, with nothing switched off. */
  public Network network() {
    return network;
  }

  /** The inputs as they are, with nothing switched off. */
  public InputBatch x() {
    return x;
  }

  /** The input whose sums are kept. */
  public int row() {
    return row;
  }

  /** What was switched off. */
  public Ablations off() {
    return off;
  }

  /** T, the number of inputs. */
  public int batch() {
    return x.size();
  }

  /** Column c for all inputs [T, width of c]; units that are off are 0. */
  public Matrix column(int c) {
    return columns.get(c);
  }

  /** Column c for the input in focus [width of c]. */
  public float[] values(int c) {
    return columns.get(c).row(row);
  }

  /** What the last layer gives for the input in focus. */
  public float[] output() {
    return values(network.depth());
  }

  /** W·h of layer l for the input in focus, before the bias [O]. */
  public float[] sums(int l) {
    return sums.get(l).clone();
  }

  /** W·h + b of layer l for the input in focus, before the activation [O]. */
  public float[] preActivations(int l) {
    return preActivations.get(l).clone();
  }

  /** Figures of column c over all inputs. */
  public ColumnStats stats(int c) {
    return stats.get(c);
  }

  /** The largest size of any finite number in column c for the input in focus. */
  public float largest(int c) {
    float largest = 0;
    for (float value : values(c)) {
      if (Float.isFinite(value)) {
        largest = Math.max(largest, Math.abs(value));
      }
    }
    return largest;
  }
}
