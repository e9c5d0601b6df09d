package org.inferscope.compute.worker.server;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.health.v1.HealthGrpc;
import java.util.concurrent.atomic.AtomicInteger;
import org.inferscope.text.Texts;

/**
 * Lets so many watch the server's health at a time. Watching takes no secret and has no end of its
 * own; asking once is answered all the same. On gRPC's threads.
 */
final class Watches implements ServerInterceptor {
  private final int most;
  private final AtomicInteger open = new AtomicInteger();

  Watches(int most) {
    this.most = most;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    if (!isWatch(call)) {
      return next.startCall(call, headers);
    }
    if (open.incrementAndGet() <= most) {
      return Leaving.start(call, headers, next, open::decrementAndGet);
    }
    open.decrementAndGet();
    call.close(
        Status.RESOURCE_EXHAUSTED.withDescription(
            Texts.get("serve.watches", Integer.toString(most))),
        new Metadata());
    return new ServerCall.Listener<>() {};
  }

  private static boolean isWatch(ServerCall<?, ?> call) {
    return call.getMethodDescriptor()
        .getFullMethodName()
        .equals(HealthGrpc.getWatchMethod().getFullMethodName());
  }
}
