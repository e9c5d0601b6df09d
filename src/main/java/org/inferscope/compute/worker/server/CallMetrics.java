package org.inferscope.compute.worker.server;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.concurrent.atomic.AtomicBoolean;

/** Counts each call once, when it is answered or given up. */
final class CallMetrics implements ServerInterceptor {
  private final ServerMetrics metrics;

  CallMetrics(ServerMetrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    Count count = new Count(call.getMethodDescriptor().getFullMethodName());
    ServerCall<Q, A> counted =
        new SimpleForwardingServerCall<>(call) {
          @Override
          public void close(Status status, Metadata trailers) {
            count.end(status.getCode());
            super.close(status, trailers);
          }
        };
    return new SimpleForwardingServerCallListener<>(next.startCall(counted, headers)) {
      @Override
      public void onCancel() {
        count.end(Status.Code.CANCELLED);
        super.onCancel();
      }
    };
  }

  private final class Count {
    private final String method;
    private final AtomicBoolean ended = new AtomicBoolean();

    Count(String method) {
      this.method = method;
    }

    void end(Status.Code status) {
      if (ended.compareAndSet(false, true)) {
        metrics.answered(method, status);
      }
    }
  }
}
