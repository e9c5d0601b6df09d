package org.inferscope.model.gpt2;

import java.util.Arrays;
import org.inferscope.compute.Backend;
import org.inferscope.compute.CausalRows;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.model.gpt2.Workspace.Purpose;

/**
 * Attention step by step, for scores that are wanted or patterns that are replaced; otherwise a
 * backend does all of it in one go. Compute thread.
 */
final class OpenAttention {
  private final Backend backend;
  private final Gpt2Config config;
  private final Workspace workspace;
  private final Recorder recorder;

  OpenAttention(Backend backend, Gpt2Config config, Workspace workspace, Recorder recorder) {
    this.backend = backend;
    this.config = config;
    this.workspace = workspace;
    this.recorder = recorder;
  }

  boolean isNeeded(int layer) {
    return recorder.touches(Site.SCORES, layer) || recorder.replaces(Site.PATTERN, layer);
  }

  /**
   * As {@link Backend#attention}, of a prompt without earlier tokens.
   *
   * @param q [T, D]
   * @param k [T, D]
   * @param v [T, D]
   * @param read [T, D]
   */
  void run(int layer, int prompt, MatrixView q, MatrixView k, MatrixView v, MatrixView read) {
    int tokens = q.rows();
    int width = config.headWidth();
    float scale = (float) (1 / Math.sqrt(width));
    MatrixView square = workspace.matrix(Purpose.SCORES, tokens, tokens);
    float[][] scores = recorder.triangles(tokens);
    for (int h = 0; h < config.heads(); h++) {
      MatrixView queries = Views.head(q, h, width);
      MatrixView keys = Views.head(k, h, width);
      recorder.run(
          Operation.SCORES,
          layer,
          // [T, D/H] x [D/H, T] -> [T, T]
          () -> backend.gemm(scale, queries, Layout.PLAIN, keys, Layout.TRANSPOSED, 0, square));
      pack(recorder.read(square), scores[h], tokens);
    }
    recorder.pairs(Site.SCORES, layer, prompt, scores);
    float[][] pattern = recorder.triangles(tokens);
    for (int h = 0; h < config.heads(); h++) {
      recorder.write(unpack(scores[h], tokens, Float.NEGATIVE_INFINITY), square);
      recorder.run(Operation.SOFTMAX, layer, () -> backend.causalSoftmax(square, 0, square));
      pack(recorder.read(square), pattern[h], tokens);
    }
    recorder.pairs(Site.PATTERN, layer, prompt, pattern);
    for (int h = 0; h < config.heads(); h++) {
      recorder.write(unpack(pattern[h], tokens, 0), square);
      MatrixView values = Views.head(v, h, width);
      MatrixView out = Views.head(read, h, width);
      recorder.run(
          Operation.MIX,
          layer,
          // [T, T] x [T, D/H] -> [T, D/H]
          () -> backend.gemm(1, square, Layout.PLAIN, values, Layout.PLAIN, 0, out));
    }
  }

  private static void pack(float[] square, float[] triangle, int tokens) {
    for (int row = 0; row < tokens; row++) {
      System.arraycopy(square, row * tokens, triangle, CausalRows.start(row, 0), row + 1);
    }
  }

  private static float[] unpack(float[] triangle, int tokens, float above) {
    float[] square = new float[tokens * tokens];
    Arrays.fill(square, above);
    for (int row = 0; row < tokens; row++) {
      System.arraycopy(triangle, CausalRows.start(row, 0), square, row * tokens, row + 1);
    }
    return square;
  }
}
