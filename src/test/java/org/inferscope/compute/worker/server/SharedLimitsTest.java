package org.inferscope.compute.worker.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.inferscope.compute.worker.server.TestClient.allocate;

import io.grpc.Context;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.compute.worker.proto.ComputeGrpc;
import org.inferscope.compute.worker.proto.ComputeGrpc.ComputeBlockingStub;
import org.inferscope.compute.worker.proto.Hello;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What all sessions share: memory, and what a connection is let in for. */
@Timeout(60)
class SharedLimitsTest {
  private static final Hello HELLO =
      Hello.newBuilder().setProtocol(WorkerServer.PROTOCOL).setName("test").build();

  private final Limits limits = new Limits(4000, 6000, 1 << 16, 8, 1);
  private Gate gate = gate(Duration.ofMinutes(1));
  private TestServer server = server();

  /**
   * A gate.
   *
   * @param stay how long strangers may
   */
  private Gate gate(Duration stay) {
    return new Gate(
        limits,
        8,
        Optional.empty(),
        new ServerMetrics(),
        new Gate.Patience(Duration.ofMinutes(1), stay, Duration.ofMillis(50)));
  }

  private TestServer server() {
    return new TestServer(
        new ReferenceBackend(),
        builder ->
            builder
                .limits(limits)
                .open(new HealthStatusManager().getHealthService())
                .transport(gate::guard));
  }

  @AfterEach
  void stop() {
    server.close();
    gate.close();
  }

  @Test
  void allSessionsTogetherHoldNoMoreThanTheTotal() {
    try (TestClient first = server.attach("first");
        TestClient second = server.attach("second")) {
      first.run(allocate(1, 1000));
      second.run(allocate(1, 500));

      assertThatThrownBy(() -> second.run(allocate(2, 1)))
          .hasMessage(
              "RESOURCE_EXHAUSTED: All sessions together may hold no more than 6000 bytes; try"
                  + " again when others have ended.");
      assertThat(server.server().usage().heldBytes()).isEqualTo(6000);
      first.leave();
      Waiting.until("it is freed", () -> server.server().usage().heldBytes() == 2000);
      second.run(allocate(3, 500));
      assertThat(server.server().usage().heldBytes()).isEqualTo(4000);
    }
  }

  @Test
  void aConnectionHasOneSessionAtATime() {
    ManagedChannel channel = channel();
    ComputeBlockingStub stub =
        ComputeGrpc.newBlockingStub(
            TestClient.with("authorization", "Bearer " + TestServer.SECRET, channel));
    try (Context.CancellableContext first = Context.ROOT.withCancellation();
        Context.CancellableContext later = Context.ROOT.withCancellation()) {
      first.run(() -> stub.attach(HELLO).next());

      assertThatThrownBy(() -> stub.attach(HELLO).next())
          .hasMessage(
              "RESOURCE_EXHAUSTED: This connection has as many sessions as it may have at a time:"
                  + " 1.");
      assertThat(server.server().usage().clients()).isEqualTo(1);
      first.cancel(null);
      Waiting.until("it has left", () -> server.server().usage().clients() == 0);
      later.run(() -> stub.attach(HELLO).next());
    } finally {
      channel.shutdownNow();
    }
  }

  @Test
  void aConnectionWithASessionStaysWhileOneThatOnlyWatchesIsSentAway() throws Exception {
    stop();
    gate = gate(Duration.ofSeconds(1));
    server = server();
    ManagedChannel stranger = channel();
    try (GoodClient good = new GoodClient(server)) {
      good.computes();
      for (int i = 0; i < 2; i++) {
        CompletableFuture<Status> watch =
            RawCalls.sendAndRead(stranger, HealthGrpc.getWatchMethod(), new byte[0]);
        assertThat(watch.get(20, TimeUnit.SECONDS).getCode()).isEqualTo(Status.Code.UNAVAILABLE);
      }
      good.computes();
    } finally {
      stranger.shutdownNow();
    }
  }

  private ManagedChannel channel() {
    return NettyChannelBuilder.forAddress("127.0.0.1", server.server().port())
        .usePlaintext()
        .build();
  }
}
