package org.inferscope.model.gpt2.walk;

import java.util.EnumSet;
import java.util.List;
import java.util.function.LongSupplier;
import org.inferscope.model.gpt2.Gpt2;
import org.inferscope.model.gpt2.Keep;
import org.inferscope.model.gpt2.Operation;
import org.inferscope.model.gpt2.PassClock;
import org.inferscope.model.gpt2.Site;
import org.inferscope.tensor.Args;

/**
 * Measures how long each operation of a pass takes, apart: with the values between them kept, as a
 * traced pass keeps them, but without the time that copying those takes. Compute thread.
 */
public final class PassTimer {
  /** What has to be kept for a backend not to do several operations in one go. */
  private static final EnumSet<Site> BETWEEN =
      EnumSet.of(Site.POS_EMBED, Site.SCORES, Site.PRE, Site.ATTN_OUT, Site.MLP_OUT);

  private final LongSupplier nanoTime;

  /** A timer that reads the machine's clock. */
  public PassTimer() {
    this(System::nanoTime);
  }

  PassTimer(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * Runs a prompt again and again, once to warm up and then as often as told.
   *
   * @param passes how many count, at least 1
   * @param logits of which tokens logits are computed, not {@link Keep.Logits#NONE}
   * @param checkpoint called between blocks; throws to give up
   */
  public PassTimes measure(
      Gpt2 model, List<Integer> ids, int passes, Keep.Logits logits, Runnable checkpoint) {
    Args.positive(passes, "passes");
    Walk walk = new Walk(model.config().layers());
    Keep keep = new Keep(Keep.everywhere(model.config(), BETWEEN), logits);
    long[][] nanos = new long[walk.size()][passes];
    model.trace(ids, keep, List.of(), checkpoint);
    for (int pass = 0; pass < passes; pass++) {
      model.trace(ids, keep, checkpoint, new Writer(walk, nanos, pass));
    }
    return new PassTimes(walk, nanos);
  }

  /** Adds what a step takes to its place. */
  private final class Writer implements PassClock {
    private final Walk walk;
    private final long[][] nanos;
    private final int pass;
    private long begun;

    Writer(Walk walk, long[][] nanos, int pass) {
      this.walk = walk;
      this.nanos = nanos;
      this.pass = pass;
    }

    @Override
    public void begins(Operation operation, int layer) {
      begun = nanoTime.getAsLong();
    }

    @Override
    public void ends(Operation operation, int layer) {
      nanos[walk.numberOf(new WalkStep(operation, layer))][pass] += nanoTime.getAsLong() - begun;
    }
  }
}
