package org.inferscope.compute.worker.server;

import io.grpc.netty.NettyServerBuilder;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.inferscope.compute.exec.Daemons;

/**
 * What stands between the network and a server's services: encryption, limits, counting. Of use to
 * one server; the secret and the sessions are that server's own business.
 */
public final class Gate implements AutoCloseable {
  private static final Patience PATIENCE =
      new Patience(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(5));

  /** How many times in a stranger's stay to look whether it is over. */
  private static final int LOOKS = 6;

  /** How many may watch the server's health at a time, which takes no secret. */
  private static final int MOST_WATCHES = 64;

  /** How many of those on one connection, so that nobody takes them all with one. */
  private static final int WATCHES_EACH = 4;

  /** A client that is attached has a call open; who has none that long only takes up room. */
  private static final int IDLE_SECONDS = 60;

  /** How often a silent client is asked whether it is still there, and how long it may take. */
  private static final int ASK_SECONDS = 20;

  private static final int ANSWER_SECONDS = 20;

  private static final int HEADER_BYTES = 16 << 10;

  /** How often a client may ask whether the server is still there. */
  private static final int PERMITTED_SECONDS = 5;

  private static final int LEAVE_SECONDS = 1;

  /** Calls beside those that wait or run: answered and on their way out, or Attach and Health. */
  static final int CALLS_BESIDE = 8;

  private final Limits limits;
  private final Optional<ServerTls> tls;
  private final ServerMetrics metrics;
  private final Connections connections;
  private final OpenCalls calls;
  private final Watches watches = new Watches(MOST_WATCHES, WATCHES_EACH);
  private final Duration handshake;
  private final EventLoopGroup loops;

  /**
   * How long connections may take.
   *
   * @param handshake to say what they are
   * @param stay without a call open that takes the secret
   * @param goodbye to end other calls, after that
   */
  record Patience(Duration handshake, Duration stay, Duration goodbye) {}

  /**
   * A gate.
   *
   * @param limits what a session may use
   * @param connections the most at a time
   * @param tls empty for a server that only this machine can reach
   */
  public Gate(Limits limits, int connections, Optional<ServerTls> tls, ServerMetrics metrics) {
    this(limits, connections, tls, metrics, PATIENCE);
  }

  Gate(
      Limits limits,
      int mostConnections,
      Optional<ServerTls> tls,
      ServerMetrics metrics,
      Patience patience) {
    handshake = patience.handshake();
    ThreadFactory threads = work -> Daemons.thread("inferscope-network", work);
    loops =
        new MultiThreadIoEventLoopGroup(
            Runtime.getRuntime().availableProcessors(), threads, NioIoHandler.newFactory());
    this.limits = limits;
    this.tls = tls;
    this.metrics = metrics;
    connections = new Connections(mostConnections, limits.sessions(), metrics);
    calls = new OpenCalls(limits.calls() + CALLS_BESIDE);
    long look = patience.stay().toMillis() / LOOKS;
    // Until the loops end.
    Future<?> unused =
        loops
            .next()
            .scheduleWithFixedDelay(
                () -> connections.dismiss(patience.stay(), patience.goodbye()),
                look,
                look,
                TimeUnit.MILLISECONDS);
  }

  /** What the server counts. */
  ServerMetrics metrics() {
    return metrics;
  }

  /**
   * Puts a server behind this gate: to be called when all other interceptors have been given to it.
   */
  public NettyServerBuilder guard(NettyServerBuilder server) {
    tls.ifPresent(context -> server.sslContext(context.context()));
    // Of interceptors the one that is given last is asked first.
    return server
        .intercept(calls)
        .intercept(watches)
        .intercept(connections)
        .intercept(new CallMetrics(metrics))
        .bossEventLoopGroup(loops)
        .workerEventLoopGroup(loops)
        .channelFactory(connections.channels())
        .handshakeTimeout(handshake.toMillis(), TimeUnit.MILLISECONDS)
        .maxConnectionIdle(IDLE_SECONDS, TimeUnit.SECONDS)
        .keepAliveTime(ASK_SECONDS, TimeUnit.SECONDS)
        .keepAliveTimeout(ANSWER_SECONDS, TimeUnit.SECONDS)
        .permitKeepAliveTime(PERMITTED_SECONDS, TimeUnit.SECONDS)
        .permitKeepAliveWithoutCalls(true)
        .maxInboundMetadataSize(HEADER_BYTES)
        .maxInboundMessageSize(limits.messageBytes())
        .maxConcurrentCallsPerConnection(limits.calls() + CALLS_BESIDE);
  }

  /** Ends the threads of the network, once the server behind it has ended. */
  @Override
  public void close() {
    Future<?> unused = loops.shutdownGracefully(0, LEAVE_SECONDS, TimeUnit.SECONDS);
  }
}
