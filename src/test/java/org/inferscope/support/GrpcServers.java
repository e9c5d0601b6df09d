package org.inferscope.support;

import io.grpc.Server;
import java.util.concurrent.TimeUnit;

/** What tests do with servers that they make up. */
public final class GrpcServers {
  private GrpcServers() {}

  /** Ends a server and its calls, and waits a moment for that. */
  public static void end(Server server) {
    server.shutdownNow();
    try {
      server.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
