package org.inferscope.compute.worker.server;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Calls whose messages are any bytes. */
final class RawCalls {
  private static final Marshaller<byte[]> BYTES =
      new Marshaller<>() {
        @Override
        public InputStream stream(byte[] bytes) {
          return new ByteArrayInputStream(bytes);
        }

        @Override
        public byte[] parse(InputStream bytes) {
          try {
            return bytes.readAllBytes();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
      };

  private RawCalls() {}

  /** Sends messages and reads all answers; how the call has ended. */
  static Status send(
      Channel channel, MethodDescriptor<?, ?> method, int seconds, List<byte[]> messages)
      throws Exception {
    ClientCall<byte[], byte[]> call =
        channel.newCall(
            method.toBuilder(BYTES, BYTES).build(),
            CallOptions.DEFAULT.withDeadlineAfter(seconds, TimeUnit.SECONDS));
    CompletableFuture<Status> end = new CompletableFuture<>();
    start(call, Integer.MAX_VALUE, end);
    messages.forEach(call::sendMessage);
    call.halfClose();
    return end.get(2L * seconds + 10, TimeUnit.SECONDS);
  }

  /** Sends a message and never reads; the call is left open. */
  static CompletableFuture<Status> sendAndNeverRead(
      Channel channel, MethodDescriptor<?, ?> method, byte[] message) {
    return open(channel, method, message, 0);
  }

  /** Sends a message and reads whatever comes; the call is left open. */
  static CompletableFuture<Status> sendAndRead(
      Channel channel, MethodDescriptor<?, ?> method, byte[] message) {
    return open(channel, method, message, Integer.MAX_VALUE);
  }

  private static CompletableFuture<Status> open(
      Channel channel, MethodDescriptor<?, ?> method, byte[] message, int answers) {
    ClientCall<byte[], byte[]> call =
        channel.newCall(method.toBuilder(BYTES, BYTES).build(), CallOptions.DEFAULT);
    CompletableFuture<Status> end = new CompletableFuture<>();
    start(call, answers, end);
    call.sendMessage(message);
    call.halfClose();
    return end;
  }

  private static void start(
      ClientCall<byte[], byte[]> call, int answers, CompletableFuture<Status> end) {
    call.start(
        new ClientCall.Listener<>() {
          @Override
          public void onClose(Status status, Metadata trailers) {
            end.complete(status);
          }
        },
        new Metadata());
    if (answers > 0) {
      call.request(answers);
    }
  }
}
