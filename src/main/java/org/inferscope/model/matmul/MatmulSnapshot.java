package org.inferscope.model.matmul;

import java.util.List;
import java.util.Optional;
import org.inferscope.tensor.Matrix;

/**
 * What a {@link MatmulExplainer} explains: everything on screen at one moment.
 *
 * @param a [M, K]
 * @param b [K, N]
 * @param textsA the cells of A as typed, row by row; empty when not known
 * @param textsB the cells of B as typed, row by row; empty when not known
 * @param origin the preset that filled the matrices, if one did; cells changed since are told apart
 * @param program how C is computed; empty while the shapes do not fit
 * @param check the last check of these matrices, if there was one
 */
public record MatmulSnapshot(
    Matrix a,
    Matrix b,
    List<List<String>> textsA,
    List<List<String>> textsB,
    Optional<PresetRequest> origin,
    Optional<MatmulProgram> program,
    Optional<CheckResult> check) {
  /** Copies the lists. */
  public MatmulSnapshot {
    textsA = textsA.stream().map(List::copyOf).toList();
    textsB = textsB.stream().map(List::copyOf).toList();
  }

  /** Two matrices and how they are multiplied, with nothing known about where they came from. */
  public static MatmulSnapshot of(Matrix a, Matrix b, MatmulProgram program) {
    return new MatmulSnapshot(
        a, b, List.of(), List.of(), Optional.empty(), Optional.of(program), Optional.empty());
  }
}
