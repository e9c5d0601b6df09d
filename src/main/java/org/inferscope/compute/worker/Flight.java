package org.inferscope.compute.worker;

import com.google.common.util.concurrent.ListenableFuture;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.inferscope.compute.worker.proto.Batch;
import org.inferscope.compute.worker.proto.Results;

/** A {@link CallChain} on its way. Run by one thread, cancelled by any. */
final class Flight {
  private static final int AT_A_TIME = 2;

  private final CallChain chain;
  private final Function<Batch, ListenableFuture<Results>> call;

  /** Calls that nobody has waited for yet, the oldest first; guarded by this. */
  private final Deque<ListenableFuture<Results>> underWay = new ArrayDeque<>();

  /** Guarded by this. */
  private boolean cancelled;

  Flight(CallChain chain, Function<Batch, ListenableFuture<Results>> call) {
    this.chain = chain;
    this.call = call;
  }

  /** Does all calls; at its end, whatever way, none is under way. */
  void run() throws ExecutionException, InterruptedException {
    int ended = 0;
    try {
      for (int begun = 0; begun < chain.calls(); begun++) {
        if (begun - ended == AT_A_TIME) {
          await(ended++);
        }
        begin(chain.begin(begun));
      }
      while (ended < chain.calls()) {
        await(ended++);
      }
    } finally {
      cancel();
    }
  }

  private synchronized void begin(Batch batch) {
    if (cancelled) {
      throw new CancellationException();
    }
    underWay.addLast(call.apply(batch));
  }

  private void await(int number) throws ExecutionException, InterruptedException {
    oldest().get();
    forget();
    chain.end(number);
  }

  private synchronized ListenableFuture<Results> oldest() {
    return underWay.getFirst();
  }

  private synchronized void forget() {
    underWay.removeFirst();
    if (cancelled) {
      throw new CancellationException();
    }
  }

  /** Gives up what has not been answered. Any thread. */
  void cancel() {
    List<ListenableFuture<Results>> all;
    synchronized (this) {
      cancelled = true;
      all = List.copyOf(underWay);
    }
    all.forEach(each -> each.cancel(true));
  }
}
