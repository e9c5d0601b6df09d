package org.inferscope.compute.worker.server;

import io.grpc.ServerInterceptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.NettyServerBuilder;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What stands between the network and a server's services: encryption, limits, counting. Of use to
 * one server; the secret and the sessions are that server's own business.
 */
public final class Gate {
  /** Within this a connection must have said what it is. */
  private static final int HANDSHAKE_SECONDS = 10;

  /** A client that is attached has a call open; who has none that long only takes up room. */
  private static final int IDLE_SECONDS = 60;

  /** How often a silent client is asked whether it is still there, and how long it may take. */
  private static final int ASK_SECONDS = 20;

  private static final int ANSWER_SECONDS = 20;

  private static final int HEADER_BYTES = 16 << 10;

  /** How often a client may ask whether the server is still there. */
  private static final int PERMITTED_SECONDS = 5;

  /** Calls beside those that wait, such as Attach and Health. */
  private static final int CALLS_BESIDE = 8;

  private final ServerLimits limits;
  private final Optional<ServerTls> tls;
  private final ServerMetrics metrics;
  private final Connections connections;
  private final OpenCalls calls;

  /**
   * A gate.
   *
   * @param tls empty for a server that only this machine can reach
   */
  public Gate(ServerLimits limits, Optional<ServerTls> tls, ServerMetrics metrics) {
    this.limits = limits;
    this.tls = tls;
    this.metrics = metrics;
    connections = new Connections(limits.connections(), metrics);
    calls = new OpenCalls(limits.calls());
  }

  /** For a server of this machine alone. */
  public static Gate local(ServerLimits limits) {
    return new Gate(limits, Optional.empty(), new ServerMetrics());
  }

  /** What a client is given at most. */
  public ServerLimits limits() {
    return limits;
  }

  /** What the server counts. */
  public ServerMetrics metrics() {
    return metrics;
  }

  /**
   * Puts a server behind this gate: to be called when all other interceptors and the event loops,
   * which must be those of NIO, have been given to it.
   */
  public NettyServerBuilder guard(NettyServerBuilder server) {
    tls.ifPresent(context -> server.sslContext(context.context()));
    // Of interceptors the one that is given last is asked first.
    return server
        .intercept(connections)
        .intercept(new CallMetrics(metrics))
        .channelFactory(connections.channels())
        .handshakeTimeout(HANDSHAKE_SECONDS, TimeUnit.SECONDS)
        .maxConnectionIdle(IDLE_SECONDS, TimeUnit.SECONDS)
        .keepAliveTime(ASK_SECONDS, TimeUnit.SECONDS)
        .keepAliveTimeout(ANSWER_SECONDS, TimeUnit.SECONDS)
        .permitKeepAliveTime(PERMITTED_SECONDS, TimeUnit.SECONDS)
        .permitKeepAliveWithoutCalls(true)
        .maxInboundMetadataSize(HEADER_BYTES)
        .maxInboundMessageSize(limits.messageBytes())
        .maxConcurrentCallsPerConnection(limits.calls() + CALLS_BESIDE);
  }

  /** Bounds the calls of a session: for services whose session has been found to be a true one. */
  public ServerInterceptor calls() {
    return calls;
  }

  /** A service that refuses what is no message of the contract with a sentence. */
  public ServerServiceDefinition readable(ServerServiceDefinition service) {
    return ReadableMessages.of(service);
  }
}
