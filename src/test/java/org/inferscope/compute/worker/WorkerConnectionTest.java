package org.inferscope.compute.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Status;
import java.nio.FloatBuffer;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.inferscope.compute.DeviceLostException;
import org.inferscope.compute.DeviceUsage;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.worker.proto.Usage;
import org.junit.jupiter.api.Test;

/** A session that something happens to. */
@SuppressWarnings("try") // The way is closed under the connection on purpose.
class WorkerConnectionTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final BlockingQueue<DeviceLostException> losses = new ArrayBlockingQueue<>(10);

  @Test
  void aServerThatHangsIsLostWhenTimeIsUp() throws Exception {
    try (FakeServer server = FakeServer.hanging();
        RemoteBackend backend = backend(server, Duration.ofMillis(300))) {
      backend.allocate(1);
      DeviceLostException lost =
          catchThrowableOfType(DeviceLostException.class, backend::synchronize);
      assertThat(lost.sentence())
          .isEqualTo(
              "127.0.0.1:%d had not answered after 300 ms and is no longer used.", server.port());
      assertThat(catchThrowableOfType(DeviceLostException.class, () -> backend.allocate(1)))
          .hasMessage(lost.getMessage());
      assertThat(losses.poll(5, TimeUnit.SECONDS)).hasMessage(lost.getMessage());
    }
  }

  @Test
  void aCallCanBeCancelledFromAnotherThreadAndTheServerHearsOfIt() throws Exception {
    try (FakeServer server = FakeServer.hanging();
        RemoteBackend backend = backend(server, LONG)) {
      backend.allocate(1);
      Thread other =
          new Thread(
              () -> {
                awaitCall(server);
                // More than once: the caller may not have noted its call yet.
                do {
                  backend.cancelCurrent();
                } while (!isCancelledSoon(server));
              });
      other.start();
      assertThat(catchThrowable(backend::synchronize)).isInstanceOf(CancellationException.class);
      assertThat(server.cancelled.await(5, TimeUnit.SECONDS)).isTrue();
      other.join();
      assertThat(losses).isEmpty();
    }
  }

  private static boolean isCancelledSoon(FakeServer server) {
    try {
      return server.cancelled.await(10, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static void awaitCall(FakeServer server) {
    try {
      server.called.await(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void anUploadThatFailsHereIsCancelledThere() throws Exception {
    // More than is sent before anybody has read the first part.
    FloatBuffer source = FloatBuffer.allocate(4 << 20);
    try (FakeServer server = FakeServer.plain();
        WorkerConnection connection = loader(server.port(), LONG).open()) {
      server.uploading = () -> source.limit(0);
      assertThat(catchThrowable(() -> connection.upload(1, source)))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThat(server.cancelled.await(5, TimeUnit.SECONDS)).isTrue();
      assertThat(connection.loss()).isEmpty();
    }
  }

  @Test
  void cancellingNothingDoesNothing() throws Exception {
    try (FakeServer server = FakeServer.plain();
        RemoteBackend backend = backend(server, LONG)) {
      backend.cancelCurrent();
      backend.allocate(1);
      backend.synchronize();
      backend.cancelCurrent();
      assertThat(server.batches).hasSize(1);
    }
  }

  @Test
  void aCallCanBeGivenUpByTheThreadThatWaits() throws Exception {
    try (FakeServer server =
            new FakeServer(
                null,
                (batch, out) -> {
                  if (batch.getRepeat() == 1) {
                    FakeServer.answer(batch, out);
                  }
                });
        RemoteBackend backend = backend(server, LONG)) {
      MatrixView view = MatrixView.of(backend.allocate(1), 1, 1);
      int[] looks = {0};
      assertThat(
              catchThrowable(
                  () ->
                      backend.nanos(
                          3,
                          () -> backend.relu(view, view),
                          () -> {
                            if (++looks[0] == 3) {
                              throw new CancellationException();
                            }
                          })))
          .isInstanceOf(CancellationException.class);
      assertThat(server.cancelled.await(5, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void theEndOfTheWayIsToldWhileNothingIsUnderWay() throws Exception {
    try (FakeServer server = FakeServer.plain();
        Relay relay = new Relay(server.port());
        RemoteBackend backend = backend(relay.port(), LONG)) {
      relay.close();
      String sentence = "The connection to 127.0.0.1:%d broke off.".formatted(relay.port());
      assertThat(losses.poll(5, TimeUnit.SECONDS)).hasMessage(sentence);
      assertThat(catchThrowableOfType(DeviceLostException.class, () -> backend.allocate(1)))
          .hasMessage(sentence);
    }
  }

  @Test
  void aNetworkThatBreaksOffInACallIsALoss() throws Exception {
    try (FakeServer server = FakeServer.hanging();
        Relay relay = new Relay(server.port());
        RemoteBackend backend = backend(relay.port(), LONG)) {
      backend.allocate(1);
      Thread other =
          new Thread(
              () -> {
                awaitCall(server);
                relay.close();
              });
      other.start();
      assertThat(catchThrowableOfType(DeviceLostException.class, backend::synchronize))
          .hasMessage("The connection to 127.0.0.1:%d broke off.", relay.port());
      other.join();
    }
  }

  @Test
  void aNetworkThatGoesWithoutAWordIsALossWhenTimeIsUp() throws Exception {
    try (FakeServer server = FakeServer.plain();
        Relay relay = new Relay(server.port());
        RemoteBackend backend = backend(relay.port(), Duration.ofMillis(300))) {
      // The session has begun through it, so it has worked.
      relay.freeze();
      backend.allocate(1);
      assertThat(catchThrowableOfType(DeviceLostException.class, backend::synchronize))
          .hasMessage(
              "127.0.0.1:%d had not answered after 300 ms and is no longer used.", relay.port());
    }
  }

  @Test
  void aSessionThatAServerEndsIsLost() throws Exception {
    try (FakeServer server = FakeServer.plain();
        RemoteBackend backend = backend(server, LONG)) {
      server.events.onCompleted();
      assertThat(losses.poll(5, TimeUnit.SECONDS))
          .hasMessage("127.0.0.1:%d has ended this session.", server.port());
      assertThat(catchThrowable(backend::synchronize)).isInstanceOf(DeviceLostException.class);
    }
  }

  @Test
  void whatAServerRefusesIsToldInItsWordsAndTheSessionGoesOn() throws Exception {
    try (FakeServer server =
            new FakeServer(
                null,
                (batch, out) ->
                    out.onError(
                        Status.RESOURCE_EXHAUSTED.withDescription("It is full.").asException()));
        RemoteBackend backend = backend(server, LONG)) {
      backend.allocate(1);
      assertThat(catchThrowableOfType(InferscopeException.class, backend::synchronize).sentence())
          .isEqualTo("It is full.");
      assertThat(losses).isEmpty();
    }
  }

  @Test
  void whatNobodyExpectedIsAnErrorOfAProgrammer() throws Exception {
    try (FakeServer server =
            new FakeServer(null, (batch, out) -> out.onError(Status.INTERNAL.asException()));
        RemoteBackend backend = backend(server, LONG)) {
      backend.allocate(1);
      assertThatIllegalStateException().isThrownBy(backend::synchronize);
      assertThat(losses).isEmpty();
    }
  }

  @Test
  void whatTheServerSaysOfItsUseIsKnown() throws Exception {
    try (FakeServer server = FakeServer.plain();
        RemoteBackend backend = backend(server, LONG)) {
      server.tell(
          Usage.newBuilder()
              .setHeldBytes(100)
              .setHeldByYou(10)
              .setRunning("A pass")
              .setWaiting(3)
              .setClients(2)
              .build());
      backend.allocate(1);
      // Events come in the order they were sent, before the answer of a later call.
      backend.synchronize();
      assertThat(backend.usage()).isEqualTo(new DeviceUsage(100, "A pass", 3, 2));
    }
  }

  @Test
  void aClosedBackendIsNoLoss() throws Exception {
    try (FakeServer server = FakeServer.plain()) {
      RemoteBackend backend = backend(server, LONG);
      backend.close();
      backend.close();
      assertThatIllegalStateException().isThrownBy(() -> backend.allocate(1));
      assertThat(losses).isEmpty();
    }
  }

  private RemoteBackend backend(FakeServer server, Duration patience) {
    return backend(server.port(), patience);
  }

  private RemoteBackend backend(int port, Duration patience) {
    RemoteBackend backend = loader(port, patience).connect();
    backend.whenLost(losses::add);
    return backend;
  }

  private static ServerLoader loader(int port, Duration patience) {
    ServerAccess access = new ServerAccess("127.0.0.1", port, "", FakeServer.TOKEN);
    return new ServerLoader(access, "1", LONG, patience);
  }
}
