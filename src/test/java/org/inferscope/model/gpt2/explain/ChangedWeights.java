package org.inferscope.model.gpt2.explain;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Random;
import org.inferscope.compute.InferscopeException;
import org.inferscope.model.gpt2.DemoModel;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.Gpt2Weights;
import org.jspecify.annotations.Nullable;

/** The demo model's weights with an unembedding of their own, in pieces, or no longer readable. */
final class ChangedWeights implements Gpt2Weights {
  private final DemoModel demo = new DemoModel();
  private final FloatBuffer unembedding;
  private @Nullable RuntimeException problem;

  ChangedWeights(long seed) {
    Random random = new Random(seed);
    float[] numbers = new float[config().vocabulary() * config().width()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) random.nextGaussian() / 10;
    }
    unembedding = DemoModel.direct(numbers);
  }

  /** From now on nothing can be read. */
  void fail(RuntimeException reason) {
    problem = reason;
  }

  @Override
  public Gpt2Config config() {
    return demo.config();
  }

  @Override
  public boolean hasUnembedding() {
    return true;
  }

  /** Two pieces, the first of which ends within a row. */
  @Override
  public List<FloatBuffer> values(String name) throws InferscopeException {
    RuntimeException reason = problem;
    if (reason != null) {
      throw reason;
    }
    FloatBuffer whole = name.equals(UNEMBEDDING) ? unembedding : demo.values(name).get(0);
    int cut = whole.capacity() / 3 + 1;
    return List.of(whole.slice(0, cut), whole.slice(cut, whole.capacity() - cut));
  }

  @Override
  public void close() {}
}
