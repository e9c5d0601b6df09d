package org.inferscope.compute.worker.server;

import io.grpc.Attributes;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Lets so many connections in at a time. One more is taken as well, but only to be told why it is
 * refused, and closed after a moment; where very many come at once, they are closed untold.
 *
 * <p>Counting begins where a connection is accepted, before any byte of it is read, so that those
 * who connect and say nothing are counted, too. Runs on the threads of the network.
 */
final class Connections implements ServerInterceptor {
  /** How long a refused one may take to ask and be told. */
  private static final int TELLING_SECONDS = 3;

  /** The most that are told at a time. */
  private static final int MOST_TOLD = 256;

  /** Both ends of a connection, which no other has at the time. */
  private record Ends(@Nullable SocketAddress here, @Nullable SocketAddress there) {}

  private final int most;
  private final int mostSessions;
  private final ServerMetrics metrics;
  private final AtomicInteger open = new AtomicInteger();
  private final Map<Ends, Visitor> visitors = new ConcurrentHashMap<>();
  private final Map<Ends, Channel> refused = new ConcurrentHashMap<>();

  Connections(int most, int mostSessions, ServerMetrics metrics) {
    this.most = most;
    this.mostSessions = mostSessions;
    this.metrics = metrics;
  }

  /** Makes the channel that a server listens on. */
  ChannelFactory<ServerChannel> channels() {
    return Listening::new;
  }

  /** Sends strangers away that have been here for so long; see {@link Visitor}. */
  void dismiss(Duration stay, Duration goodbye) {
    visitors.values().forEach(visitor -> visitor.dismiss(stay, goodbye));
  }

  /** Refuses the calls of a connection that was let in only for that; knows those of the others. */
  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    Attributes of = call.getAttributes();
    Ends ends =
        new Ends(of.get(Grpc.TRANSPORT_ATTR_LOCAL_ADDR), of.get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR));
    if (!refused.containsKey(ends)) {
      Context known = Context.current().withValue(Visitor.CURRENT, visitors.get(ends));
      return Contexts.interceptCall(known, call, headers, next);
    }
    return Refusals.endBeyond(call, Texts.get("serve.connections", Integer.toString(most)));
  }

  private final class Listening extends NioServerSocketChannel {

    @Override
    protected int doReadMessages(List<Object> accepted) throws Exception {
      int before = accepted.size();
      int count = super.doReadMessages(accepted);
      if (accepted.size() > before) {
        int last = accepted.size() - 1;
        if (accepted.get(last) instanceof Channel connection && !isTaken(connection)) {
          accepted.remove(last);
          connection.unsafe().closeForcibly();
        }
      }
      return count;
    }

    private boolean isTaken(Channel connection) {
      if (open.incrementAndGet() <= most) {
        metrics.connectionOpened();
        Ends ends = new Ends(connection.localAddress(), connection.remoteAddress());
        Visitor visitor = new Visitor(connection, mostSessions);
        visitors.put(ends, visitor);
        connection.closeFuture().addListener(closed -> leave(ends, visitor));
        return true;
      }
      open.decrementAndGet();
      metrics.connectionRefused();
      return refused.size() < MOST_TOLD && isTold(connection);
    }

    private void leave(Ends ends, Visitor visitor) {
      visitors.remove(ends, visitor);
      open.decrementAndGet();
      metrics.connectionClosed();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // That it closes is heard of above.
    private boolean isTold(Channel connection) {
      Ends ends = new Ends(connection.localAddress(), connection.remoteAddress());
      refused.put(ends, connection);
      connection.closeFuture().addListener(closed -> refused.remove(ends, connection));
      eventLoop().schedule(() -> connection.close(), TELLING_SECONDS, TimeUnit.SECONDS);
      return true;
    }
  }
}
