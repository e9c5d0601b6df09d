package org.inferscope.compute.worker.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.inferscope.compute.BackendLoader;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceUsage;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.exec.TestedLoader;
import org.inferscope.text.Texts;

/**
 * A server for other machines: a {@link WorkerServer} behind a {@link Gate}, the standard health
 * service, and the pages that machines watch it by. Any thread; closed once.
 */
public final class PublicServer implements AutoCloseable {
  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final Gate gate;
  private final Health health;
  private final WorkerServer server;
  private final Device device;
  private Optional<MetricsPage> page = Optional.empty();

  private PublicServer(Gate gate, Health health, WorkerServer server, Device device) {
    this.gate = gate;
    this.health = health;
    this.server = server;
    this.device = device;
  }

  /**
   * Starts it and waits until its device is loaded.
   *
   * @param more adds services to it
   * @param news is told of losses of its device that it outlives, and that they are over, in a
   *     sentence each; on any thread
   * @throws InferscopeException if it cannot listen where it should, or its device cannot be used
   */
  public static PublicServer start(
      ServeSettings settings,
      BackendLoader loader,
      UnaryOperator<WorkerServer.Builder> more,
      Consumer<String> news) {
    ServerMetrics metrics = new ServerMetrics();
    Gate gate = new Gate(settings.limits(), settings.connections(), settings.tls(), metrics);
    Health health = new Health(metrics, news);
    WorkerServer.Builder builder =
        WorkerServer.of(new TestedLoader(loader))
            .listen(settings.listen())
            .secret(new Secret(settings.token()))
            .version(settings.version())
            .limits(settings.limits())
            .listener(metrics)
            .open(health.service())
            .reloading(health)
            .transport(gate::guard);
    WorkerServer server = listen(more.apply(builder), settings.listen(), gate);
    try {
      metrics.watch(server::usage);
      PublicServer started = new PublicServer(gate, health, server, server.awaitDevice());
      settings.metrics().ifPresent(where -> started.show(where, settings.version()));
      health.open();
      return started;
    } catch (RuntimeException | Error e) {
      server.close();
      gate.close();
      throw e;
    }
  }

  private static WorkerServer listen(
      WorkerServer.Builder builder, InetSocketAddress where, Gate gate) {
    try {
      return builder.start();
    } catch (IOException e) {
      gate.close();
      Throwable reason = e.getCause() == null ? e : e.getCause();
      String address = where.getHostString() + ":" + where.getPort();
      throw new InferscopeException(
          Texts.get("serve.taken", address, String.valueOf(reason.getMessage())), e);
    }
  }

  private void show(InetSocketAddress where, String version) {
    page =
        Optional.of(MetricsPage.start(where, gate.metrics(), version, device, health::isServing));
  }

  /** Where it listens. */
  public int port() {
    return server.port();
  }

  /** Where its own pages are. */
  public Optional<InetSocketAddress> metrics() {
    return page.map(MetricsPage::address);
  }

  /** What it computes on. */
  public Device device() {
    return device;
  }

  /**
   * Completes if it has lost its device for good, with the reason: it was lost again soon after it
   * had been loaded again, or could not be. Then the server is of no use any more and is to be
   * closed.
   */
  public CompletionStage<InferscopeException> gone() {
    return health.gone();
  }

  /** How much is in use. */
  public DeviceUsage usage() {
    return server.usage();
  }

  /**
   * Says that it ends, waits so long for calls that are under way, also if it is their clients that
   * let them wait, and ends. What asks for its health hears of it at once.
   */
  public void drain(Duration patience) {
    health.end();
    waitFor(server::isIdle, patience);
    close();
  }

  private static void waitFor(BooleanSupplier condition, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  @Override
  public void close() {
    health.end();
    server.close();
    gate.close();
    page.ifPresent(MetricsPage::close);
  }
}
