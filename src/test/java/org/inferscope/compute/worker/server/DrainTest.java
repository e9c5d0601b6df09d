package org.inferscope.compute.worker.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.inferscope.compute.worker.server.TestClient.allocate;
import static org.inferscope.compute.worker.server.TestClient.floats;
import static org.inferscope.compute.worker.server.TestClient.read;
import static org.inferscope.compute.worker.server.TestClient.write;

import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.stub.StreamObserver;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.compute.worker.proto.Numbers;
import org.inferscope.compute.worker.proto.Read;
import org.inferscope.compute.worker.proto.UploadPart;
import org.inferscope.compute.worker.proto.Uploaded;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that ends while calls are under way. */
@Timeout(60)
class DrainTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  /** More than what lies between a server and a reader that does not read. */
  private static final int LARGE = 8 << 20;

  private PublicServer server;

  @BeforeEach
  void start() {
    server =
        PublicServer.start(
            new ServeSettings(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                Optional.empty(),
                TestServer.SECRET,
                new Limits(1 << 28, 1 << 28, 1 << 20, 8, 1),
                8,
                Optional.empty(),
                "1"),
            TestServer.loader(new ReferenceBackend()),
            builder -> builder,
            news -> {});
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private TestClient attach(String name) {
    return new TestClient(server.port(), TestServer.SECRET, name);
  }

  /** Has begun when this returns. */
  private CompletableFuture<Void> drain(TestClient client) {
    CompletableFuture<Void> drain = CompletableFuture.runAsync(() -> server.drain(LONG));
    Waiting.until("it says that it ends", () -> health(client) == ServingStatus.NOT_SERVING);
    return drain;
  }

  private static ServingStatus health(TestClient client) {
    return HealthGrpc.newBlockingStub(client.channel())
        .check(HealthCheckRequest.getDefaultInstance())
        .getStatus();
  }

  private void awaitPause(long heldBytes) {
    Waiting.until("it has begun", () -> server.usage().heldBytes() == heldBytes);
    Waiting.until("it waits", () -> server.usage().running().isEmpty());
  }

  @Test
  void anUploadThatWaitsForItsClientMayGoOn() throws Exception {
    try (TestClient client = attach("slow");
        TestClient other = attach("other")) {
      CompletableFuture<Uploaded> answer = UploadFlowTest.answer();
      StreamObserver<UploadPart> parts = client.async().upload(new UploadFlowTest.Into(answer));
      parts.onNext(UploadFlowTest.first(1, 3, 5));
      awaitPause(12);

      CompletableFuture<Void> drain = drain(other);
      for (int i = 1; i <= 20; i++) {
        assertThat(floats(other.run(allocate(i, 1), write(i, i), read(i, 0, 1)).getNumbers(0)))
            .containsExactly(i);
      }
      assertThat(drain).isNotDone();
      parts.onNext(UploadFlowTest.part(7, 9));
      parts.onCompleted();

      assertThat(answer.join().getSize()).isEqualTo(3);
      drain.get(20, TimeUnit.SECONDS);
    }
  }

  @Test
  void aDownloadThatWaitsForItsReaderIsReadToItsEnd() throws Exception {
    try (TestClient client = attach("slow");
        TestClient other = attach("other")) {
      client.run(allocate(1, LARGE));
      Iterator<Numbers> numbers =
          client.stub().download(Read.newBuilder().setTensor(1).setSize(LARGE).build());
      long got = numbers.next().getValues().size();
      awaitPause((long) LARGE * Float.BYTES);

      CompletableFuture<Void> drain = drain(other);
      while (numbers.hasNext()) {
        got += numbers.next().getValues().size();
      }

      assertThat(got).isEqualTo((long) LARGE * Float.BYTES);
      drain.get(20, TimeUnit.SECONDS);
    }
  }

  @Test
  void whoDoesNotGoOnIsNotWaitedForWithoutEnd() {
    try (TestClient client = attach("silent")) {
      CompletableFuture<Uploaded> answer = UploadFlowTest.answer();
      client.async().upload(new UploadFlowTest.Into(answer)).onNext(UploadFlowTest.first(1, 3, 5));
      awaitPause(12);

      server.drain(Duration.ofMillis(100));

      assertThatThrownBy(answer::join).hasCauseInstanceOf(StatusRuntimeException.class);
    }
  }

  @Test
  void whoIsOnlyAttachedOrHasHadItsAnswersIsNotWaitedFor() throws Exception {
    try (TestClient client = attach("idle")) {
      client.run(allocate(1, 1));
      assertThatThrownBy(() -> client.run(allocate(1, 1)))
          .isInstanceOf(StatusRuntimeException.class);

      CompletableFuture.runAsync(() -> server.drain(LONG)).get(20, TimeUnit.SECONDS);
    }
  }
}
