package org.inferscope.tab.gpt2.desk;

import java.lang.ref.SoftReference;
import java.util.concurrent.CancellationException;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.Gpt2Trace;
import org.inferscope.model.gpt2.explain.Gpt2Explainer;
import org.jspecify.annotations.Nullable;

/**
 * A pass that is shown: the model, the tokens, and every number that was kept. Any thread; two are
 * the same only if they are one, so that views can tell a new pass by {@code !=}.
 */
public final class Shown {
  private final ModelInUse model;
  private final PromptTokens tokens;
  private final Gpt2Config config;
  private final double milliseconds;

  /** Once another pass has taken its place, only while there is memory for it. */
  private final SoftReference<Gpt2Trace> kept;

  private volatile @Nullable Gpt2Trace trace;
  private volatile @Nullable Gpt2Explainer explainer;

  Shown(ModelInUse model, PromptTokens tokens, Gpt2Trace trace, double milliseconds) {
    this.model = model;
    this.tokens = tokens;
    this.trace = trace;
    kept = new SoftReference<>(trace);
    config = trace.config();
    this.milliseconds = milliseconds;
  }

  /**
   * Another pass has taken its place. Views that are not in front may go on holding this one, and a
   * pass may take a sixth of the heap; so its numbers are given back where memory gets short.
   */
  void replaced() {
    trace = null;
    explainer = null;
  }

  /** The model that it was traced with; may be closed by now. */
  public ModelInUse model() {
    return model;
  }

  /** The model's sizes. */
  public Gpt2Config config() {
    return config;
  }

  /** Its tokens. */
  public PromptTokens tokens() {
    return tokens;
  }

  /**
   * Its numbers; ask {@link Gpt2Trace#has}, since of long prompts less is kept.
   *
   * @throws CancellationException if another pass took its place and memory was short since
   */
  public Gpt2Trace trace() {
    Gpt2Trace held = trace;
    Gpt2Trace all = held == null ? kept.get() : held;
    if (all == null) {
      throw new CancellationException("another pass is shown");
    }
    return all;
  }

  /** How long the pass took. */
  public double milliseconds() {
    return milliseconds;
  }

  /** Explains its numbers. */
  public Gpt2Explainer explainer() {
    Gpt2Explainer made = explainer;
    if (made == null) {
      made = new Gpt2Explainer(trace(), model.weights(), this::word);
      if (trace != null) {
        explainer = made;
      }
    }
    return made;
  }

  /** Any token of the vocabulary as it is written on screen; while the model is open. */
  public String word(int id) {
    return TokenWords.of(model.tokenizer(), id);
  }
}
