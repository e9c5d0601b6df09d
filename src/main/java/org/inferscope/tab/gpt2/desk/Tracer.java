package org.inferscope.tab.gpt2.desk;

import java.util.List;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.JobContext;
import org.inferscope.model.gpt2.Gpt2;
import org.inferscope.model.gpt2.Gpt2Trace;
import org.inferscope.text.Texts;

/**
 * Runs a prompt and keeps what there is room for. Compute thread.
 *
 * @param budget bytes that a pass's values may take
 */
record Tracer(long budget) {
  private static final double NANOS_PER_MS = 1e6;

  /**
   * Traces.
   *
   * @throws InferscopeException if the model's files have changed meanwhile
   */
  Shown trace(ModelInUse model, PromptTokens tokens, Gpt2 gpt2, JobContext job) {
    if (!model.file().isUnchanged()) {
      throw new InferscopeException(Texts.get("gpt2tab.changed", model.name()));
    }
    long start = System.nanoTime();
    Gpt2Trace trace =
        gpt2.trace(
            tokens.ids(),
            TracePlan.of(model.config(), tokens.size(), budget),
            List.of(),
            job::checkCancelled);
    return new Shown(model, tokens, trace, (System.nanoTime() - start) / NANOS_PER_MS);
  }
}
