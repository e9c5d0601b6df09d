package org.inferscope.compute.worker.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.compute.worker.proto.UploadPart;
import org.inferscope.compute.worker.proto.Uploaded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Uploads whose client is silent, hasty, or sends what is too long. */
@Timeout(60)
class UploadFlowTest {
  private static final int PART = 1 << 20;
  private static final int PARTS = 24;

  @Test
  void anUploadThatWaitsForItsClientLeavesTheDeviceToTheOthers() {
    AtomicReference<Thread> writer = new AtomicReference<>();
    try (TestServer server = new TestServer(HookedBackend.of(name -> note(name, writer)));
        TestClient silent = server.attach("silent");
        GoodClient good = new GoodClient(server)) {
      CompletableFuture<Uploaded> answer = answer();
      StreamObserver<UploadPart> parts = silent.async().upload(new Into(answer));
      parts.onNext(first(1, 3, 5));
      Waiting.until("it has begun", () -> writer.get() != null);
      Waiting.until("it waits", () -> server.server().usage().running().isEmpty());
      Thread device = writer.get();
      long before = cpuNanos(device);

      Waiting.until("it sleeps", () -> device.getState() == Thread.State.WAITING);
      for (int look = 0; look < 100_000; look++) {
        assertThat(server.server().usage().running()).isEmpty();
      }
      assertThat(cpuNanos(device) - before).isLessThan(TimeUnit.MILLISECONDS.toNanos(20));
      good.computes();
      parts.onNext(part(7, 9));
      parts.onCompleted();
      assertThat(answer.join().getSize()).isEqualTo(3);
    }
  }

  /** Which of a process's device threads is this server's. */
  private static void note(String name, AtomicReference<Thread> writer) {
    if (name.equals("write")) {
      writer.set(Thread.currentThread());
    }
  }

  private static long cpuNanos(Thread thread) {
    return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId());
  }

  @Test
  void noPartIsOverlookedThatComesWhileTheOnesBeforeAreTaken() {
    try (TestServer server = new TestServer(new ReferenceBackend());
        TestClient client = server.attach("test")) {
      for (int tensor = 1; tensor <= 300; tensor++) {
        CompletableFuture<Uploaded> answer = answer();
        StreamObserver<UploadPart> parts = client.async().upload(new Into(answer));
        parts.onNext(first(tensor, 20, 1));
        for (int i = 1; i < 20; i++) {
          parts.onNext(part(i));
        }
        parts.onCompleted();
        assertThat(answer.join().getSize()).isEqualTo(20);
      }
    }
  }

  @Test
  void whileTheDeviceIsBusyAClientCanSendAFewMegabytesAheadWhateverItsFirstPartWas()
      throws Exception {
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    try (TestServer server =
            new TestServer(HookedBackend.of(name -> block(name, busy, release)), same -> same);
        TestClient client = server.attach("hasty")) {
      CompletableFuture<Uploaded> answer = answer();
      ClientCallStreamObserver<UploadPart> parts =
          (ClientCallStreamObserver<UploadPart>) client.async().upload(new Into(answer));
      parts.onNext(UploadPart.newBuilder().setTensor(1).setSize((long) PARTS * PART).build());
      UploadPart large = large(PART);
      parts.onNext(large);
      assertThat(busy.await(20, TimeUnit.SECONDS)).isTrue();

      int sent = 1;
      for (; sent < 3; sent++) {
        Waiting.until("one more may come", parts::isReady);
        parts.onNext(large);
      }
      while (sent < PARTS && isReadySoon(parts)) {
        parts.onNext(large);
        sent++;
      }

      assertThat(sent).isLessThanOrEqualTo(12);
      release.countDown();
      for (; sent < PARTS; sent++) {
        parts.onNext(large);
      }
      parts.onCompleted();
      assertThat(answer.join().getSize()).isEqualTo((long) PARTS * PART);
    } finally {
      release.countDown();
    }
  }

  private static boolean isReadySoon(ClientCallStreamObserver<?> call) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(500);
    while (!call.isReady() && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    return call.isReady();
  }

  private static void block(String name, CountDownLatch busy, CountDownLatch release) {
    if (name.equals("write")) {
      busy.countDown();
      try {
        release.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void aPartThatIsTooLongIsRefused() {
    try (TestServer server = new TestServer(new ReferenceBackend());
        TestClient client = server.attach("test")) {
      CompletableFuture<Uploaded> answer = answer();
      StreamObserver<UploadPart> parts = client.async().upload(new Into(answer));
      parts.onNext(large(PART + 1).toBuilder().setTensor(1).setSize(PART + 1).build());

      assertThatThrownBy(answer::join)
          .isInstanceOf(CompletionException.class)
          .cause()
          .hasMessage(
              "RESOURCE_EXHAUSTED: A part of an upload may have no more than 4194304 bytes of"
                  + " numbers.");
      assertThat(server.server().usage().heldBytes()).isZero();
    }
  }

  /** Waiting for it ends in any case. */
  static CompletableFuture<Uploaded> answer() {
    return new CompletableFuture<Uploaded>().orTimeout(20, TimeUnit.SECONDS);
  }

  private static UploadPart large(int numbers) {
    return UploadPart.newBuilder()
        .setValues(ByteString.copyFrom(new byte[numbers * Float.BYTES]))
        .build();
  }

  static UploadPart first(long tensor, long size, float... values) {
    return part(values).toBuilder().setTensor(tensor).setSize(size).build();
  }

  static UploadPart part(float... values) {
    return UploadPart.newBuilder().setValues(TestClient.bytes(values)).build();
  }

  record Into(CompletableFuture<Uploaded> answer) implements StreamObserver<Uploaded> {

    @Override
    public void onNext(Uploaded uploaded) {
      answer.complete(uploaded);
    }

    @Override
    public void onError(Throwable error) {
      answer.completeExceptionally(Status.fromThrowable(error).asRuntimeException());
    }

    @Override
    public void onCompleted() {}
  }
}
