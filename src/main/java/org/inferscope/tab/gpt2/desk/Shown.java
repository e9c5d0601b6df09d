package org.inferscope.tab.gpt2.desk;

import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.Gpt2Trace;
import org.inferscope.model.gpt2.explain.Gpt2Explainer;

/**
 * A pass that is shown: the model, the tokens, and every number that was kept. Immutable; two are
 * the same only if they are one, so that views can tell a new pass by {@code !=}.
 */
public final class Shown {
  private final ModelInUse model;
  private final PromptTokens tokens;
  private final Gpt2Trace trace;
  private final double milliseconds;
  private final Gpt2Explainer explainer;

  Shown(ModelInUse model, PromptTokens tokens, Gpt2Trace trace, double milliseconds) {
    this.model = model;
    this.tokens = tokens;
    this.trace = trace;
    this.milliseconds = milliseconds;
    explainer = new Gpt2Explainer(trace, model.weights(), this::word);
  }

  /** The model that it was traced with; may be closed by now. */
  public ModelInUse model() {
    return model;
  }

  /** The model's sizes. */
  public Gpt2Config config() {
    return trace.config();
  }

  /** Its tokens. */
  public PromptTokens tokens() {
    return tokens;
  }

  /** Its numbers; ask {@link Gpt2Trace#has}, since of long prompts less is kept. */
  public Gpt2Trace trace() {
    return trace;
  }

  /** How long the pass took. */
  public double milliseconds() {
    return milliseconds;
  }

  /** Explains its numbers. */
  public Gpt2Explainer explainer() {
    return explainer;
  }

  /** Any token of the vocabulary as it is written on screen; while the model is open. */
  public String word(int id) {
    return TokenWords.of(model.tokenizer(), id);
  }
}
