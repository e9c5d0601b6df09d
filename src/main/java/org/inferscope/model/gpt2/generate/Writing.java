package org.inferscope.model.gpt2.generate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import org.inferscope.compute.InferscopeException;
import org.inferscope.model.gpt2.Decoder;
import org.inferscope.model.gpt2.Gpt2;
import org.inferscope.model.gpt2.sampling.Choice;
import org.inferscope.model.gpt2.sampling.Prospects;
import org.inferscope.model.gpt2.sampling.Sampler;
import org.jspecify.annotations.Nullable;

/**
 * A text that is written one token a job, so that other jobs get in between: between them the cache
 * stays. Whatever tokens a step is asked to go on from, those that the cache has read already are
 * not read again: going back and going on elsewhere are the same as going on. Belongs to the
 * compute thread; when the model is closed, so is the cache, and a step with another model begins a
 * new one.
 */
public final class Writing implements AutoCloseable {
  private static final double NANOS_PER_MS = 1e6;

  private final LongSupplier nanoClock;
  private @Nullable Gpt2 model;
  private @Nullable Decoder decoder;

  /** Tokens in the cache. */
  private final List<Integer> read = new ArrayList<>();

  /**
   * A token, and everything that it was chosen from.
   *
   * @param written the token; small, to be kept for each
   * @param prospects of the tokens before, as large as the vocabulary; handed over to whoever hears
   *     of the step
   */
  public record Step(Written written, Prospects prospects) {}

  /**
   * Nothing is written yet.
   *
   * @param nanoClock {@code System::nanoTime}, or a test's own
   */
  public Writing(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
  }

  /** How many tokens are in the cache. */
  public int length() {
    return read.size();
  }

  /** Whether memory is taken for a cache. */
  public boolean isOpen() {
    Decoder current = decoder;
    return current != null && !current.isClosed();
  }

  /**
   * Chooses one token.
   *
   * @param checkpoint called between blocks; throws to give up, after which another step may follow
   * @throws InferscopeException if there is no token to go on from, one is unknown, or the context
   *     has no place for them
   */
  public Step step(Gpt2 gpt2, WritingRequest request, Runnable checkpoint) {
    List<Integer> ids = request.ids();
    gpt2.requireTokens(ids, 0);
    BitSet seen = new BitSet();
    ids.forEach(seen::set);
    Timed cached = null;
    int fresh = 0;
    if (request.cache().isCached()) {
      long start = nanoClock.getAsLong();
      fresh = place(gpt2, ids, request.room());
      float[] logits = read(ids.subList(ids.size() - fresh, ids.size()), checkpoint);
      cached = choose(logits, seen, request, start);
    } else {
      close();
    }
    Timed uncached = null;
    if (request.cache().isUncached()) {
      long start = nanoClock.getAsLong();
      uncached = choose(gpt2.next(ids, checkpoint), seen, request, start);
    }
    Timed chosen = cached == null ? Objects.requireNonNull(uncached) : cached;
    Written written =
        new Written(
            ids,
            chosen.choice,
            fresh,
            cached == null ? OptionalDouble.empty() : OptionalDouble.of(cached.milliseconds),
            uncached == null ? OptionalDouble.empty() : OptionalDouble.of(uncached.milliseconds),
            uncached == null ? OptionalInt.empty() : OptionalInt.of(uncached.choice.id()));
    return new Step(written, new Prospects(chosen.logits, seen));
  }

  private Timed choose(float[] logits, BitSet seen, WritingRequest request, long start) {
    Sampler sampler = new Sampler(request.sampling());
    sampler.skip(request.written());
    Choice choice = sampler.choose(logits, seen, request.candidates());
    return new Timed(logits, choice, (nanoClock.getAsLong() - start) / NANOS_PER_MS);
  }

  /** Leaves in the cache what the tokens begin with; says how many of them are to be read. */
  private int place(Gpt2 gpt2, List<Integer> ids, int room) {
    Decoder cache = decoder(gpt2, ids.size(), room);
    // The last one is read in any case: what follows from it is asked for.
    int same = 0;
    while (same < Math.min(read.size(), ids.size() - 1) && read.get(same).equals(ids.get(same))) {
      same++;
    }
    cache.truncate(same);
    read.subList(same, read.size()).clear();
    return ids.size() - same;
  }

  private float[] read(List<Integer> rest, Runnable checkpoint) {
    float[] logits = Objects.requireNonNull(decoder, "placed").next(rest, checkpoint);
    read.addAll(rest);
    return logits;
  }

  /** The cache there is, or a larger one, or one of another model. */
  private Decoder decoder(Gpt2 gpt2, int tokens, int room) {
    Decoder current = decoder;
    if (current != null
        && !current.isClosed()
        && gpt2.equals(model)
        && current.capacity() >= tokens) {
      return current;
    }
    close();
    // Twice as many when it has grown full, so that a long text is read again only now and then.
    long wanted = Math.max((long) tokens + room, current == null ? 0 : 2L * current.capacity());
    Decoder made = gpt2.decoder((int) Math.min(gpt2.config().context(), wanted));
    model = gpt2;
    decoder = made;
    return made;
  }

  /** Frees the cache; a further step begins a new one. */
  @Override
  public void close() {
    Decoder current = decoder;
    decoder = null;
    model = null;
    read.clear();
    if (current != null) {
      current.close();
    }
  }

  /** What came of one way, and how long it took. */
  private static final class Timed {
    private final float[] logits;
    private final Choice choice;
    private final double milliseconds;

    Timed(float[] logits, Choice choice, double milliseconds) {
      this.logits = logits;
      this.choice = choice;
      this.milliseconds = milliseconds;
    }
  }
}
