package org.inferscope.model.gpt2.whatif;

import java.nio.FloatBuffer;
import org.inferscope.model.gpt2.Gpt2Weights;
import org.inferscope.tensor.Args;

/** Reads rows of a model's parameters; where weights may be read. */
final class ParameterRows {
  private ParameterRows() {}

  /** What a token's logit is read with: its row of the unembedding, D numbers. */
  static float[] unembedding(Gpt2Weights weights, int id) {
    Args.index(id, weights.config().vocabulary(), "id");
    String name = weights.hasUnembedding() ? Gpt2Weights.UNEMBEDDING : "wte.weight";
    int width = weights.config().width();
    return read(weights, name, (long) id * width, width);
  }

  /** A vector: a gain or a bias. */
  static float[] vector(Gpt2Weights weights, String name) {
    return read(weights, name, 0, weights.config().width());
  }

  /** Some numbers of a parameter, from one on. */
  static float[] read(Gpt2Weights weights, String name, long from, int count) {
    float[] numbers = new float[count];
    long start = 0;
    for (FloatBuffer piece : weights.values(name)) {
      long first = Math.max(from, start);
      long end = Math.min(from + count, start + piece.limit());
      if (first < end) {
        piece
            .duplicate()
            .position((int) (first - start))
            .get(numbers, (int) (first - from), (int) (end - first));
      }
      start += piece.limit();
    }
    return numbers;
  }
}
