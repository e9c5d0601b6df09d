package org.inferscope.compute.worker.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.inferscope.compute.worker.server.TestClient.allocate;
import static org.inferscope.compute.worker.server.TestClient.batch;
import static org.inferscope.compute.worker.server.TestClient.bytes;
import static org.inferscope.compute.worker.server.TestClient.matrix;
import static org.inferscope.compute.worker.server.TestClient.read;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.compute.worker.proto.Elementwise;
import org.inferscope.compute.worker.proto.Op;
import org.inferscope.compute.worker.proto.Read;
import org.inferscope.compute.worker.proto.UploadPart;
import org.inferscope.compute.worker.proto.Uploaded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Uploads, cancelling, sessions that end in the middle of something, and that others go on. */
@Timeout(60)
class SessionEndTest {
  private final CountDownLatch busy = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);
  private final AtomicInteger relus = new AtomicInteger();

  @Test
  void uploadsInPartsAndDownloads() {
    try (TestServer server = new TestServer(new ReferenceBackend());
        TestClient client = server.attach("test")) {
      int size = 700_001;
      Answer<Uploaded> answer = new Answer<>();
      StreamObserver<UploadPart> parts = client.async().upload(answer);
      float[] numbers = new float[size];
      for (int i = 0; i < size; i++) {
        numbers[i] = i;
      }
      for (int from = 0; from < size; from += 33_333) {
        UploadPart.Builder part =
            UploadPart.newBuilder()
                .setValues(
                    bytes(
                        java.util.Arrays.copyOfRange(
                            numbers, from, Math.min(size, from + 33_333))));
        parts.onNext((from == 0 ? part.setTensor(1).setSize(size) : part).build());
      }
      parts.onCompleted();

      assertThat(answer.await().getSize()).isEqualTo(size);
      float[] back = new float[size];
      int at = 0;
      for (var it = client.stub().download(reading(1, 0, size)); it.hasNext(); ) {
        float[] some = TestClient.floats(it.next());
        System.arraycopy(some, 0, back, at, some.length);
        at += some.length;
      }
      assertThat(back).isEqualTo(numbers);
    }
  }

  @Test
  void refusesUploadsThatDoNotFillTheirTensorAndKeepsNothingOfThem() {
    try (TestServer server = new TestServer(new ReferenceBackend());
        TestClient client = server.attach("test")) {
      assertThat(upload(client, part(1, 3, 1, 2)).code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
      assertThat(upload(client, part(2, 1, 1, 2)).code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
      assertThat(upload(client).code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
      UploadPart half =
          UploadPart.newBuilder()
              .setTensor(3)
              .setSize(1)
              .setValues(com.google.protobuf.ByteString.copyFrom(new byte[] {1, 2}))
              .build();
      assertThat(upload(client, half).code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
      WorkerServerTest.assertRefused(() -> client.run(read(1, 0, 1)), Status.Code.NOT_FOUND, "1");

      assertThat(server.server().usage().heldBytes()).isZero();
    }
  }

  @Test
  void freesEverythingWhenASessionEndsInTheMiddleOfARunAndAnUpload() throws Exception {
    try (TestServer server = blocking();
        TestClient client = server.attach("leaver")) {
      client.run(allocate(1, 10));
      Answer<org.inferscope.compute.worker.proto.Results> running = new Answer<>();
      client.async().run(batch(relu(), relu()), running);
      Answer<Uploaded> uploading = new Answer<>();
      StreamObserver<UploadPart> parts = client.async().upload(uploading);
      parts.onNext(part(2, 100, 1, 2));
      Answer<org.inferscope.compute.worker.proto.Results> waiting = new Answer<>();
      client.async().run(batch(allocate(3, 10)), waiting);
      assertThat(busy.await(20, TimeUnit.SECONDS)).isTrue();

      client.leave();
      Waiting.until("done", () -> server.server().usage().clients() == 0);
      release.countDown();

      assertThat(running.code()).isEqualTo(Status.Code.CANCELLED);
      assertThat(waiting.code()).isEqualTo(Status.Code.CANCELLED);
      assertThat(uploading.code()).isEqualTo(Status.Code.CANCELLED);
      Waiting.until("done", () -> server.server().usage().heldBytes() == 0);
      assertThat(relus).hasValue(1);
      assertThat(server.server().usage().waiting()).isZero();
    }
  }

  @Test
  void freesAnUploadThatStopsHalfway() {
    try (TestServer server = new TestServer(new ReferenceBackend());
        TestClient client = server.attach("leaver")) {
      StreamObserver<UploadPart> parts = client.async().upload(new Answer<>());
      parts.onNext(part(1, 100, 1, 2));
      Waiting.until("done", () -> server.server().usage().heldBytes() == 400);

      parts.onError(Status.CANCELLED.asRuntimeException());

      Waiting.until("done", () -> server.server().usage().heldBytes() == 0);
      client.run(allocate(2, 1));
    }
  }

  @Test
  void endsACallBetweenItsOperationsOnceItsTimeIsOver() throws Exception {
    try (TestServer server = blocking();
        TestClient client = server.attach("test")) {
      client.run(allocate(1, 10));
      Answer<org.inferscope.compute.worker.proto.Results> late = new Answer<>();
      client.async().withDeadlineAfter(3, TimeUnit.SECONDS).run(batch(relu(), relu()), late);
      assertThat(busy.await(20, TimeUnit.SECONDS)).isTrue();
      Answer<org.inferscope.compute.worker.proto.Results> queued = new Answer<>();
      client.async().withDeadlineAfter(300, TimeUnit.MILLISECONDS).run(batch(relu()), queued);

      assertThat(late.code()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
      assertThat(queued.code()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
      Waiting.until("done", () -> server.server().usage().waiting() == 0);
      release.countDown();
      client.run(read(1, 0, 1));

      assertThat(relus).hasValue(1);
    }
  }

  @Test
  void computesCallsInTheOrderTheyWereSentThoughNobodyWaitsInBetween() {
    try (TestServer server = new TestServer(new ReferenceBackend());
        TestClient client = server.attach("test")) {
      client.run(allocate(1, 3_000_000));
      Answer<org.inferscope.compute.worker.proto.Results> first = new Answer<>();
      Answer<org.inferscope.compute.worker.proto.Results> second = new Answer<>();
      float[] many = new float[3_000_000];
      many[0] = 5;
      client.async().run(batch(TestClient.write(1, many)), first);
      client.async().run(batch(read(1, 0, 1)), second);

      assertThat(TestClient.floats(second.await().getNumbers(0))).containsExactly(5);
    }
  }

  @Test
  void servesOthersWhileOneFloodsAndOneDoesNotRead() {
    try (TestServer server = new TestServer(new ReferenceBackend());
        TestClient flood = server.attach("flood");
        TestClient deaf = server.attach("deaf");
        TestClient modest = server.attach("modest")) {
      deaf.run(allocate(1, 20_000_000));
      deaf.stub().download(reading(1, 0, 20_000_000)).next();
      flood.run(allocate(1, 250_000));
      Op work =
          Op.newBuilder()
              .setGelu(
                  Elementwise.newBuilder().setX(matrix(1, 500, 500)).setOut(matrix(1, 500, 500)))
              .build();
      List<Answer<org.inferscope.compute.worker.proto.Results>> all = new CopyOnWriteArrayList<>();
      for (int i = 0; i < 100; i++) {
        Answer<org.inferscope.compute.worker.proto.Results> answer = new Answer<>();
        all.add(answer);
        flood.async().run(batch(work), answer);
      }

      modest.run(allocate(1, 1), read(1, 0, 1));

      assertThat(all.get(99).result.isDone()).isFalse();
      assertThat(all.get(99).await().getNanos()).isPositive();
    }
  }

  @Test
  void tellsWhatRunsWhoWaitsAndWhatIsHeld() throws Exception {
    try (TestServer server = blocking();
        TestClient client = server.attach("worker");
        TestClient watcher = server.attach("watcher")) {
      client.run(allocate(1, 10));
      client.async().run(batch(relu()).toBuilder().setTitle("A big thing").build(), new Answer<>());
      assertThat(busy.await(20, TimeUnit.SECONDS)).isTrue();
      client.async().run(batch(relu()), new Answer<>());

      org.inferscope.compute.worker.proto.Usage usage = watcher.events.next().getUsage();
      while (usage.getWaiting() == 0 || usage.getRunning().isEmpty()) {
        usage = watcher.events.next().getUsage();
      }

      assertThat(usage.getRunning()).contains("A big thing").contains("worker");
      assertThat(usage.getHeldBytes()).isEqualTo(40);
      assertThat(usage.getHeldByYou()).isZero();
      assertThat(usage.getClients()).isEqualTo(2);
      release.countDown();
    }
  }

  /** A server whose relu waits until it is released. */
  private TestServer blocking() {
    return new TestServer(
        HookedBackend.of(
            operation -> {
              if (operation.equals("relu")) {
                relus.incrementAndGet();
                busy.countDown();
                try {
                  assertThat(release.await(20, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              }
            }));
  }

  private static Op relu() {
    return Op.newBuilder()
        .setRelu(Elementwise.newBuilder().setX(matrix(1, 2, 5)).setOut(matrix(1, 2, 5)))
        .build();
  }

  private static Read reading(long tensor, long offset, long size) {
    return Read.newBuilder().setTensor(tensor).setOffset(offset).setSize(size).build();
  }

  private static UploadPart part(long tensor, long size, float... values) {
    return UploadPart.newBuilder().setTensor(tensor).setSize(size).setValues(bytes(values)).build();
  }

  private static Answer<Uploaded> upload(TestClient client, UploadPart... parts) {
    Answer<Uploaded> answer = new Answer<>();
    StreamObserver<UploadPart> call = client.async().upload(answer);
    for (UploadPart part : parts) {
      call.onNext(part);
    }
    call.onCompleted();
    return answer;
  }

  /** Waits for what a call answers. */
  private static final class Answer<T> implements StreamObserver<T> {
    private final CompletableFuture<T> result = new CompletableFuture<>();

    @Override
    public void onNext(T value) {
      result.complete(value);
    }

    @Override
    public void onError(Throwable error) {
      result.completeExceptionally(error);
    }

    @Override
    public void onCompleted() {}

    T await() {
      return result.orTimeout(30, TimeUnit.SECONDS).join();
    }

    Status.Code code() {
      return result
          .orTimeout(30, TimeUnit.SECONDS)
          .handle(
              (value, error) ->
                  error == null ? Status.Code.OK : Status.fromThrowable(error).getCode())
          .join();
    }
  }
}
