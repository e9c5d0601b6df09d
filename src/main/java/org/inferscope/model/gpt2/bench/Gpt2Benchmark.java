package org.inferscope.model.gpt2.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.inferscope.compute.bench.Plan;
import org.inferscope.compute.bench.Stopwatch;
import org.inferscope.compute.bench.Timing;
import org.inferscope.model.gpt2.Decoder;
import org.inferscope.model.gpt2.Exactness;
import org.inferscope.model.gpt2.Gpt2;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.Gpt2Trace;
import org.inferscope.model.gpt2.Keep;
import org.inferscope.model.gpt2.bench.Gpt2Case.Phase;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.DType;

/** Measures a model on random tokens. Compute thread. */
public final class Gpt2Benchmark {
  private static final long SEED = 1;

  private final Gpt2 model;
  private final Stopwatch stopwatch;
  private final Plan plan;

  /** A benchmark of a model, which is measured with the weights it uses at the time. */
  public Gpt2Benchmark(Gpt2 model, Stopwatch stopwatch, Plan plan) {
    this.model = model;
    this.stopwatch = stopwatch;
    this.plan = plan;
  }

  /** Makes weights of a format and lets the model use them. */
  public void use(DType format) {
    model.use(format, stopwatch::checkpoint);
  }

  /**
   * Runs a prompt again and again.
   *
   * @param promptTokens T, at most the context
   * @param keepTrace whether hidden states and attention are kept
   */
  public Gpt2Measured prefill(int promptTokens, boolean keepTrace) {
    List<Integer> prompt = tokens(promptTokens);
    Phase phase = keepTrace ? Phase.PREFILL_WITH_TRACE : Phase.PREFILL;
    Keep keep = keepTrace ? withLastLogits(model.config()) : Keep.nextToken();
    Timing timing =
        stopwatch.measure(() -> model.trace(prompt, keep, List.of(), stopwatch::checkpoint), plan);
    return new Gpt2Measured(
        new Gpt2Case(phase, promptTokens, model.format()), model.config(), timing);
  }

  /** Prefill and prefill with trace differ by what is kept alone: both give the last logits. */
  private static Keep withLastLogits(Gpt2Config config) {
    return new Keep(Keep.huggingFace(config).points(), Keep.Logits.LAST);
  }

  /**
   * Runs one token after the other after a prompt.
   *
   * @param promptTokens T
   * @param count how many further tokens; T and they fit the context together
   */
  public Gpt2Measured decode(int promptTokens, int count) {
    Args.positive(count, "count");
    List<Integer> next = tokens(count);
    List<Double> samples = new ArrayList<>();
    try (Decoder decoder = model.decoder(promptTokens + count)) {
      decoder.next(tokens(promptTokens), stopwatch::checkpoint);
      stopwatch.measure(
          () -> {
            decoder.truncate(promptTokens);
            decoder.next(next.subList(0, 1), stopwatch::checkpoint);
          },
          new Plan(1, plan.limit(), plan.warmUp(), plan.sample()));
      decoder.truncate(promptTokens);
      for (int i = 0; i < count; i++) {
        List<Integer> token = next.subList(i, i + 1);
        double nanos = stopwatch.once(() -> decoder.next(token, stopwatch::checkpoint)).toNanos();
        samples.add(nanos / 1e6);
      }
    }
    Gpt2Case measured = new Gpt2Case(Phase.DECODE, promptTokens, model.format());
    return new Gpt2Measured(measured, model.config(), new Timing(samples, true));
  }

  /**
   * Compares weights of a format with those of 32 bits on a text; those in use stay.
   *
   * @param ids the text's tokens, at most the context
   */
  public Exactness exactness(List<Integer> ids, DType format) {
    DType before = model.format();
    Keep keep = new Keep(Set.of(), Keep.Logits.ALL);
    use(DType.FP32);
    Gpt2Trace exact = model.trace(ids, keep, List.of(), stopwatch::checkpoint);
    use(format);
    Gpt2Trace rounded = model.trace(ids, keep, List.of(), stopwatch::checkpoint);
    use(before);
    return Exactness.of(exact, rounded);
  }

  /** Random tokens, the same each time. */
  public List<Integer> tokens(int count) {
    SplittableRandom random = new SplittableRandom(SEED);
    return random.ints(count, 0, model.config().vocabulary()).boxed().toList();
  }
}
