package org.inferscope.compute.worker;

import io.grpc.Status;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Objects;
import javax.net.ssl.SSLException;
import org.inferscope.compute.InferscopeException;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** What to tell of servers that cannot be used. */
final class ServerFailures {
  private ServerFailures() {}

  /**
   * A server's address; asks the network for it.
   *
   * @throws InferscopeException if nobody knows the host's name
   */
  static InetSocketAddress resolve(ServerAccess server) {
    InetSocketAddress address = new InetSocketAddress(server.host(), server.port());
    if (address.isUnresolved()) {
      throw new InferscopeException(Texts.get("worker.server.unknownHost", server.host()));
    }
    return address;
  }

  /** Why no connection could be made. */
  static InferscopeException unreachable(
      ServerAccess server, Duration patience, IOException error) {
    String reason =
        Objects.requireNonNullElse(error.getMessage(), error.getClass().getSimpleName());
    return new InferscopeException(
        error instanceof SocketTimeoutException
            ? silent(server, patience)
            : Texts.get("worker.server.unreachable", server.address(), reason),
        error);
  }

  private static String silent(ServerAccess server, Duration patience) {
    String time = Numbers.duration(patience.toMillis() / 1e3);
    return Texts.get("worker.server.silent", server.address(), time);
  }

  /** Why no session could be begun. */
  static InferscopeException unattached(ServerAccess server, Duration patience, Status status) {
    return new InferscopeException(sentence(server, patience, status), status.asException());
  }

  /** Why no session has begun on a server that is there. */
  static InferscopeException unready(ServerAccess server, Duration patience, Status status) {
    String time = Numbers.duration(patience.toMillis() / 1e3);
    return new InferscopeException(
        Texts.get("worker.server.loading", server.address(), time), status.asException());
  }

  private static String sentence(ServerAccess server, Duration patience, Status status) {
    String address = server.address();
    String said = Objects.requireNonNullElse(status.getDescription(), "");
    return switch (status.getCode()) {
      case UNAVAILABLE -> unavailable(address, status);
      case UNAUTHENTICATED, PERMISSION_DENIED -> Texts.get("worker.server.secret", address);
      case FAILED_PRECONDITION -> Texts.get("worker.server.version", address, said);
      case DEADLINE_EXCEEDED -> silent(server, patience);
      case RESOURCE_EXHAUSTED -> Texts.get("worker.refused", address, said);
      default -> Texts.get("worker.server.other", address);
    };
  }

  private static String unavailable(String address, Status status) {
    Throwable deepest = status.getCause();
    while (deepest != null && deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    if (deepest instanceof SSLException) {
      return Texts.get("worker.server.notTls", address);
    }
    String reason =
        Objects.requireNonNullElse(
            deepest == null ? status.getDescription() : deepest.getMessage(), "");
    return Texts.get("worker.server.unreachable", address, reason);
  }
}
