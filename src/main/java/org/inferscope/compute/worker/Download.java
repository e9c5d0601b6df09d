package org.inferscope.compute.worker;

import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.inferscope.compute.worker.proto.Numbers;
import org.inferscope.compute.worker.proto.Read;
import org.jspecify.annotations.Nullable;

/** Numbers on their way from a worker into an array, filled on the line's thread. */
final class Download implements ClientResponseObserver<Read, Numbers> {
  private final float[] target;
  private final CompletableFuture<Integer> end = new CompletableFuture<>();
  private int filled;
  private @Nullable ClientCallStreamObserver<Read> call;

  Download(float[] target) {
    this.target = target;
  }

  @Override
  public void beforeStart(ClientCallStreamObserver<Read> requests) {
    call = requests;
  }

  @Override
  public void onNext(Numbers numbers) {
    // The array is the caller's again where the call was cancelled.
    if (!end.isDone()) {
      filled += Floats.read(numbers.getValues(), target, filled);
    }
  }

  @Override
  public void onError(Throwable error) {
    end.completeExceptionally(error);
  }

  @Override
  public void onCompleted() {
    end.complete(filled);
  }

  /** Waits for the last number. */
  void await() throws CompletionException {
    int got = end.join();
    if (got != target.length) {
      throw new IllegalStateException(
          "the worker has answered with " + got + " of " + target.length + " numbers");
    }
  }

  /** Ends the call. Any thread. */
  void cancel() {
    end.cancel(false);
    ClientCallStreamObserver<Read> begun = call;
    if (begun != null) {
      begun.cancel("cancelled", null);
    }
  }
}
