package org.inferscope.compute.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Metadata;
import io.grpc.Status;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.AbstractStringAssert;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceKind;
import org.inferscope.compute.InferscopeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which servers are used, and what is said of the others. */
class ServerLoaderTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  /** Enough to connect on a busy machine. */
  private static final Duration REACHING = Duration.ofSeconds(3);

  private static final String OTHER = "00:11:22";

  @TempDir private Path folder;

  @Test
  void aServerOfThisMachineIsUsedInPlainText() throws Exception {
    try (FakeServer server = FakeServer.plain();
        RemoteBackend backend = loader(server.access("")).connect()) {
      String address = "127.0.0.1:" + server.port();
      assertThat(backend.device())
          .isEqualTo(
              new Device(
                  "server:" + address, "A card on " + address, DeviceKind.REMOTE, "Driver 1"));
    }
  }

  @Test
  void anotherMachineIsNotSpokenToInPlainText() {
    assertSentence(new ServerAccess("192.0.2.1", 1, "", "token"))
        .isEqualTo(
            "Without encryption only a server of this machine can be used, not 192.0.2.1:1."
                + " Give it a certificate.");
  }

  @Test
  void theCertificateThatAPersonHasAcceptedIsTrustedAndNoOther() throws Exception {
    try (FakeServer server =
        new FakeServer(Certificates.server(folder, "-1d", 10), FakeServer::answer)) {
      ServerCertificate shown = ServerCertificate.fetch("127.0.0.1", server.port(), LONG);
      assertThat(shown.fingerprint()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
      assertThat(shown.subject()).isEqualTo("CN=elsewhere");
      assertThat(shown.notBefore()).isBefore(Instant.now());
      assertThat(shown.notAfter()).isAfter(Instant.now());

      ServerAccess access = server.access(shown.fingerprint().toLowerCase(Locale.ROOT));
      try (RemoteBackend backend = loader(access).connect()) {
        backend.allocate(1);
        backend.synchronize();
        assertThat(server.batches).hasSize(1);
      }

      assertSentence(server.access(OTHER))
          .isEqualTo(
              "The server 127.0.0.1:%d has another certificate than before, and is not used. Kept:"
                      .formatted(server.port())
                  + " 00:11:22. Seen: "
                  + shown.fingerprint()
                  + ". If the certificate was renewed, connect to the server once more.");
    }
  }

  @Test
  void anExpiredCertificateIsRefusedAndOneOfTheFutureToo() throws Exception {
    assertRefused("-10d", 5, "is no longer valid since");
    assertRefused("+5d", 5, "is not valid before");
  }

  private void assertRefused(String from, int days, String reason) throws Exception {
    try (FakeServer server =
        new FakeServer(Certificates.server(folder, from, days), FakeServer::answer)) {
      String fingerprint = ServerCertificate.fetch("127.0.0.1", server.port(), LONG).fingerprint();
      assertSentence(server.access(fingerprint))
          .startsWith("The certificate of the server 127.0.0.1:" + server.port())
          .contains(reason);
    }
  }

  @Test
  void aServerThatDoesNotSpeakTlsIsNotUsed() throws Exception {
    try (FakeServer server = FakeServer.plain()) {
      String sentence = "The server 127.0.0.1:%d does not answer in TLS.";
      assertSentence(server.access(OTHER)).isEqualTo(sentence, server.port());
      assertThat(
              catchThrowableOfType(
                      InferscopeException.class,
                      () -> ServerCertificate.fetch("127.0.0.1", server.port(), LONG))
                  .sentence())
          .isEqualTo(sentence, server.port());
    }
  }

  @Test
  void aWrongTokenIsTold() throws Exception {
    try (FakeServer server = FakeServer.plain()) {
      assertSentence(new ServerAccess("127.0.0.1", server.port(), "", "guessed"))
          .isEqualTo("The server 127.0.0.1:%d does not accept this token.", server.port());
    }
  }

  @Test
  void aServerOfAnotherVersionIsTold() throws Exception {
    try (FakeServer server = FakeServer.plain()) {
      server.attaching = Status.FAILED_PRECONDITION.withDescription("it has 9.1.0.");
      assertSentence(server.access(""))
          .isEqualTo(
              "The server 127.0.0.1:%d is of another version of Inferscope: it has 9.1.0.",
              server.port());
      server.attaching = Status.UNIMPLEMENTED;
      assertSentence(server.access(""))
          .isEqualTo("127.0.0.1:%d is not a compute server of Inferscope.", server.port());
    }
  }

  @Test
  void whereNobodyListensThatIsTold() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    assertSentence(new ServerAccess("127.0.0.1", port, "", "token"))
        .startsWith("The server 127.0.0.1:" + port + " cannot be reached: ");
    assertSentence(new ServerAccess("127.0.0.1", port, OTHER, "token"))
        .startsWith("The server 127.0.0.1:" + port + " cannot be reached: ");
  }

  @Test
  void aServerThatNeverAnswersIsGivenUp() throws Exception {
    try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ServerAccess access = new ServerAccess("127.0.0.1", mute.getLocalPort(), OTHER, "token");
      Duration patience = Duration.ofMillis(200);
      ServerLoader loader = new ServerLoader(access, "1", patience, patience);
      String sentence = "The server 127.0.0.1:%d did not answer within 200 ms.";
      assertThat(catchThrowableOfType(InferscopeException.class, loader::load).sentence())
          .isEqualTo(sentence, mute.getLocalPort());
      assertThat(
              catchThrowableOfType(
                      InferscopeException.class,
                      () -> ServerCertificate.fetch("127.0.0.1", mute.getLocalPort(), patience))
                  .sentence())
          .isEqualTo(sentence, mute.getLocalPort());
    }
  }

  @Test
  void aServerThatDoesNotSpeakTheProtocolIsGivenUpAsSoon() throws Exception {
    try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ServerAccess access = new ServerAccess("127.0.0.1", mute.getLocalPort(), "", "token");
      Duration patience = Duration.ofMillis(200);
      ServerLoader loader = new ServerLoader(access, "1", patience, LONG, LONG);
      assertThat(catchThrowableOfType(InferscopeException.class, loader::load).sentence())
          .isEqualTo("The server 127.0.0.1:%d did not answer within 200 ms.", mute.getLocalPort());
    }
  }

  @Test
  void aServerThatLoadsItsDeviceAgainIsWaitedFor() throws Exception {
    try (FakeServer server = FakeServer.plain()) {
      CompletableFuture<Void> loaded = new CompletableFuture<>();
      server.ready = loaded;
      CompletableFuture<RemoteBackend> client =
          CompletableFuture.supplyAsync(
              new ServerLoader(server.access(""), "1", REACHING, LONG, LONG)::connect);
      assertThat(server.attached.await(20, TimeUnit.SECONDS)).isTrue();
      // Longer than it may take to be reached.
      assertThatThrownBy(() -> client.get(REACHING.toMillis() * 5 / 4, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      loaded.complete(null);
      try (RemoteBackend backend = client.get(20, TimeUnit.SECONDS)) {
        assertThat(backend.device().name()).startsWith("A card on ");
      }
    }
  }

  @Test
  void aServerWhoseDeviceIsNeverReadyIsGivenUp() throws Exception {
    try (FakeServer server = FakeServer.plain()) {
      server.ready = new CompletableFuture<>();
      ServerLoader loader =
          new ServerLoader(server.access(""), "1", REACHING, Duration.ofMillis(500), LONG);
      assertThat(catchThrowableOfType(InferscopeException.class, loader::load).sentence())
          .isEqualTo(
              "The server 127.0.0.1:%d is there, but its device was not ready within 3.5 s.",
              server.port());
    }
  }

  @Test
  void whoeverWaitsForADeviceCanGiveUp() throws Exception {
    try (FakeServer server = FakeServer.plain()) {
      server.ready = new CompletableFuture<>();
      CompletableFuture<Throwable> thrown = new CompletableFuture<>();
      Thread waiting =
          new Thread(() -> thrown.complete(catchThrowable(() -> loader(server.access("")).load())));
      waiting.start();
      assertThat(server.attached.await(20, TimeUnit.SECONDS)).isTrue();
      waiting.interrupt();
      assertThat(thrown.get(20, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
    }
  }

  @Test
  void whatAServerSaysOfItsDeviceIsToldInItsWords() throws Exception {
    try (FakeServer server = FakeServer.plain()) {
      server.attaching = Status.UNAVAILABLE.withDescription("The card is broken.");
      server.trailers.put(
          Metadata.Key.of("inferscope-lost", Metadata.ASCII_STRING_MARSHALLER), "device");
      assertSentence(server.access("")).isEqualTo("The card is broken.");
    }
  }

  @Test
  void theTokenIsInNoText() {
    assertThat(new ServerAccess("::1", 5, "", "secret")).hasToString("[::1]:5");
  }

  private static ServerLoader loader(ServerAccess access) {
    return new ServerLoader(access, "1", LONG, LONG);
  }

  private static AbstractStringAssert<?> assertSentence(ServerAccess access) {
    return assertThat(
        catchThrowableOfType(InferscopeException.class, () -> loader(access).load()).sentence());
  }
}
