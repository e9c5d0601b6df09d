package org.inferscope.model.linear;

import java.util.List;
import java.util.Optional;
import org.inferscope.model.matmul.CheckResult;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Matrix;

/** Snapshots that differ from {@link LinearSnapshot#of} in one thing. */
final class Snapshots {
  private Snapshots() {}

  static LinearSnapshot inPrecision(LinearLayer layer, Matrix x, DType precision) {
    return new LinearSnapshot(
        layer,
        x,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        precision,
        Optional.empty(),
        Optional.empty());
  }

  static LinearSnapshot checked(Matrix x, DType precision, CheckResult check) {
    return new LinearSnapshot(
        Layers.notebook(),
        x,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        precision,
        Optional.of(check),
        Optional.empty());
  }

  static LinearSnapshot compared(Matrix x, TorchComparison torch) {
    return new LinearSnapshot(
        Layers.notebook(),
        x,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        DType.FP32,
        Optional.empty(),
        Optional.of(torch));
  }

  static LinearSnapshot filled(
      LinearLayer layer, Matrix x, Optional<InitRequest> origin, Optional<Long> inputSeed) {
    return new LinearSnapshot(
        layer,
        x,
        List.of(),
        List.of(),
        List.of(),
        origin,
        inputSeed,
        DType.FP32,
        Optional.empty(),
        Optional.empty());
  }

  static LinearSnapshot typed(
      LinearLayer layer,
      Matrix x,
      List<List<String>> textsW,
      List<List<String>> textsB,
      List<List<String>> textsX,
      Optional<InitRequest> origin) {
    return new LinearSnapshot(
        layer,
        x,
        textsW,
        textsB,
        textsX,
        origin,
        Optional.empty(),
        DType.FP32,
        Optional.empty(),
        Optional.empty());
  }
}
