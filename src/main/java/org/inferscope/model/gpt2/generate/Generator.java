package org.inferscope.model.gpt2.generate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.inferscope.compute.InferscopeException;
import org.inferscope.model.gpt2.Decoder;
import org.inferscope.model.gpt2.Gpt2;
import org.inferscope.model.gpt2.Keep;
import org.inferscope.model.gpt2.generate.Generation.End;
import org.inferscope.model.gpt2.generate.Generation.Step;
import org.inferscope.model.gpt2.sampling.Choice;
import org.inferscope.model.gpt2.sampling.Sampler;
import org.inferscope.model.gpt2.sampling.StopStrings;
import org.inferscope.model.gpt2.sampling.TextStream;
import org.inferscope.model.gpt2.tokenizer.Tokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a text on, token by token: all at once, or step by step where others want the device in
 * between. Belongs to the compute thread; each is used for one text.
 */
public final class Generator implements AutoCloseable {
  private static final double NANOS_PER_MS = 1e6;

  private final Gpt2 model;
  private final Tokenizer tokenizer;
  private final GenerationRequest request;
  private final LongSupplier nanoClock;
  private final Sampler sampler;
  private final StopStrings stops;
  private final TextStream stream = new TextStream();
  private final List<Integer> ids;
  private final BitSet seen = new BitSet();
  private final List<Step> steps = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private @Nullable Decoder decoder;
  private @Nullable End end;

  /** How many of the tokens the cache has seen. */
  private int done;

  /** Whether the last characters have been added to the text. */
  private boolean told;

  /**
   * A generator for one text.
   *
   * @param tokenizer gives tokens their text
   * @param nanoClock {@code System::nanoTime}, or a test's own
   * @throws InferscopeException if a setting has no meaning
   */
  public Generator(
      Gpt2 model, Tokenizer tokenizer, GenerationRequest request, LongSupplier nanoClock) {
    this.model = model;
    this.tokenizer = tokenizer;
    this.request = request;
    this.nanoClock = nanoClock;
    sampler = new Sampler(request.sampling());
    stops = new StopStrings(request.stop());
    ids = new ArrayList<>(request.prompt());
    request.prompt().stream().filter(id -> id >= 0).forEach(seen::set);
  }

  /**
   * Generates all of it.
   *
   * @param heard told of each step, on this thread, before the next begins
   * @param checkpoint called between blocks and tokens; throws to give up
   * @throws InferscopeException if the prompt has no token, too many or an unknown one
   */
  public Generation run(Consumer<Step> heard, Runnable checkpoint) {
    try (this) {
      for (Optional<Step> step = step(checkpoint); step.isPresent(); step = step(checkpoint)) {
        heard.accept(step.get());
      }
      return generation();
    }
  }

  /**
   * Generates one more token.
   *
   * @param checkpoint called between blocks; throws to give up
   * @return empty if it has ended
   * @throws InferscopeException at the first step, if the prompt has no token, too many or an
   *     unknown one
   */
  public Optional<Step> step(Runnable checkpoint) {
    if (decoder == null) {
      model.requireTokens(request.prompt(), 0);
      decoder = model.decoder(capacity());
    }
    if (end == null && steps.size() == request.mostTokens()) {
      end = End.LENGTH;
    } else if (end == null && ids.size() == model.config().context()) {
      end = End.CONTEXT_FULL;
    }
    if (end != null) {
      return Optional.empty();
    }
    checkpoint.run();
    long start = nanoClock.getAsLong();
    float[] logits =
        request.cached()
            ? decoder.next(ids.subList(done, ids.size()), checkpoint)
            : model.trace(ids, Keep.nextToken(), List.of(), checkpoint).next().logits();
    done = ids.size();
    Step step = take(logits, start);
    if (end == null && stops.reached()) {
      end = End.STOP_TEXT;
    }
    return Optional.of(step);
  }

  /**
   * What was generated, once there are no more steps.
   *
   * @throws IllegalStateException before
   */
  public Generation generation() {
    if (end == null) {
      throw new IllegalStateException("still under way");
    }
    if (end != End.STOP_TEXT && !told) {
      text.append(stops.add(stream.finish())).append(stops.finish());
    }
    told = true;
    return new Generation(steps, text.toString(), end);
  }

  /** Frees the cache. */
  @Override
  public void close() {
    if (decoder != null) {
      decoder.close();
    }
  }

  /** Room for what the cache is given, at least for one. */
  private int capacity() {
    long wanted = request.cached() ? (long) ids.size() + request.mostTokens() : 1;
    return (int) Math.max(1, Math.min(model.config().context(), wanted));
  }

  /** Chooses a token, which may be the one that ends the text. */
  private Step take(float[] logits, long start) {
    Choice choice = sampler.choose(logits, seen, request.candidates());
    double milliseconds = (nanoClock.getAsLong() - start) / NANOS_PER_MS;
    int id = choice.id();
    ids.add(id);
    seen.set(id);
    if (tokenizer.endOfText().isPresent() && tokenizer.endOfText().getAsInt() == id) {
      end = End.END_OF_TEXT;
    }
    String shown = end == null ? stops.add(stream.add(tokenizer.bytes(id))) : "";
    text.append(shown);
    Step step = new Step(id, shown, choice.candidates(), milliseconds);
    steps.add(step);
    return step;
  }
}
