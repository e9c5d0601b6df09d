package org.inferscope.model.gpt2;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Weights of any sizes that mean nothing, to measure with: uniform with the standard deviation of
 * GPT-2's initialisation, gains of 1, the same for the same seed. Any thread.
 */
public final class RandomWeights implements Gpt2Weights {
  private static final double DEVIATION = 0.02;

  /** Half the width of a uniform distribution whose standard deviation is 1. */
  private static final double HALF_WIDTH = Math.sqrt(3);

  private final Gpt2Config config;
  private final Map<String, FloatBuffer> values = new HashMap<>();

  /**
   * Makes them: half a second and 500 MB outside the Java heap for GPT-2 small.
   *
   * @param seed the same gives the same weights
   */
  public RandomWeights(Gpt2Config config, long seed) {
    this.config = config;
    SplittableRandom random = new SplittableRandom(seed);
    for (Gpt2Config.Parameter parameter : config.parameters()) {
      values.put(parameter.name(), numbers(parameter, random));
    }
  }

  private static FloatBuffer numbers(Gpt2Config.Parameter parameter, SplittableRandom random) {
    int size = Math.toIntExact(parameter.shape().size());
    FloatBuffer numbers =
        ByteBuffer.allocateDirect(Math.multiplyExact(size, Float.BYTES))
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    boolean gain = parameter.shape().rank() == 1 && parameter.name().endsWith(".weight");
    float scale = (float) (DEVIATION * HALF_WIDTH * 0x1p-31);
    for (int i = 0; i < size; i++) {
      numbers.put(i, (gain ? 1 : 0) + random.nextInt() * scale);
    }
    return numbers.asReadOnlyBuffer();
  }

  @Override
  public Gpt2Config config() {
    return config;
  }

  @Override
  public boolean hasUnembedding() {
    return false;
  }

  @Override
  public List<FloatBuffer> values(String name) {
    FloatBuffer numbers = values.get(name);
    if (numbers == null) {
      throw new IllegalArgumentException("no parameter " + name);
    }
    return List.of(numbers.duplicate());
  }

  /** Leaves the memory to the collector. */
  @Override
  public void close() {
    values.clear();
  }
}
