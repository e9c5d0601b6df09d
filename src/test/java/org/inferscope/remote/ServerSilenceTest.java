package org.inferscope.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceKind;
import org.inferscope.compute.DeviceLostException;
import org.inferscope.compute.Progress;
import org.inferscope.compute.bench.MatmulSize;
import org.inferscope.compute.worker.ServerAccess;
import org.inferscope.compute.worker.ServerLoader;
import org.inferscope.compute.worker.WorkerConnection;
import org.inferscope.compute.worker.proto.JobProgress;
import org.inferscope.compute.worker.proto.LoadEvent;
import org.inferscope.model.gpt2.generate.Generation.Step;
import org.inferscope.model.gpt2.sampling.SamplingSettings;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Numbers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** A server that hangs is noticed, one that is slow is waited for. */
@Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
class ServerSilenceTest {
  private static final Duration SHORT = Duration.ofSeconds(1);

  /** For what a server answers before it is silent: enough on a busy machine. */
  private static final Duration BEARABLE = Duration.ofSeconds(2);

  private static final Duration LONG = Duration.ofSeconds(10);
  private static final Device DEVICE = new Device("server", "A server", DeviceKind.REMOTE, "Test");

  @TempDir private Path folder;
  private SilentServer server;

  @BeforeEach
  void start() throws IOException {
    server = new SilentServer();
  }

  @AfterEach
  void end() {
    server.close();
  }

  private ModelHost connect(Duration patience) {
    return new RemoteModelHost(DEVICE, loader(patience).open());
  }

  private ServerLoader loader(Duration patience) {
    ServerAccess access = new ServerAccess("127.0.0.1", server.port(), "", "a token");
    return new ServerLoader(access, "1", LONG, patience);
  }

  private static HostedModel load(ModelHost host, Watch watch) {
    return host.load("tiny", DType.FP32, watch);
  }

  private void assertLost(Duration patience, ThrowingCallable call) throws InterruptedException {
    assertThat(catchThrowableOfType(DeviceLostException.class, call).sentence())
        .isEqualTo(
            "127.0.0.1:%d had not answered after %s and is no longer used.",
            server.port(), Numbers.duration(patience.toMillis() / 1e3));
    assertThat(server.cancelled.await(5, TimeUnit.SECONDS)).as("the server hears of it").isTrue();
  }

  @Test
  void whileAModelIsLoaded() throws Exception {
    try (ModelHost host = connect(SHORT)) {
      assertLost(SHORT, () -> load(host, Watch.NONE));
    }
  }

  @Test
  void whileProductsAreMeasured() throws Exception {
    try (ModelHost host = connect(SHORT)) {
      List<MatmulSize> sizes = List.of(new MatmulSize(1, 1, 1));
      assertLost(SHORT, () -> host.benchmark(sizes, 1, result -> {}, Watch.NONE));
    }
  }

  @Test
  void whileAPassIsTraced() throws Exception {
    server.loading = SilentServer::load;
    try (ModelHost host = connect(BEARABLE);
        HostedModel model = load(host, Watch.NONE)) {
      Path out = folder.resolve("out.safetensors");
      assertLost(BEARABLE, () -> model.trace(GivenPrompt.of("x"), Set.of(), out, Watch.NONE));
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void whileATextIsWritten() throws Exception {
    server.loading = SilentServer::load;
    GenerationWish wish =
        new GenerationWish(GivenPrompt.of("x"), 1, SamplingSettings.likeliest(), List.of(), true);
    WritingListener nobody =
        new WritingListener() {
          @Override
          public void began(List<Integer> ids, String text) {}

          @Override
          public void wrote(Step step) {}
        };
    try (ModelHost host = connect(BEARABLE);
        HostedModel model = load(host, Watch.NONE)) {
      assertLost(BEARABLE, () -> model.generate(wish, nobody, () -> {}));
    }
  }

  @Test
  void aModelThatIsNotLetGoOfInTimeEndsNoSession() {
    server.loading = SilentServer::load;
    server.measuring = StreamObserver::onCompleted;
    try (ModelHost host = connect(BEARABLE)) {
      load(host, Watch.NONE).close();
      host.benchmark(List.of(new MatmulSize(1, 1, 1)), 1, result -> {}, Watch.NONE);
    }
  }

  @Test
  void answersWithoutContentAreNotHandedOn() {
    server.loading =
        out -> {
          for (int i = 0; i < 15; i++) {
            JobProgress progress = JobProgress.newBuilder().setMessage("part " + i).build();
            // Every other time it has nothing to say but that it is still there.
            out.onNext(
                i % 2 == 0
                    ? LoadEvent.newBuilder().setProgress(progress).build()
                    : LoadEvent.getDefaultInstance());
          }
          SilentServer.load(out);
        };
    List<String> heard = new ArrayList<>();
    try (ModelHost host = connect(LONG)) {
      assertThat(load(host, watch(progress -> heard.add(progress.message()), () -> {})).name())
          .isEqualTo("tiny");
      assertThat(heard).hasSize(8);
    }
  }

  @Test
  void aServerThatServesOthersFirstIsWaitedFor() {
    BlockingQueue<StreamObserver<LoadEvent>> calls = new LinkedBlockingQueue<>();
    server.loading = calls::add;
    AtomicLong nanos = new AtomicLong();
    WorkerConnection connection = loader(LONG).open();
    int[] turns = {0};
    Runnable others =
        () -> {
          if (turns[0]++ < 5) {
            long before = connection.othersServed();
            server.serveOthers();
            until(() -> connection.othersServed() > before);
            nanos.addAndGet(LONG.toNanos() * 3 / 4);
          } else if (!calls.isEmpty()) {
            SilentServer.load(calls.remove());
          }
        };
    try (ModelHost host = new RemoteModelHost(DEVICE, connection, nanos::get)) {
      assertThat(load(host, watch(progress -> {}, others)).name()).isEqualTo("tiny");
      assertThat(turns[0]).isGreaterThan(5);
    }
  }

  private static void until(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  private static Watch watch(Consumer<Progress> told, Runnable checkpoint) {
    return new Watch() {
      @Override
      public void progressed(Progress progress) {
        told.accept(progress);
      }

      @Override
      public void checkpoint() {
        checkpoint.run();
      }
    };
  }
}
