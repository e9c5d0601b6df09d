package org.inferscope.compute.worker.server;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.InputStream;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Refuses bytes that are no message of the contract, and a call with none or one too many, as what
 * they are: the sender's mistake. By itself gRPC would call them errors of the server's.
 *
 * <p>What reads the bytes stands outside of all interceptors. For what it cannot read it hands in
 * null, which no message is, and the service's door turns the call away.
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
    MethodDescriptor<Q, A> careful =
        plain.toBuilder(new Careful<>(plain.getRequestMarshaller()), plain.getResponseMarshaller())
            .build();
    return ServerMethodDefinition.create(careful, new Door<>(method.getServerCallHandler()));
  }

  private record Careful<Q>(Marshaller<Q> reads) implements Marshaller<Q> {

    @Override
    public InputStream stream(Q message) {
      return reads.stream(message);
    }

    @Override
    public @Nullable Q parse(InputStream bytes) {
      try {
        return reads.parse(bytes);
      } catch (StatusRuntimeException e) {
        return null;
      }
    }
  }

  private record Door<Q, A>(ServerCallHandler<Q, A> inside) implements ServerCallHandler<Q, A> {

    @Override
    public ServerCall.Listener<Q> startCall(ServerCall<Q, A> call, Metadata headers) {
      return new Guest<>(inside.startCall(call, headers), call);
    }
  }

  /** A call behind the door. On gRPC's threads, one at a time. */
  private static final class Guest<Q> extends SimpleForwardingServerCallListener<Q> {
    private final ServerCall<Q, ?> call;
    private final boolean sendsOne;
    private int messages;
    private boolean refused;

    Guest(ServerCall.Listener<Q> inside, ServerCall<Q, ?> call) {
      super(inside);
      this.call = call;
      sendsOne = call.getMethodDescriptor().getType().clientSendsOneMessage();
    }

    @Override
    public void onMessage(@Nullable Q message) {
      messages++;
      if (refused) {
        return;
      }
      if (message == null) {
        refuse(Texts.get("serve.unreadable"));
      } else if (sendsOne && messages > 1) {
        refuse(Texts.get("serve.oneMessage"));
      } else {
        super.onMessage(message);
      }
    }

    @Override
    public void onHalfClose() {
      if (sendsOne && messages == 0) {
        refuse(Texts.get("serve.oneMessage"));
      }
      if (!refused) {
        super.onHalfClose();
      }
    }

    private void refuse(String sentence) {
      refused = true;
      // As a call that is given up, so that whatever was begun for it ends.
      super.onCancel();
      call.close(Status.INVALID_ARGUMENT.withDescription(sentence), new Metadata());
    }

    @Override
    public void onReady() {
      if (!refused) {
        super.onReady();
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
  }
}
