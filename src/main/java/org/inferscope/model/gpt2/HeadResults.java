package org.inferscope.model.gpt2;

import java.util.List;
import org.inferscope.compute.Backend;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.model.gpt2.Recorder.Span;
import org.inferscope.model.gpt2.Workspace.Purpose;

/** What each head alone adds to the residual stream. Compute thread. */
final class HeadResults {
  private final Backend backend;
  private final Gpt2Config config;
  private final Workspace workspace;
  private final Recorder recorder;

  HeadResults(Backend backend, Gpt2Config config, Workspace workspace, Recorder recorder) {
    this.backend = backend;
    this.config = config;
    this.workspace = workspace;
    this.recorder = recorder;
  }

  /**
   * Computes the results of all heads, and leaves their sum in the workspace if some are replaced.
   *
   * @param read [N, D], head after head
   * @param out [D, D], the layer after attention; a head's rows lie together. Always the weights of
   *     32 bits
   */
  void run(int layer, List<Span> spans, MatrixView read, MatrixView out) {
    for (int prompt = 0; prompt < spans.size(); prompt++) {
      Span span = spans.get(prompt);
      float[] results = results(Views.rows(read, span.start(), span.count()), out);
      recorder.rows(Site.RESULT, layer, prompt, results);
      if (recorder.replaces(Site.RESULT, layer)) {
        MatrixView added = workspace.matrix(Purpose.ADDED, read.rows(), config.width());
        recorder.write(sums(results, span.count()), Views.rows(added, span.start(), span.count()));
      }
    }
  }

  /** [T, H·D]. */
  private float[] results(MatrixView read, MatrixView out) {
    int tokens = read.rows();
    int width = config.width();
    int headWidth = config.headWidth();
    float[] results = new float[Math.multiplyExact(tokens, config.heads() * width)];
    MatrixView one = workspace.matrix(Purpose.NORMAL, tokens, width);
    for (int h = 0; h < config.heads(); h++) {
      MatrixView weights = Views.rows(out, h * headWidth, headWidth);
      // [T, D/H] x [D/H, D] -> [T, D]
      backend.gemm(1, Views.head(read, h, headWidth), Layout.PLAIN, weights, Layout.PLAIN, 0, one);
      float[] values = recorder.read(one);
      for (int t = 0; t < tokens; t++) {
        System.arraycopy(values, t * width, results, (t * config.heads() + h) * width, width);
      }
    }
    return results;
  }

  /** [T, D]: the results of all heads added up. */
  private float[] sums(float[] results, int tokens) {
    int width = config.width();
    float[] sums = new float[tokens * width];
    for (int t = 0; t < tokens; t++) {
      for (int j = 0; j < width; j++) {
        double sum = 0;
        for (int h = 0; h < config.heads(); h++) {
          sum += results[(t * config.heads() + h) * width + j];
        }
        sums[t * width + j] = (float) sum;
      }
    }
    return sums;
  }
}
