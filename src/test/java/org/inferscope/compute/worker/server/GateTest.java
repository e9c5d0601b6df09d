package org.inferscope.compute.worker.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate before a service that anybody may call: connections, encryption, counting. */
class GateTest {
  private static final int MOST = 20;
  private static final byte[] PREFACE =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0".getBytes(StandardCharsets.US_ASCII);

  private static final Gate.Patience LONG =
      new Gate.Patience(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1));

  private final ServerMetrics metrics = new ServerMetrics();
  private final List<ManagedChannel> channels = new ArrayList<>();
  private final List<Socket> sockets = new ArrayList<>();
  private Server server;
  private Gate gate;

  private void start(Optional<ServerTls> tls) throws IOException {
    start(tls, LONG);
  }

  private void start(Optional<ServerTls> tls, Gate.Patience patience) throws IOException {
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .directExecutor()
            .addService(new HealthStatusManager().getHealthService());
    Limits limits = new Limits(1 << 20, 1 << 20, 1 << 16, 4, 1);
    gate = new Gate(limits, MOST, tls, metrics, patience);
    server = gate.guard(builder).build().start();
  }

  @AfterEach
  void stop() throws Exception {
    channels.forEach(ManagedChannel::shutdownNow);
    for (Socket socket : sockets) {
      socket.close();
    }
    server.shutdownNow().awaitTermination(10, TimeUnit.SECONDS);
    gate.close();
  }

  private ManagedChannel client() {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("127.0.0.1", server.getPort()).usePlaintext().build();
    channels.add(channel);
    return channel;
  }

  private static ServingStatus ask(ManagedChannel channel) {
    return HealthGrpc.newBlockingStub(channel)
        .withDeadlineAfter(20, TimeUnit.SECONDS)
        .check(HealthCheckRequest.getDefaultInstance())
        .getStatus();
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
    sockets.add(socket);
    return socket;
  }

  private void awaitOpen(int count) {
    Waiting.until("connections are " + count, () -> metrics.connections() == count);
  }

  @Test
  void oneConnectionTooManyIsToldSoAndTheOthersGoOn() throws Exception {
    start(Optional.empty());
    ManagedChannel early = client();
    assertThat(ask(early)).isEqualTo(ServingStatus.SERVING);
    for (int i = 1; i < MOST; i++) {
      connect().getOutputStream().write(PREFACE);
    }
    awaitOpen(MOST);
    assertThatThrownBy(() -> ask(client()))
        .isInstanceOf(StatusRuntimeException.class)
        .hasMessage(
            "RESOURCE_EXHAUSTED: This server has no room for more connections: it takes 20 at a"
                + " time. Try again later.");
    assertThat(ask(early)).isEqualTo(ServingStatus.SERVING);
    assertThat(metrics.refused()).isEqualTo(1);
  }

  @Test
  void roomThatIsLeftIsGivenToTheNext() throws Exception {
    start(Optional.empty());
    for (int i = 0; i < MOST; i++) {
      connect();
    }
    awaitOpen(MOST);
    assertThatThrownBy(() -> ask(client())).hasMessageStartingWith("RESOURCE_EXHAUSTED");
    for (Socket socket : sockets) {
      socket.close();
    }
    awaitOpen(0);
    assertThat(ask(client())).isEqualTo(ServingStatus.SERVING);
  }

  @Test
  void tenThousandConnectionsCostTheOthersNothingAndLeaveNothing() throws Exception {
    start(Optional.empty());
    ManagedChannel early = client();
    assertThat(ask(early)).isEqualTo(ServingStatus.SERVING);
    int wanted = Descriptors.atMost(10_000);
    for (int i = 0; i < wanted; i++) {
      try {
        connect().getOutputStream().write(PREFACE);
      } catch (SocketException e) {
        // Closed between the two, as those are that nobody has time to tell why.
        assertThat(e).hasMessageMatching("(Broken pipe|Connection reset).*");
      }
      if (i % 500 == 0) {
        assertThat(ask(early)).isEqualTo(ServingStatus.SERVING);
      }
    }
    Waiting.until("all were counted", () -> metrics.refused() + metrics.connections() >= wanted);
    assertThat(metrics.connections()).isLessThanOrEqualTo(MOST);
    assertThat(ask(early)).isEqualTo(ServingStatus.SERVING);
    for (Socket socket : sockets) {
      socket.close();
    }
    awaitOpen(1);
  }

  @Test
  void aClientThatTrustsTheCertificateTalksEncryptedAndAnotherNotAtAll(@TempDir Path folder)
      throws Exception {
    Path certificate = TestCertificates.copy("server.crt", folder);
    start(Optional.of(ServerTls.read(certificate, TestCertificates.copy("server.key", folder))));
    assertThat(ask(encrypted(certificate))).isEqualTo(ServingStatus.SERVING);
    Path other = TestCertificates.copy("rsa.crt", folder);
    assertThatThrownBy(() -> ask(encrypted(other))).hasMessageStartingWith("UNAVAILABLE");
    assertThatThrownBy(() -> ask(client())).hasMessageStartingWith("UNAVAILABLE");
  }

  @Test
  void tooManyEncryptedConnectionsAreToldSo(@TempDir Path folder) throws Exception {
    Path certificate = TestCertificates.copy("server.crt", folder);
    start(Optional.of(ServerTls.read(certificate, TestCertificates.copy("server.key", folder))));
    for (int i = 0; i < MOST; i++) {
      connect();
    }
    awaitOpen(MOST);
    assertThatThrownBy(() -> ask(encrypted(certificate)))
        .hasMessageStartingWith("RESOURCE_EXHAUSTED: This server has no room");
  }

  private ManagedChannel encrypted(Path trusted) throws IOException {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("127.0.0.1", server.getPort())
            .sslContext(GrpcSslContexts.forClient().trustManager(trusted.toFile()).build())
            .build();
    channels.add(channel);
    return channel;
  }

  @Test
  void thoseWhoConnectAndSayNothingOrHalfAWordAreSentAway() throws Exception {
    start(Optional.empty(), new Gate.Patience(Duration.ofMillis(500), LONG.stay(), LONG.goodbye()));
    for (int i = 0; i < MOST; i++) {
      connect().getOutputStream().write(PREFACE, 0, i);
    }
    awaitOpen(MOST);
    awaitOpen(0);
    assertThat(ask(client())).isEqualTo(ServingStatus.SERVING);
  }

  @Test
  void whatIsNoHttpAtAllIsSentAwayAtOnce() throws Exception {
    start(Optional.empty());
    Socket socket = connect();
    socket
        .getOutputStream()
        .write("GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    socket.setSoTimeout(5_000);
    socket.getInputStream().readAllBytes();
    awaitOpen(0);
  }

  @Test
  void thoseWhoWatchOrAskForHealthWithoutEndDoNotKeepTheirConnections() throws Exception {
    start(
        Optional.empty(),
        new Gate.Patience(Duration.ofMinutes(1), Duration.ofMillis(400), Duration.ofMillis(50)));
    List<CompletableFuture<Status>> watches = new ArrayList<>();
    for (int i = 0; i < MOST; i++) {
      ManagedChannel channel = client();
      ask(channel);
      if (i % 2 == 0) {
        watches.add(watch(channel));
      }
    }
    awaitOpen(MOST);
    awaitOpen(0);
    assertThat(watches)
        .allSatisfy(
            watch ->
                assertThat(watch.get(20, TimeUnit.SECONDS).getCode())
                    .isEqualTo(Status.Code.UNAVAILABLE));
    assertThat(ask(channels.get(0))).isEqualTo(ServingStatus.SERVING);
  }

  @Test
  void whoAsksAgainAndAgainIsAnsweredEachTimeThoughItsConnectionsAreEnded() throws Exception {
    start(
        Optional.empty(),
        new Gate.Patience(Duration.ofMinutes(1), Duration.ofMillis(100), Duration.ofMillis(500)));
    ManagedChannel prober = client();
    CompletableFuture<Status> watch = watch(prober);
    Waiting.until(
        "its connection is ended",
        () -> {
          assertThat(ask(prober)).isEqualTo(ServingStatus.SERVING);
          return watch.isDone();
        });
    assertThat(ask(prober)).isEqualTo(ServingStatus.SERVING);
  }

  @Test
  void soManyMayWatchTheHealthAndTheOthersAreToldSo() throws Exception {
    start(Optional.empty());
    List<CompletableFuture<Status>> watches = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      watches.add(watch(i % 8 == 0 ? client() : channels.get(channels.size() - 1)));
    }
    Waiting.until(
        "some were refused",
        () -> watches.stream().filter(CompletableFuture::isDone).count() == 16);
    for (CompletableFuture<Status> watch : watches) {
      if (watch.isDone()) {
        assertThat(watch.join().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
        assertThat(watch.join().getDescription()).contains("watched by 64 already");
      }
    }
    assertThat(ask(client())).isEqualTo(ServingStatus.SERVING);
    channels.get(0).shutdownNow();
    Waiting.until("there is room again", () -> !watch(channels.get(9)).isDone());
  }

  private static CompletableFuture<Status> watch(ManagedChannel channel) {
    return RawCalls.sendAndRead(channel, HealthGrpc.getWatchMethod(), new byte[0]);
  }

  @Test
  void eachCallIsCountedWithItsStatus() throws Exception {
    start(Optional.empty());
    ask(client());
    assertThat(metrics.calls())
        .containsOnlyKeys(new ServerMetrics.Ended("grpc.health.v1.Health/Check", Status.Code.OK));
  }
}
