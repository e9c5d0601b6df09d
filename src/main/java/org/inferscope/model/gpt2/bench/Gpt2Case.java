package org.inferscope.model.gpt2.bench;

import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.DType;

/**
 * What is measured. Immutable, any thread.
 *
 * @param phase what is done
 * @param promptTokens T, tokens of the prompt
 * @param format how weights are kept
 */
public record Gpt2Case(Phase phase, int promptTokens, DType format) {

  /** What a model does with a prompt. */
  public enum Phase {
    /** Runs a prompt for the logits after its last token. */
    PREFILL("prefill"),
    /** The same, and keeps all hidden states and attention probabilities. */
    PREFILL_WITH_TRACE("prefill+trace"),
    /** Runs one more token after a prompt, on what was kept of it. */
    DECODE("decode");

    private final String key;

    Phase(String key) {
      this.key = key;
    }

    /** Stable name for files. */
    public String key() {
      return key;
    }
  }

  /** Refuses a prompt without tokens. */
  public Gpt2Case {
    Args.positive(promptTokens, "promptTokens");
  }

  /** Tokens that go through the model in one run. */
  public int tokens() {
    return phase == Phase.DECODE ? 1 : promptTokens;
  }

  /**
   * Floating-point operations of one run: two for each weight of a block and token, four for each
   * pair of a token and one it sees and each dimension, and two for each weight of the unembedding.
   * Norms, softmax and GELU are left out, as everywhere.
   */
  public double flops(Gpt2Config config) {
    double width = config.width();
    double pairs =
        phase == Phase.DECODE ? promptTokens + 1 : (double) promptTokens * (promptTokens + 1) / 2;
    double weights = blockWeights(config) * tokens();
    return 2 * weights + 4 * pairs * width * config.layers() + 2 * width * config.vocabulary();
  }

  /**
   * Bytes that one run reads at least: every weight of the blocks and of the unembedding once, and
   * keys and values of the tokens before.
   */
  public double bytes(Gpt2Config config) {
    double weights = blockWeights(config) + (double) config.width() * config.vocabulary();
    double seen = phase == Phase.DECODE ? promptTokens : 0;
    return weights * format.bytes() + 2.0 * Float.BYTES * seen * config.width() * config.layers();
  }

  /** Weights of all blocks' matrices. */
  private static double blockWeights(Gpt2Config config) {
    double width = config.width();
    return config.layers() * (4 * width * width + 2 * width * config.inner());
  }
}
