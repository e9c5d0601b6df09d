package org.inferscope.compute.worker.server;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Objects;
import org.inferscope.text.Texts;

/** What is refused with a sentence of its own. Any thread. */
final class Refusals {
  private Refusals() {}

  static StatusRuntimeException unknown(long handle) {
    return Status.NOT_FOUND
        .withDescription(Texts.get("server.unknown", Long.toString(handle)))
        .asRuntimeException();
  }

  static StatusRuntimeException tooMuchMemory(long most) {
    return Status.RESOURCE_EXHAUSTED
        .withDescription(Texts.get("server.limit.memory", Long.toString(most)))
        .asRuntimeException();
  }

  static StatusRuntimeException tooMuchInTotal(long most) {
    return Status.RESOURCE_EXHAUSTED
        .withDescription(Texts.get("server.limit.total", Long.toString(most)))
        .asRuntimeException();
  }

  static Status tooManySessions(int most) {
    return Status.RESOURCE_EXHAUSTED.withDescription(
        Texts.get("server.limit.sessions", Integer.toString(most)));
  }

  static StatusRuntimeException tooManyHandles(int most) {
    return Status.RESOURCE_EXHAUSTED
        .withDescription(Texts.get("server.limit.handles", Integer.toString(most)))
        .asRuntimeException();
  }

  static StatusRuntimeException tooLongAnswer(long bytes, int most) {
    return Status.RESOURCE_EXHAUSTED
        .withDescription(
            Texts.get("server.limit.answer", Long.toString(bytes), Integer.toString(most)))
        .asRuntimeException();
  }

  static StatusRuntimeException malformedPart() {
    return Status.INVALID_ARGUMENT.withDescription(Texts.get("server.part")).asRuntimeException();
  }

  static StatusRuntimeException tooLongPart() {
    return Status.RESOURCE_EXHAUSTED
        .withDescription(
            Texts.get("server.limit.part", Integer.toString(PartMarshaller.MOST_BYTES)))
        .asRuntimeException();
  }

  static StatusRuntimeException nothingShared() {
    return Status.FAILED_PRECONDITION
        .withDescription(Texts.get("server.nothingShared"))
        .asRuntimeException();
  }

  static StatusRuntimeException deviceLost() {
    return Status.UNAVAILABLE.withDescription(Texts.get("server.reloading")).asRuntimeException();
  }

  static Status tooManyCalls(int most) {
    return Status.RESOURCE_EXHAUSTED.withDescription(
        Texts.get("server.limit.calls", Integer.toString(most)));
  }

  /**
   * Ends a call before it has begun, with a sentence. On gRPC's thread; returns what hears of it.
   */
  static <Q> ServerCall.Listener<Q> end(ServerCall<Q, ?> call, Status status) {
    Metadata trailers = Statuses.toSend(status).getTrailers();
    call.close(status, Objects.requireNonNullElseGet(trailers, Metadata::new));
    return new ServerCall.Listener<>() {};
  }

  /** The same for what goes beyond a limit. */
  static <Q> ServerCall.Listener<Q> endBeyond(ServerCall<Q, ?> call, String sentence) {
    return end(call, Status.RESOURCE_EXHAUSTED.withDescription(sentence));
  }
}
