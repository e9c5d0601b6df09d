package org.inferscope.compute.worker.server;

import com.google.protobuf.Message;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.MethodDescriptor.PrototypeMarshaller;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.InputStream;
import org.inferscope.text.Texts;

/**
 * Refuses bytes that are no message of the contract as what they are: the sender's mistake. By
 * itself gRPC would call it an unknown error of the server's.
 *
 * <p>What reads the bytes stands outside of all interceptors. It hands in an empty message that is
 * known by being that very object, and the service's door turns the call away.
 */
final class ReadableMessages {
  private ReadableMessages() {}

  /** The same service behind such a door. */
  static ServerServiceDefinition of(ServerServiceDefinition service) {
    ServerServiceDefinition.Builder all =
        ServerServiceDefinition.builder(service.getServiceDescriptor().getName());
    for (ServerMethodDefinition<?, ?> method : service.getMethods()) {
      all.addMethod(guarded(method));
    }
    return all.build();
  }

  private static <Q, A> ServerMethodDefinition<Q, A> guarded(ServerMethodDefinition<Q, A> method) {
    MethodDescriptor<Q, A> plain = method.getMethodDescriptor();
    if (!(plain.getRequestMarshaller() instanceof PrototypeMarshaller<Q> reads
        && reads.getMessagePrototype() instanceof Message prototype)) {
      return method;
    }
    Q unreadable = reads.getMessageClass().cast(prototype.newBuilderForType().build());
    MethodDescriptor<Q, A> careful =
        plain.toBuilder(new Careful<>(reads, unreadable), plain.getResponseMarshaller()).build();
    return ServerMethodDefinition.create(
        careful, new Door<>(method.getServerCallHandler(), unreadable));
  }

  private record Careful<Q>(Marshaller<Q> reads, Q unreadable) implements Marshaller<Q> {

    @Override
    public InputStream stream(Q message) {
      return reads.stream(message);
    }

    @Override
    public Q parse(InputStream bytes) {
      try {
        return reads.parse(bytes);
      } catch (StatusRuntimeException e) {
        return unreadable;
      }
    }
  }

  private record Door<Q, A>(ServerCallHandler<Q, A> inside, Q unreadable)
      implements ServerCallHandler<Q, A> {

    @Override
    public ServerCall.Listener<Q> startCall(ServerCall<Q, A> call, Metadata headers) {
      return new SimpleForwardingServerCallListener<>(inside.startCall(call, headers)) {
        private boolean refused;

        @Override
        @SuppressWarnings("ReferenceEquality") // An empty message that was sent equals it.
        public void onMessage(Q message) {
          if (message == unreadable) {
            refused = true;
            // As a call that is given up, so that whatever was begun for it ends.
            super.onCancel();
            call.close(
                Status.INVALID_ARGUMENT.withDescription(Texts.get("serve.unreadable")),
                new Metadata());
          } else if (!refused) {
            super.onMessage(message);
          }
        }

        @Override
        public void onHalfClose() {
          if (!refused) {
            super.onHalfClose();
          }
        }

        @Override
        public void onComplete() {
          if (!refused) {
            super.onComplete();
          }
        }

        @Override
        public void onCancel() {
          if (!refused) {
            super.onCancel();
          }
        }
      };
    }
  }
}
