package org.inferscope.compute.worker.server;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.health.v1.HealthGrpc;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.inferscope.text.Texts;

/**
 * Lets so many watch the server's health at a time, and each connection a few times. Watching takes
 * no secret and has no end of its own; asking once is answered all the same. On gRPC's threads.
 */
final class Watches implements ServerInterceptor {
  private final int most;
  private final int each;
  private final AtomicInteger open = new AtomicInteger();

  /**
   * Counts from none.
   *
   * @param most of all connections
   * @param each of one
   */
  Watches(int most, int each) {
    this.most = most;
    this.each = each;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    if (!isWatch(call)) {
      return next.startCall(call, headers);
    }
    // None where the connection has just been closed.
    Optional<Visitor> visitor = Optional.ofNullable(Visitor.CURRENT.get());
    if (visitor.isPresent() && !visitor.get().watch(each)) {
      return Refusals.endBeyond(call, Texts.get("serve.watches.each", Integer.toString(each)));
    }
    if (open.incrementAndGet() <= most) {
      return Leaving.start(call, headers, next, () -> leave(visitor));
    }
    leave(visitor);
    return Refusals.endBeyond(call, Texts.get("serve.watches", Integer.toString(most)));
  }

  private void leave(Optional<Visitor> visitor) {
    open.decrementAndGet();
    visitor.ifPresent(Visitor::unwatch);
  }

  private static boolean isWatch(ServerCall<?, ?> call) {
    return call.getMethodDescriptor()
        .getFullMethodName()
        .equals(HealthGrpc.getWatchMethod().getFullMethodName());
  }
}
