package org.inferscope.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.inferscope.compute.DeviceLostException;
import org.inferscope.compute.opencl.OpenClTests;
import org.inferscope.compute.worker.RemoteBackend;
import org.inferscope.compute.worker.ServerAccess;
import org.inferscope.compute.worker.ServerLoader;
import org.inferscope.support.ChildJvm;
import org.inferscope.tensor.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A served device whose worker is killed: three real processes, and OpenCL on the processor. */
@Timeout(600)
class ServeLossTest {
  private static final String TOKEN = "a-token-of-many-letters";
  private static final int LIMIT_SECONDS = 60;
  private static final Matrix A = Matrix.of(new float[][] {{1, 2}});
  private static final Matrix B = Matrix.of(new float[][] {{3}, {4}});
  private static final Matrix AB = Matrix.of(new float[][] {{11}});

  private final BlockingQueue<ServingStatus> health = new LinkedBlockingQueue<>();

  /** Guarded by this. */
  private ServingStatus latest = ServingStatus.UNKNOWN;

  @TempDir private Path folder;

  @Test
  void aServerWhoseWorkerIsKilledServesAgainAndFailsWhenThatHappensAgain() throws Exception {
    try (ChildJvm server = start()) {
      server.awaitOutput("/metrics");
      int port = Integer.parseInt(found(server.out(), "Serving on 127.0.0.1:(\\d+): OpenCL"));
      ManagedChannel channel =
          NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
      try {
        watch(channel);
        assertThat(nextHealth()).isEqualTo(ServingStatus.SERVING);
        assertThat(killedAtWork(server, port))
            .startsWith("The server has lost its device and loads it again.")
            .contains("was killed");
        assertThat(nextHealth()).isEqualTo(ServingStatus.NOT_SERVING);
        // Attaches before the device is there again, and waits for it.
        assertThat(killedAtWork(server, port))
            .startsWith("The server has lost its device again and ends.")
            .contains("was killed");
        assertThat(nextHealth()).isEqualTo(ServingStatus.SERVING);
        assertThat(nextHealth()).isEqualTo(ServingStatus.NOT_SERVING);
        assertThat(server.exitCode()).isEqualTo(1);
        assertThat(server.err().lines())
            .satisfiesExactly(
                line -> assertThat(line).contains("loads it again"),
                line -> assertThat(line).isEqualTo("The device is ready again."),
                line -> assertThat(line).contains("lost its device again and ends"));
      } finally {
        channel.shutdownNow().awaitTermination(10, TimeUnit.SECONDS);
      }
    }
  }

  private ChildJvm start() throws Exception {
    Path token = Files.writeString(folder.resolve("token"), TOKEN + "\n");
    Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
    Map<String, String> environment = new HashMap<>(OpenClTests.caches());
    environment.put("XDG_STATE_HOME", folder.toString());
    return ChildJvm.start(
        folder,
        environment,
        "org.inferscope.Main",
        "serve",
        "--listen=127.0.0.1:0",
        "--token-file=" + token,
        "--device=opencl:0",
        "--metrics=127.0.0.1:0");
  }

  /** Computes as a client, kills what computes, and gives back what the client is told. */
  private static String killedAtWork(ChildJvm server, int port) throws Exception {
    ServerAccess access = new ServerAccess("127.0.0.1", port, "", TOKEN);
    try (RemoteBackend client = new ServerLoader(access, "1").connect()) {
      assertThat(client.multiply(A, B)).isEqualTo(AB);
      assertThat(MetricsPage.of(server)).contains("\ninferscope_serving 1\n");
      CompletableFuture<DeviceLostException> lost = new CompletableFuture<>();
      client.whenLost(lost::complete);
      ProcessHandle worker =
          ProcessHandle.of(server.pid()).orElseThrow().children().findFirst().orElseThrow();
      assertThat(worker.destroyForcibly()).isTrue();
      return lost.get(LIMIT_SECONDS, TimeUnit.SECONDS).sentence();
    }
  }

  /** Again where it breaks off: the server does not keep connections that show no token. */
  private void watch(ManagedChannel channel) {
    HealthGrpc.newStub(channel)
        .withWaitForReady()
        .watch(
            HealthCheckRequest.getDefaultInstance(),
            new StreamObserver<>() {
              @Override
              public void onNext(HealthCheckResponse told) {
                note(told.getStatus());
              }

              @Override
              public void onError(Throwable error) {
                if (!channel.isShutdown()) {
                  watch(channel);
                }
              }

              @Override
              public void onCompleted() {
                onError(new IllegalStateException("the server watches no longer"));
              }
            });
  }

  /** What a new watch says first is known. */
  private synchronized void note(ServingStatus status) {
    if (status != latest) {
      latest = status;
      health.add(status);
    }
  }

  private ServingStatus nextHealth() throws InterruptedException {
    return health.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
  }

  private static String found(String text, String pattern) {
    Matcher match = Pattern.compile(pattern).matcher(text);
    assertThat(match.find()).as(text).isTrue();
    return match.group(1);
  }
}
