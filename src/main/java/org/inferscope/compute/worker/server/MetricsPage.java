package org.inferscope.compute.worker.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.inferscope.compute.Device;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.exec.Daemons;
import org.inferscope.text.Texts;

/**
 * The pages that machines watch a server by, over plain HTTP: {@code /metrics} for Prometheus and
 * {@code /healthz}, 200 while the server takes calls and 503 otherwise. One thread answers them.
 */
public final class MetricsPage implements AutoCloseable {
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int WRONG_METHOD = 405;
  private static final int UNAVAILABLE = 503;
  private static final int NO_BODY = -1;
  private static final int BACKLOG = 16;
  private static final String PLAIN = "text/plain; charset=utf-8";

  /** Seconds within which a request must have come and an answer have gone; read by the JDK. */
  private static final String PATIENCE = "2";

  private final HttpServer server;
  private final ThreadPoolExecutor thread;

  /** What a page answers. */
  private record Answer(int status, String type, String text) {}

  private MetricsPage(HttpServer server, ThreadPoolExecutor thread) {
    this.server = server;
    this.thread = thread;
  }

  /**
   * Begins to answer.
   *
   * @param address where to listen; port 0 for any that is free
   * @param version of this program
   * @param device what the server computes on
   * @param isServing whether it takes calls just now
   * @throws InferscopeException if it cannot listen there
   */
  public static MetricsPage start(
      InetSocketAddress address,
      ServerMetrics metrics,
      String version,
      Device device,
      BooleanSupplier isServing) {
    boundRequests();
    try {
      HttpServer server = HttpServer.create(address, BACKLOG);
      ThreadPoolExecutor thread = Daemons.single("metrics");
      server.setExecutor(thread);
      add(
          server,
          "/metrics",
          () -> new Answer(OK, MetricsText.TYPE, MetricsText.of(metrics, version, device)));
      add(server, "/healthz", () -> health(isServing.getAsBoolean()));
      server.start();
      return new MetricsPage(server, thread);
    } catch (IOException e) {
      String where = address.getHostString() + ":" + address.getPort();
      throw new InferscopeException(
          Texts.get("serve.metrics.taken", where, String.valueOf(e.getMessage())), e);
    }
  }

  /** So that one who asks slowly, or does not read, keeps nobody out for long. */
  private static void boundRequests() {
    System.setProperty("sun.net.httpserver.maxReqTime", PATIENCE);
    System.setProperty("sun.net.httpserver.maxRspTime", PATIENCE);
    System.setProperty("jdk.httpserver.maxConnections", "64");
  }

  private static Answer health(boolean serving) {
    return serving
        ? new Answer(OK, PLAIN, "ok\n")
        : new Answer(UNAVAILABLE, PLAIN, "not serving\n");
  }

  private static void add(HttpServer server, String path, Supplier<Answer> page) {
    server.createContext(path, exchange -> answer(exchange, path, page));
  }

  private static void answer(HttpExchange exchange, String path, Supplier<Answer> page)
      throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      if (!exchange.getRequestURI().getPath().equals(path)) {
        exchange.sendResponseHeaders(NOT_FOUND, NO_BODY);
      } else if (method.equals("GET") || method.equals("HEAD")) {
        send(exchange, page.get(), method.equals("HEAD"));
      } else {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        exchange.sendResponseHeaders(WRONG_METHOD, NO_BODY);
      }
    }
  }

  private static void send(HttpExchange exchange, Answer answer, boolean headOnly)
      throws IOException {
    byte[] body = answer.text().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", answer.type());
    exchange.sendResponseHeaders(answer.status(), headOnly ? NO_BODY : body.length);
    if (!headOnly) {
      exchange.getResponseBody().write(body);
    }
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return server.getAddress();
  }

  /** Ends it at once. */
  @Override
  public void close() {
    server.stop(0);
    thread.shutdownNow();
  }
}
