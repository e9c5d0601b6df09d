package org.inferscope.compute.worker.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.inferscope.compute.worker.server.TestClient.allocate;
import static org.inferscope.compute.worker.server.TestClient.batch;
import static org.inferscope.compute.worker.server.TestClient.floats;
import static org.inferscope.compute.worker.server.TestClient.read;
import static org.inferscope.compute.worker.server.TestClient.write;

import com.google.common.util.concurrent.ListenableFuture;
import io.grpc.StatusRuntimeException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.worker.proto.ComputeGrpc;
import org.inferscope.compute.worker.proto.Results;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server for others whose device is lost. */
@Timeout(60)
class DeviceCareTest {
  private static final String LOST =
      "The server has lost its device and loads it again. " + LosableCard.SENTENCE;
  private static final String LOST_AGAIN =
      "The server has lost its device again and ends. " + LosableCard.SENTENCE;

  /** What the loader hands out next; it waits where there is none. */
  private final BlockingQueue<LosableCard> cards = new LinkedBlockingQueue<>();

  private final List<String> news = new CopyOnWriteArrayList<>();
  private PublicServer server;

  private LosableCard start() {
    LosableCard first = new LosableCard(true);
    cards.add(first);
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    TestServer.Loader loader = () -> cards.take().backend();
    server =
        PublicServer.start(
            new ServeSettings(
                any,
                Optional.empty(),
                TestServer.SECRET,
                new Limits(1 << 20, 1 << 20, 1 << 20, 8, 1),
                8,
                Optional.of(any),
                "1"),
            loader,
            builder -> builder,
            news::add);
    Waiting.until("its losses are heard of", () -> first.heard);
    return first;
  }

  @AfterEach
  void stop() {
    cards.add(new LosableCard(true));
    if (server != null) {
      server.close();
    }
  }

  private TestClient attach() {
    return new TestClient(server.port(), TestServer.SECRET, "test");
  }

