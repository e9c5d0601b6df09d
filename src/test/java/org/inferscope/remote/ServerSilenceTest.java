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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceKind;
import org.inferscope.compute.DeviceLostException;
import org.inferscope.compute.Progress;
import org.inferscope.compute.bench.MatmulSize;
import org.inferscope.compute.worker.ServerAccess;
import org.inferscope.compute.worker.ServerLoader;
import org.inferscope.compute.worker.proto.JobProgress;
import org.inferscope.compute.worker.proto.LoadEvent;
import org.inferscope.model.gpt2.generate.Generation.Step;
import org.inferscope.model.gpt2.sampling.SamplingSettings;
import org.inferscope.tensor.DType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** A server that hangs is noticed, one that is slow is waited for. */
@Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
class ServerSilenceTest {
  private static final Duration SHORT = Duration.ofMillis(200);
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
    ServerAccess access = new ServerAccess("127.0.0.1", server.port(), "", "a token");
    ServerLoader loader = new ServerLoader(access, "1", Duration.ofSeconds(10), patience);
    return new RemoteModelHost(DEVICE, loader.open());
  }

  private static HostedModel load(ModelHost host, Watch watch) {
    return host.load("tiny", DType.FP32, watch);
  }

  private void assertLost(ThrowingCallable call) throws InterruptedException {
    assertThat(catchThrowableOfType(DeviceLostException.class, call).sentence())
        .isEqualTo(
            "127.0.0.1:%d had not answered after 200 ms and is no longer used.", server.port());
    assertThat(server.cancelled.await(5, TimeUnit.SECONDS)).as("the server hears of it").isTrue();
  }

  @Test
  void whileAModelIsLoaded() throws Exception {
    try (ModelHost host = connect(SHORT)) {
      assertLost(() -> load(host, Watch.NONE));
    }
  }

  @Test
  void whileProductsAreMeasured() throws Exception {
    try (ModelHost host = connect(SHORT)) {
      List<MatmulSize> sizes = List.of(new MatmulSize(1, 1, 1));
      assertLost(() -> host.benchmark(sizes, 1, result -> {}, Watch.NONE));
    }
  }

  @Test
  void whileAPassIsTraced() throws Exception {
    server.loading = SilentServer::load;
    try (ModelHost host = connect(SHORT);
        HostedModel model = load(host, Watch.NONE)) {
      Path out = folder.resolve("out.safetensors");
      assertLost(() -> model.trace(GivenPrompt.of("x"), Set.of(), out, Watch.NONE));
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
    try (ModelHost host = connect(SHORT);
        HostedModel model = load(host, Watch.NONE)) {
      assertLost(() -> model.generate(wish, nobody, () -> {}));
    }
  }

  @Test
  void aModelThatIsNotLetGoOfInTimeEndsNoSession() {
    server.loading = SilentServer::load;
    server.measuring = StreamObserver::onCompleted;
    try (ModelHost host = connect(SHORT)) {
      load(host, Watch.NONE).close();
      host.benchmark(List.of(new MatmulSize(1, 1, 1)), 1, result -> {}, Watch.NONE);
    }
  }

  @Test
  void aServerThatIsSlowButSpeaksIsWaitedFor() {
    Duration patience = Duration.ofSeconds(1);
    server.loading =
        out -> {
          for (int i = 0; i < 15; i++) {
            LockSupport.parkNanos(patience.toNanos() / 10);
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
    Watch watch =
        new Watch() {
          @Override
          public void progressed(Progress progress) {
            heard.add(progress.message());
          }

          @Override
          public void checkpoint() {}
        };
    try (ModelHost host = connect(patience)) {
      assertThat(load(host, watch).name()).isEqualTo("tiny");
      assertThat(heard).hasSize(8);
    }
  }
}
