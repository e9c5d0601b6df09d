package org.inferscope.model.linear;

import java.util.List;
import java.util.Optional;
import org.inferscope.model.matmul.CheckResult;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Matrix;

/**
 * What a {@link LinearExplainer} explains: everything on screen at one moment.
 *
 * @param layer the layer
 * @param x inputs [T, I], one row or more
 * @param textsW the cells of W as typed, row by row; empty when not known
 * @param textsB the cells of b as typed, one a row; empty when not known
 * @param textsX the cells of x as typed, row by row; empty when not known
 * @param origin what filled W and b, if something did; cells changed since are told apart
 * @param inputSeed the seed of {@link Inputs#random} that filled x, if one did; as for origin
 * @param precision the number format that outputs are shown in
 * @param check the last check of this layer on these inputs, if there was one
 * @param torch the last comparison with PyTorch, if there was one
 */
public record LinearSnapshot(
    LinearLayer layer,
    Matrix x,
    List<List<String>> textsW,
    List<List<String>> textsB,
    List<List<String>> textsX,
    Optional<InitRequest> origin,
    Optional<Long> inputSeed,
    DType precision,
    Optional<CheckResult> check,
    Optional<TorchComparison> torch) {
  /** Copies the lists, and refuses inputs that do not fit the layer. */
  public LinearSnapshot {
    Args.require(
        x.rows() > 0 && x.cols() == layer.inputs(),
        "x",
        x.shapeText(),
        "1 row or more of " + layer.inputs());
    textsW = textsW.stream().map(List::copyOf).toList();
    textsB = textsB.stream().map(List::copyOf).toList();
    textsX = textsX.stream().map(List::copyOf).toList();
  }

  /** A layer and its inputs in FP32, with nothing known about where they came from. */
  public static LinearSnapshot of(LinearLayer layer, Matrix x) {
    return new LinearSnapshot(
        layer,
        x,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        DType.FP32,
        Optional.empty(),
        Optional.empty());
  }

  /** T, rows of the batch. */
  public int batch() {
    return x.rows();
  }
}
