package org.inferscope.compute.worker;

import com.google.protobuf.ByteString;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.nio.FloatBuffer;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import org.inferscope.compute.worker.proto.UploadPart;
import org.inferscope.compute.worker.proto.Uploaded;
import org.jspecify.annotations.Nullable;

/** Numbers on their way to a worker, as fast as it takes them. Sent by the thread that made it. */
final class Upload implements ClientResponseObserver<UploadPart, Uploaded> {
  private final Thread sender = Thread.currentThread();
  private final CompletableFuture<Uploaded> answer = new CompletableFuture<>();
  private @Nullable ClientCallStreamObserver<UploadPart> requests;

  @Override
  public void beforeStart(ClientCallStreamObserver<UploadPart> requests) {
    this.requests = requests;
    requests.setOnReadyHandler(() -> LockSupport.unpark(sender));
  }

  @Override
  public void onNext(Uploaded uploaded) {
    answer.complete(uploaded);
  }

  @Override
  public void onError(Throwable error) {
    answer.completeExceptionally(error);
    LockSupport.unpark(sender);
  }

  @Override
  public void onCompleted() {
    answer.completeExceptionally(new IllegalStateException("the worker has not answered"));
    LockSupport.unpark(sender);
  }

  /** Sends a buffer's remaining numbers; stops early where nobody wants them any more. */
  void send(long tensor, FloatBuffer source, int partNumbers) {
    ClientCallStreamObserver<UploadPart> call = call();
    int size = source.remaining();
    for (int done = 0; done == 0 || done < size; ) {
      int count = Math.min(partNumbers, size - done);
      ByteString values = Floats.bytes(source, source.position() + done, count);
      UploadPart.Builder part = UploadPart.newBuilder().setValues(values);
      if (done == 0) {
        part.setTensor(tensor).setSize(size);
      }
      if (!awaitReady(call)) {
        return;
      }
      call.onNext(part.build());
      done += Math.max(1, count);
    }
    call.onCompleted();
  }

  /** Waits until more can be sent; false if the call has ended. */
  private boolean awaitReady(ClientCallStreamObserver<UploadPart> call) {
    while (!call.isReady() && !answer.isDone()) {
      LockSupport.park(this);
      if (Thread.interrupted()) {
        cancel();
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return !answer.isDone();
  }

  /** Waits for the worker's answer. */
  void await() throws CompletionException {
    answer.join();
  }

  /** Ends the call. Any thread. */
  void cancel() {
    answer.cancel(false);
    call().cancel("cancelled", null);
    LockSupport.unpark(sender);
  }

  private ClientCallStreamObserver<UploadPart> call() {
    return Objects.requireNonNull(requests, "the call has not begun");
  }
}
