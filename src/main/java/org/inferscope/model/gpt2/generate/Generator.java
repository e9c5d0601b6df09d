package org.inferscope.model.gpt2.generate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
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

/** Writes a text on, token by token. Belongs to the compute thread; each is used for one text. */
public final class Generator {
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
   * Generates.
   *
   * @param heard told of each step, on this thread, before the next begins
   * @param checkpoint called between blocks and tokens; throws to give up
   * @throws InferscopeException if the prompt has no token, too many or an unknown one
   */
  public Generation run(Consumer<Step> heard, Runnable checkpoint) {
    model.requireTokens(request.prompt(), 0);
    try (Decoder decoder = model.decoder(capacity())) {
      int done = 0;
      while (true) {
        if (steps.size() == request.mostTokens()) {
          return ended(End.LENGTH);
        }
        if (ids.size() == model.config().context()) {
          return ended(End.CONTEXT_FULL);
        }
        checkpoint.run();
        long start = nanoClock.getAsLong();
        float[] logits =
            request.cached()
                ? decoder.next(ids.subList(done, ids.size()), checkpoint)
                : model.trace(ids, Keep.nextToken(), List.of(), checkpoint).next().logits();
        done = ids.size();
        boolean end = take(logits, start, heard);
        if (end) {
          return ended(End.END_OF_TEXT);
        }
        if (stops.reached()) {
          return ended(End.STOP_TEXT);
        }
      }
    }
  }

  /** Room for what the cache is given, at least for one. */
  private int capacity() {
    long wanted = request.cached() ? (long) ids.size() + request.mostTokens() : 1;
    return (int) Math.max(1, Math.min(model.config().context(), wanted));
  }

  /** Chooses a token and tells it; says whether it ends the text. */
  private boolean take(float[] logits, long start, Consumer<Step> heard) {
    Choice choice = sampler.choose(logits, seen, request.candidates());
    double milliseconds = (nanoClock.getAsLong() - start) / NANOS_PER_MS;
    int id = choice.id();
    ids.add(id);
    seen.set(id);
    boolean end = tokenizer.endOfText().isPresent() && tokenizer.endOfText().getAsInt() == id;
    String shown = end ? "" : stops.add(stream.add(tokenizer.bytes(id)));
    text.append(shown);
    Step step = new Step(id, shown, choice.candidates(), milliseconds);
    steps.add(step);
    heard.accept(step);
    return end;
  }

  private Generation ended(End end) {
    if (end != End.STOP_TEXT) {
      text.append(stops.add(stream.finish())).append(stops.finish());
    }
    return new Generation(steps, text.toString(), end);
  }
}