  private HttpResponse<String> page(String path) throws Exception {
    int port = server.metrics().orElseThrow().getPort();
    URI address = URI.create("http://127.0.0.1:" + port + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  /** Says that a card allocates, and lets it go on when it may. */
  private static Consumer<String> holdsAllocating(CountDownLatch busy, CountDownLatch release) {
    return operation -> {
      if (operation.equals("allocate")) {
        busy.countDown();
        await(release);
      }
    };
  }

  private static void computes(TestClient client) {
    Results results = client.run(allocate(1, 2), write(1, 3, 4), read(1, 0, 2));
    assertThat(floats(results.getNumbers(0))).containsExactly(3, 4);
  }

  @Test
  void aSessionEndsWithTheSentenceAndTheNextOneHasTheDeviceThatIsLoadedAgain() throws Exception {
    LosableCard first = start();
    try (TestClient client = attach()) {
      computes(client);
      first.loseAndTell();
      assertThat(page("/healthz").statusCode()).isEqualTo(503);
      assertThat(page("/metrics").body())
          .contains("inferscope_serving 0\n", "inferscope_device_losses_total 1\n");
      assertThatThrownBy(() -> client.events.forEachRemaining(event -> {}))
          .isInstanceOf(StatusRuntimeException.class)
          .hasMessage("UNAVAILABLE: " + LOST);
      Waiting.until("the lost backend is closed", () -> first.closed);

      CompletableFuture<TestClient> next = CompletableFuture.supplyAsync(this::attach);
      cards.add(new LosableCard(true));
      try (TestClient other = next.get(20, TimeUnit.SECONDS)) {
        computes(other);
      }
      assertThat(page("/healthz").statusCode()).isEqualTo(200);
      assertThat(news).containsExactly(LOST, "The device is ready again.");
      Waiting.until("nothing is held", () -> server.usage().heldBytes() == 0);
      assertThat(server.gone().toCompletableFuture()).isNotDone();
    }
  }

  @Test
  void callsThatRunOrWaitEndWithTheSentenceWhoeverNoticesFirst() throws Exception {
    LosableCard first = start();
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    first.hook =
        operation -> {
          busy.countDown();
          await(release);
        };
    try (TestClient one = attach();
        TestClient two = attach()) {
      ListenableFuture<Results> running =
          ComputeGrpc.newFutureStub(one.channel()).run(batch(allocate(1, 2), allocate(2, 2)));
      await(busy);
      ListenableFuture<Results> waiting =
          ComputeGrpc.newFutureStub(two.channel()).run(batch(allocate(1, 2)));
      Waiting.until("the second waits", () -> server.usage().waiting() == 1);
      // Not told of: the operation is the first to notice.
      first.lose();
      release.countDown();
      assertThatThrownBy(running::get).hasMessageContaining("UNAVAILABLE: " + LOST);
      assertThatThrownBy(waiting::get).hasMessageContaining("UNAVAILABLE: " + LOST);
    }
  }

  @Test
  void aCallThatRunsOnEndsWithTheSentenceToo() throws Exception {
    LosableCard first = start();
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    first.hook = holdsAllocating(busy, release);
    try (TestClient client = attach()) {
      ListenableFuture<Results> running =
          ComputeGrpc.newFutureStub(client.channel()).run(batch(allocate(1, 2), allocate(2, 2)));
      await(busy);
      first.tell();
      release.countDown();
      assertThatThrownBy(running::get).hasMessageContaining("UNAVAILABLE: " + LOST);
    }
  }

  @Test
  void aSecondLossSoonAfterIsTheEnd() throws Exception {
    LosableCard first = start();
    LosableCard second = new LosableCard(true);
    cards.add(second);
    first.loseAndTell();
    try (TestClient client = attach()) {
      computes(client);
      second.loseAndTell();
      assertThatThrownBy(() -> client.events.forEachRemaining(event -> {}))
          .hasMessage("UNAVAILABLE: " + LOST_AGAIN);
      assertThat(server.gone().toCompletableFuture().get(20, TimeUnit.SECONDS).sentence())
          .isEqualTo(LOST_AGAIN);
      assertThat(page("/healthz").statusCode()).isEqualTo(503);
      assertThatThrownBy(this::attach).hasMessage("UNAVAILABLE: " + LOST_AGAIN);
      Waiting.until("the lost backend is closed", () -> second.closed);
      // Whoever ends the process for it tells of the end.
      assertThat(news).containsExactly(LOST, "The device is ready again.");
    }
  }

  @Test
  void aSecondLossThatACallNoticesTooIsCountedOnce() throws Exception {
    LosableCard first = start();
    LosableCard second = new LosableCard(true);
    cards.add(second);
    first.loseAndTell();
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    second.hook = holdsAllocating(busy, release);
    try (TestClient client = attach()) {
      ListenableFuture<Results> running =
          ComputeGrpc.newFutureStub(client.channel()).run(batch(allocate(1, 2)));
      await(busy);
      second.loseAndTell();
      release.countDown();

      assertThatThrownBy(running::get).hasMessageContaining("UNAVAILABLE: " + LOST_AGAIN);
      Waiting.until("the lost backend is closed", () -> second.closed);
      assertThat(page("/metrics").body()).contains("inferscope_device_losses_total 2\n");
      assertThat(news).containsExactly(LOST, "The device is ready again.");
    }
  }

  @Test
  void aDeviceThatCannotBeLoadedAgainIsTheEnd() throws Exception {
    LosableCard first = start();
    LosableCard wrong = new LosableCard(false);
    cards.add(wrong);
    first.loseAndTell();
    InferscopeException why = server.gone().toCompletableFuture().get(20, TimeUnit.SECONDS);
    assertThat(why.sentence())
        .startsWith("The server has lost its device and cannot load it again. ")
        .contains("gave a wrong product");
    assertThat(wrong.closed).isTrue();
    assertThat(page("/healthz").statusCode()).isEqualTo(503);
  }

  @Test
  void aDeviceThatComputesWronglyIsNotServed() {
    LosableCard wrong = new LosableCard(false);
    cards.add(wrong);
    assertThatThrownBy(this::start)
        .isInstanceOf(InferscopeException.class)
        .hasMessageContaining("gave a wrong product");
    assertThat(wrong.closed).isTrue();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
