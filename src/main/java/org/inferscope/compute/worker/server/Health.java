package org.inferscope.compute.worker.server;

import io.grpc.BindableService;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.protobuf.services.HealthStatusManager;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.worker.proto.ComputeGrpc;
import org.inferscope.text.Texts;

/**
 * Whether a server takes calls: from when it has {@link #open opened} and its device is ready, to
 * its end, but for the time in which its device is lost. Any thread.
 */
final class Health implements DeviceListener {
  private final HealthStatusManager service = new HealthStatusManager();
  private final CompletableFuture<InferscopeException> gone = new CompletableFuture<>();
  private final ServerMetrics metrics;
  private final Consumer<String> news;
  private boolean opened;
  private boolean ready;

  /**
   * The health of a server that does not serve yet.
   *
   * @param news is told of losses that it outlives, and that they are over, in a sentence each
   */
  Health(ServerMetrics metrics, Consumer<String> news) {
    this.metrics = metrics;
    this.news = news;
    metrics.watchHealth(this::isServing);
    tell();
  }

  /** What tells clients, without a token. */
  BindableService service() {
    return service.getHealthService();
  }

  synchronized boolean isServing() {
    return opened && ready;
  }

  synchronized void open() {
    opened = true;
    tell();
  }

  /** Whoever watches hears of it at once; nothing is told any more. */
  synchronized void end() {
    opened = false;
    service.enterTerminalState();
  }

  @Override
  public synchronized void deviceReady() {
    ready = true;
    tell();
    if (opened) {
      news.accept(Texts.get("serve.again"));
    }
  }

  @Override
  public synchronized void deviceLost(String sentence, boolean again) {
    ready = false;
    tell();
    metrics.deviceLost();
    if (again) {
      news.accept(sentence);
    }
  }

  @Override
  public void deviceGone(InferscopeException why) {
    gone.complete(why);
  }

  /** Completes if the server will never have a device again, with the reason. */
  CompletionStage<InferscopeException> gone() {
    return gone;
  }

  private void tell() {
    ServingStatus status = isServing() ? ServingStatus.SERVING : ServingStatus.NOT_SERVING;
    service.setStatus(HealthStatusManager.SERVICE_NAME_ALL_SERVICES, status);
    service.setStatus(ComputeGrpc.SERVICE_NAME, status);
  }
}
