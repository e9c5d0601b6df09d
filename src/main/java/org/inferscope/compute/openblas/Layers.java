package org.inferscope.compute.openblas;

import java.util.Optional;
import org.inferscope.compute.CpuKernels;
import org.inferscope.compute.LayerWeights;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.compute.PanelMath;
import org.inferscope.compute.exec.Crew;

/** Chooses how a layer on its weights is computed. */
final class Layers {
  /** Up to so many rows, with panels, reading the weights takes most of the time. */
  private static final int FEW_FOR_PANELS = 16;

  /** With more rows, rearranging the weights pays: OpenBLAS is quicker. */
  private static final int MOST_FOR_PANELS = 384;

  /** Up to so many rows, without panels, vectors are quicker than what OpenBLAS has to arrange. */
  private static final int FEW_FOR_VECTORS = 8;

  private final Optional<OneRow> oneRow;
  private final Optional<ManyRows> manyRows;
  private final FewRows fewRows;
  private final BlasLayers blas;
  private final SplitProducts split;

  Layers(Crew crew, CpuKernels kernels, SplitProducts split) {
    Scratch.Pool pool = new Scratch.Pool();
    Optional<PanelMath> panels = kernels.panels();
    oneRow = panels.map(math -> new OneRow(crew, math));
    manyRows = panels.map(math -> new ManyRows(crew, math, pool));
    fewRows = new FewRows(crew, kernels.rows(), panels, pool);
    blas = new BlasLayers(crew);
    this.split = split;
  }

  /** Whether weights are of a kind that is computed here. */
  static boolean made(LayerWeights w) {
    return w instanceof PanelWeights || w instanceof Fp32Weights;
  }

  /** A layer on weights of these kinds; the sizes fit. */
  void layer(MatrixView x, LayerWeights w, LayerEnd end) {
    if (end.out().isEmpty()) {
      return;
    }
    if (w.inputs() == 0) {
      end.finish(
          new Grid.Block(0, 0, x.rows(), w.outputs()),
          new float[Math.multiplyExact(x.rows(), w.outputs())],
          0,
          w.outputs());
    } else if (w instanceof PanelWeights packed) {
      packed(x, packed, end.scaled(packed.scales()));
    } else {
      plain(x, (Fp32Weights) w, end);
    }
  }

  private void packed(MatrixView x, PanelWeights w, LayerEnd end) {
    if (x.rows() == 1) {
      oneRow.orElseThrow().layer(x, w, end);
    } else {
      manyRows.orElseThrow().layer(x, w, end);
    }
  }

  private void plain(MatrixView x, Fp32Weights w, LayerEnd end) {
    int few = manyRows.isPresent() ? FEW_FOR_PANELS : FEW_FOR_VECTORS;
    if (w.layout() == Layout.TRANSPOSED) {
      split.layer(x, w.matrix(), end);
    } else if (x.rows() <= few) {
      fewRows.layer(x, w, end);
    } else if (manyRows.isPresent() && x.rows() <= MOST_FOR_PANELS) {
      manyRows.get().layer(x, w, end);
    } else {
      blas.layer(x, w, end);
    }
  }
}
