package org.inferscope.compute.worker.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.grpc.Context;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.stub.StreamObserver;
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
    // Not always the first: its handshake may outlast the time that it is given to be told.
    Waiting.until(
        "they are told so",
        () ->
            catchThrowable(() -> ask(encrypted(certificate)))
                .getMessage()
                .startsWith("RESOURCE_EXHAUSTED: This server has no room"));
  }

  private ManagedChannel encrypted(Path trusted) throws IOException {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("127.0.0.1", server.getPort())
            .sslContext(GrpcSslContexts.forClient().trustManager(trusted.toFile()).build())
            .build();
    channels.add(channel);
    return channel;
  }

  /** Fails if the server leaves it open. */
  private static void awaitEnd(Socket socket) throws IOException {
    socket.setSoTimeout(20_000);
    try {
      socket.getInputStream().readAllBytes();
    } catch (SocketException e) {
      // Ended in the middle of what it said, which is an end, too.
    }
  }

  @Test
  void thoseWhoConnectAndSayNothingOrHalfAWordAreSentAway() throws Exception {
    start(Optional.empty(), new Gate.Patience(Duration.ofMillis(500), LONG.stay(), LONG.goodbye()));
    for (int i = 0; i < MOST; i++) {
      connect().getOutputStream().write(PREFACE, 0, i);
    }
    for (Socket socket : sockets) {
      awaitEnd(socket);
    }
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
    for (int i = 0; i < 64; i++) {
      assertThat(new Watch(i % 4 == 0 ? client() : lastClient()).isLetIn()).isTrue();
    }
    Watch tooMany = new Watch(client());
    assertThat(tooMany.isLetIn()).isFalse();
    assertThat(tooMany.refusal()).contains("watched by 64 already");
    assertThat(ask(lastClient())).isEqualTo(ServingStatus.SERVING);
  }

  @Test
  void whoWatchesNoMoreLeavesItsRoomToOthers() throws Exception {
    start(Optional.empty());
    for (int i = 0; i < 64; i++) {
      assertThat(new Watch(i % 4 == 0 ? client() : lastClient()).isLetIn()).isTrue();
    }
    channels.get(0).shutdownNow();
    client();
    for (int i = 0; i < 4; i++) {
      Waiting.until("there is room again", () -> new Watch(lastClient()).isLetIn());
    }
    Watch tooMany = new Watch(client());
    assertThat(tooMany.isLetIn()).isFalse();
    assertThat(tooMany.refusal()).contains("watched by 64 already");
  }

  @Test
  void oneConnectionMayWatchAFewTimesAndTheOthersHaveTheRest() throws Exception {
    start(Optional.empty());
    ManagedChannel greedy = client();
    List<Watch> watches = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      watches.add(new Watch(greedy));
      assertThat(watches.get(i).isLetIn()).isTrue();
    }
    for (int i = 0; i < 80; i++) {
      Watch tooMany = new Watch(greedy);
      assertThat(tooMany.isLetIn()).isFalse();
      assertThat(tooMany.refusal())
          .isEqualTo(
              "This connection watches the health of this server 4 times already, as many as it"
                  + " may.");
    }
    for (int i = 0; i < 60; i++) {
      assertThat(new Watch(i % 4 == 0 ? client() : lastClient()).isLetIn()).isTrue();
    }
    watches.get(0).end();
    Waiting.until("there is room again", () -> new Watch(greedy).isLetIn());
  }

  private ManagedChannel lastClient() {
    return channels.get(channels.size() - 1);
  }

  /** A client that watches the server's health. */
  private static final class Watch implements StreamObserver<HealthCheckResponse> {
    private final CompletableFuture<Optional<Throwable>> begun = new CompletableFuture<>();
    private final Context.CancellableContext open = Context.ROOT.withCancellation();

    Watch(ManagedChannel channel) {
      open.run(
          () -> HealthGrpc.newStub(channel).watch(HealthCheckRequest.getDefaultInstance(), this));
    }

    /** Whether it is told anything; otherwise it has been refused. */
    boolean isLetIn() {
      return begun.orTimeout(20, TimeUnit.SECONDS).join().isEmpty();
    }

    String refusal() {
      Status status = Status.fromThrowable(begun.join().orElseThrow());
      assertThat(status.getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
      return String.valueOf(status.getDescription());
    }

    void end() {
      open.cancel(null);
    }

    @Override
    public void onNext(HealthCheckResponse response) {
      begun.complete(Optional.empty());
    }

    @Override
    public void onError(Throwable error) {
      begun.complete(Optional.of(error));
    }

    @Override
    public void onCompleted() {}
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
