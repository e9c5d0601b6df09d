package org.inferscope.compute.openblas;

import java.util.Arrays;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.PanelMath;
import org.inferscope.compute.exec.Crew;

/** One row times weights in fewer bits, which become float32 in registers only. */
final class OneRow {
  /** Fewer weights a part than this, and handing it out costs too much. */
  private static final int FEWEST = 1 << 17;

  private final Crew crew;
  private final PanelMath math;

  OneRow(Crew crew, PanelMath math) {
    this.crew = crew;
    this.math = math;
  }

  /**
   * A layer, none of whose matrices is empty.
   *
   * @param x [1, I]
   * @param w [I, O]
   */
  void layer(MatrixView x, PanelWeights w, LayerEnd end) {
    float[] inputs = new float[x.cols()];
    Rows.window(x, 0, 1).get(inputs);
    int width = math.width();
    int panels = (w.outputs() + width - 1) / width;
    long parts = Math.min(panels, (long) w.inputs() * w.outputs() / FEWEST);
    Grid grid = new Grid(panels, 1, (int) Math.max(1, parts), 1);
    crew.run(
        grid.parts(),
        part -> {
          Grid.Block some = grid.block(part);
          float[] sums = new float[width];
          for (int panel = some.row(); panel < some.row() + some.rows(); panel++) {
            Arrays.fill(sums, 0);
            w.multiply(panel, inputs, sums);
            int count = Math.min(width, w.outputs() - panel * width);
            end.finish(new Grid.Block(0, panel * width, 1, count), sums, 0, width);
          }
        });
  }
}
