package org.inferscope.compute.worker.server;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.inferscope.compute.DeviceLostException;
import org.inferscope.compute.InferscopeException;
import org.inferscope.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a call ends with when something is thrown: a status and one sentence. What a client can do
 * something about is told in its own words; what nobody expected is logged here, once. Any thread.
 */
final class Statuses {
  private static final Logger LOG = LoggerFactory.getLogger(Statuses.class);

  /** See the contract. */
  private static final Metadata.Key<String> TOLD =
      Metadata.Key.of("inferscope-lost", Metadata.ASCII_STRING_MARSHALLER);

  private Statuses() {}

  static Status of(Throwable error) {
    if (error instanceof StatusRuntimeException told) {
      return told.getStatus();
    }
    if (error instanceof StatusException told) {
      return told.getStatus();
    }
    if (error instanceof OutOfMemoryError) {
      LOG.warn("The device has not enough memory", error);
      return Status.RESOURCE_EXHAUSTED.withDescription(Texts.get("server.memory"));
    }
    if (error instanceof CancellationException) {
      return Status.CANCELLED.withDescription(Texts.get("server.cancelled"));
    }
    if (error instanceof DeviceLostException lost) {
      LOG.warn("The device is lost", error);
      return Status.UNAVAILABLE.withDescription(lost.sentence());
    }
    if (error instanceof InferscopeException plain) {
      LOG.info("A call failed", error);
      return Status.FAILED_PRECONDITION.withDescription(plain.sentence());
    }
    return isMisuse(error) ? invalid(error) : unexpected(error);
  }

  /** What those end with who wait for a device that cannot be loaded: nobody can use it. */
  static Status ofLoading(Throwable error) {
    return Status.UNAVAILABLE.withDescription(of(error).getDescription());
  }

  /**
   * A status as it is sent. One that is UNAVAILABLE is marked as this server's own word, with a
   * sentence: to a client it looks like a connection that broke off otherwise.
   */
  static StatusRuntimeException toSend(Status status) {
    if (status.getCode() != Status.Code.UNAVAILABLE) {
      return status.asRuntimeException();
    }
    Metadata mark = new Metadata();
    mark.put(TOLD, "device");
    return status.asRuntimeException(mark);
  }

  /** What argument checks throw. */
  private static boolean isMisuse(Throwable error) {
    return error instanceof IllegalArgumentException || error instanceof IndexOutOfBoundsException;
  }

  private static Status invalid(Throwable error) {
    LOG.debug("A call was refused", error);
    String message = Objects.requireNonNullElse(error.getMessage(), "");
    return Status.INVALID_ARGUMENT.withDescription(Texts.get("server.invalid", message));
  }

  /** Logs what nobody expected. */
  static Status unexpected(Throwable error) {
    LOG.error("A call failed unexpectedly", error);
    return Status.INTERNAL.withDescription(
        Texts.get("server.unexpected", error.getClass().getSimpleName()));
  }
}
