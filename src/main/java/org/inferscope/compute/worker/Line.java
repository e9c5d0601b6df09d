package org.inferscope.compute.worker;

import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.inferscope.compute.exec.Daemons;
import org.jspecify.annotations.Nullable;

/**
 * The channel to a worker and the one thread that reads and writes on it. What it is given to call
 * back is called on that thread, and must not wait.
 */
final class Line implements AutoCloseable {
  /** So that numbers flow on while an acknowledgement is on its way. */
  private static final int WINDOW = 8 << 20;

  /** Above whatever a server of ours sends: answers that do not fit are streamed. */
  private static final int LARGEST_ANSWER = 64 << 20;

  /** How soon a network that is gone without a word is noticed while a call is under way. */
  private static final Duration PING_EVERY = Duration.ofSeconds(10);

  private static final Duration PING_PATIENCE = Duration.ofSeconds(10);

  private final EventLoopGroup loop;
  private final ManagedChannel channel;

  private Line(EventLoopGroup loop, ManagedChannel channel) {
    this.loop = loop;
    this.channel = channel;
  }

  /** The line to a process of this machine. */
  static Line toChild(int port) {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    return open(address, null, false);
  }

  /**
   * The line to a server.
   *
   * @param tls none for plain text
   */
  static Line toServer(InetSocketAddress address, @Nullable SslContext tls) {
    return open(address, tls, true);
  }

  private static Line open(InetSocketAddress address, @Nullable SslContext tls, boolean pings) {
    ThreadFactory threads = work -> Daemons.thread("inferscope-worker-line", work);
    EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, threads, NioIoHandler.newFactory());
    NettyChannelBuilder builder =
        NettyChannelBuilder.forAddress(address)
            .eventLoopGroup(loop)
            .channelType(NioSocketChannel.class, InetSocketAddress.class)
            .directExecutor()
            .offloadExecutor(loop)
            .disableRetry()
            .flowControlWindow(WINDOW)
            .maxInboundMessageSize(LARGEST_ANSWER);
    if (pings) {
      builder
          .keepAliveTime(PING_EVERY.toMillis(), TimeUnit.MILLISECONDS)
          .keepAliveTimeout(PING_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
    if (tls == null) {
      builder.usePlaintext();
    } else {
      builder.sslContext(tls);
    }
    return new Line(loop, builder.build());
  }

  ManagedChannel channel() {
    return channel;
  }

  /** Whether the other end speaks the protocol, encrypted if wanted. */
  boolean isReached() {
    return channel.getState(false) == ConnectivityState.READY;
  }

  /** Ends all calls at once. Any thread. */
  @Override
  public void close() {
    channel.shutdownNow();
    Future<?> unused = loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }
}
