package org.inferscope.model.gpt2;

import java.util.List;
import org.inferscope.compute.Backend;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.VectorView;
import org.inferscope.model.gpt2.Keep.Logits;
import org.inferscope.model.gpt2.Recorder.Span;
import org.inferscope.model.gpt2.Workspace.Purpose;

/** From the residual stream to logits: the final layer norm and the unembedding. Compute thread. */
final class Unembedding {
  /** Rows of logits at a time: 13 MB for GPT-2's vocabulary. */
  private static final int ROWS = 64;

  private final Gpt2 model;
  private final Backend backend;
  private final Recorder recorder;
  private final Runnable checkpoint;

  Unembedding(Gpt2 model, Recorder recorder, Runnable checkpoint) {
    this.model = model;
    backend = model.backend();
    this.recorder = recorder;
    this.checkpoint = checkpoint;
  }

  /**
   * Logits of the tokens that are wanted.
   *
   * @param stream [N, D]
   * @return N arrays of V numbers, or of none where they are not wanted
   */
  float[][] run(MatrixView stream, List<Span> spans, Keep keep) {
    float[][] logits = new float[stream.rows()][0];
    boolean all = keep.logits() == Logits.ALL;
    if (all || recorder.touches(Site.LN_FINAL, 0)) {
      MatrixView normal = norm(stream);
      recorder.rows(Site.LN_FINAL, 0, normal);
      if (all) {
        unembed(normal, 0, logits);
      } else if (keep.logits() == Logits.LAST) {
        spans.forEach(span -> unembed(Views.rows(normal, last(span), 1), last(span), logits));
      }
    } else if (keep.logits() == Logits.LAST) {
      spans.forEach(span -> unembed(norm(Views.rows(stream, last(span), 1)), last(span), logits));
    }
    return logits;
  }

  private static int last(Span span) {
    return span.start() + span.count() - 1;
  }

  /** The final layer norm [n, D], in the workspace. */
  MatrixView norm(MatrixView stream) {
    Gpt2Config config = model.config();
    MatrixView normal = model.workspace().matrix(Purpose.NORMAL, stream.rows(), config.width());
    PlacedParameters parameters = model.parameters();
    VectorView gain = parameters.vector("ln_f.weight");
    VectorView bias = parameters.vector("ln_f.bias");
    recorder.run(
        Operation.FINAL_NORM,
        0,
        () -> backend.layerNorm(stream, gain, bias, config.epsilon(), normal));
    return normal;
  }

  /** Logits of normalised rows [n, D] into the arrays from a row on. */
  void unembed(MatrixView normal, int first, float[][] logits) {
    int vocabulary = model.config().vocabulary();
    for (int done = 0; done < normal.rows(); done += ROWS) {
      checkpoint.run();
      int count = Math.min(ROWS, normal.rows() - done);
      MatrixView some = model.workspace().matrix(Purpose.LOGITS, count, vocabulary);
      MatrixView rows = Views.rows(normal, done, count);
      recorder.run(
          Operation.LOGITS,
          0,
          // [n, D] x [D, V] -> [n, V]
          () -> backend.product(rows, model.layers().unembedding(), some));
      for (int i = 0; i < count; i++) {
        float[] row = new float[vocabulary];
        backend.download(some.tensor(), some.offset() + (long) i * vocabulary, row);
        logits[first + done + i] = row;
      }
    }
  }
}
