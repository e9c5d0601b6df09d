package org.inferscope.compute.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.inferscope.compute.DeviceLostException;
import org.inferscope.compute.DeviceTensor;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.tensor.Matrix;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real worker processes that something happens to. */
class WorkerFaultsTest {
  /** A hundred unless a property says otherwise, such as on the second of two JDKs. */
  private static final int KILLS = Integer.getInteger("inferscope.kills", 100);

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Matrix A = Matrix.of(new float[][] {{1, 2}});
  private static final Matrix B = Matrix.of(new float[][] {{3}, {4}});

  @TempDir private Path folder;

  @AfterEach
  void noneIsLeft() {
    assertThat(ProcessHandle.current().children()).isEmpty();
  }

  @Test
  void aWorkerComputesAndEndsWithItsBackend() {
    ProcessHandle child;
    try (RemoteBackend backend = start(LONG)) {
      child = child();
      assertThat(backend.multiply(A, B)).isEqualTo(Matrix.of(new float[][] {{11}}));
      assertThat(backend.device().id()).isEqualTo("light");
    }
    assertThat(child.isAlive()).isFalse();
  }

  @Test
  void aWorkerThatIsKilledIsToldOnce() {
    try (RemoteBackend backend = start(LONG)) {
      DeviceTensor tensor = backend.upload(new float[] {1});
      backend.synchronize();
      child().destroyForcibly();
      assertThat(catchThrowableOfType(DeviceLostException.class, () -> backend.download(tensor)))
          .hasMessage(
              "The process for Loops was killed while it was in use."
                  + " The system may have run out of memory.");
      tensor.close();
    }
  }

  @Test
  void aWorkerThatHangsIsKilled() throws Exception {
    RemoteBackend backend = start(Duration.ofSeconds(5));
    try (backend) {
      backend.synchronize();
      stop(child().pid());
      backend.allocate(1);
      assertThat(catchThrowableOfType(DeviceLostException.class, backend::synchronize))
          .hasMessage("Loops had not answered after 5 s and is no longer used.");
      noneIsLeft();
    }
  }

  private static void stop(long pid) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder("kill", "-STOP", Long.toString(pid)).start().waitFor()).isZero();
  }

  @Test
  void aWorkerThatLacksMemorySaysSoAndGoesOn() {
    try (RemoteBackend backend = start(LONG)) {
      DeviceTensor kept = backend.upload(new float[] {5});
      DeviceTensor large = backend.allocate(100_000_000);
      assertThatThrownBy(backend::synchronize)
          .isInstanceOf(InferscopeException.class)
          .isNotInstanceOf(DeviceLostException.class)
          .hasMessageContaining("memory");
      large.close();
      kept.close();
      assertThat(backend.multiply(A, B)).isEqualTo(Matrix.of(new float[][] {{11}}));
    }
  }

  @Test
  void workUnderWayIsCancelledAndTheWorkerGoesOn() throws Exception {
    try (RemoteBackend backend = start(LONG)) {
      MatrixView x = MatrixView.of(backend.allocate(200 * 200), 200, 200);
      MatrixView y = MatrixView.of(backend.allocate(200 * 200), 200, 200);
      backend.synchronize();
      AtomicBoolean ended = new AtomicBoolean();
      Thread other =
          new Thread(
              () -> {
                // More than once: on a busy machine the work may not have begun by then.
                while (!ended.get()) {
                  LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
                  backend.cancelCurrent();
                }
              });
      other.start();
      // Minutes of work.
      assertThat(
              catchThrowable(
                  () ->
                      backend.nanos(
                          100_000,
                          () -> backend.gemm(1, x, Layout.PLAIN, x, Layout.PLAIN, 0, y),
                          () -> {})))
          .isInstanceOf(CancellationException.class);
      ended.set(true);
      other.join();
      assertThat(backend.multiply(A, B)).isEqualTo(Matrix.of(new float[][] {{11}}));
    }
  }

  /** At moments of all kinds: while numbers are sent, while they are computed with and read. */
  @Test
  void aHundredWorkersKilledAtWorkLeaveNothingBehind() throws Exception {
    Random random = new Random(42);
    for (int i = 0; i < KILLS; i++) {
      try (RemoteBackend backend = start(LONG)) {
        assertThat(backend.multiply(A, B)).isEqualTo(Matrix.of(new float[][] {{11}}));
        ProcessHandle child = child();
        long delay = random.nextInt(5_000_000);
        Thread killer =
            new Thread(
                () -> {
                  LockSupport.parkNanos(delay);
                  child.destroyForcibly();
                });
        killer.start();
        assertThat(catchThrowable(() -> workForEver(backend)))
            .isInstanceOf(DeviceLostException.class)
            .hasMessageContaining("killed");
        killer.join();
        assertThat(child.isAlive()).isFalse();
        // At once, before anybody else is given the same port.
        assertThat(listens(LightWorker.portToldTo(folder, child.pid()))).isFalse();
      }
      noneIsLeft();
    }
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static void workForEver(RemoteBackend backend) {
    float[] numbers = new float[150_000];
    while (true) {
      try (DeviceTensor large = backend.upload(numbers);
          DeviceTensor small = backend.allocate(100 * 100)) {
        MatrixView view = MatrixView.of(small, 100, 100);
        backend.gemm(1, view, Layout.PLAIN, view, Layout.TRANSPOSED, 0, view);
        backend.download(small);
        backend.download(large);
      }
    }
  }

  private static ProcessHandle child() {
    return ProcessHandle.current().children().findFirst().orElseThrow();
  }

  private RemoteBackend start(Duration patience) {
    WorkerCommand command =
        FakeWorkers.command(LightWorker.class, folder)
            .withFlags(LightWorker.tellingPortsTo(folder));
    return new WorkerLoader(
            LightWorker.DEVICE, command, "1", WorkerLoader.PATIENCE, patience, Exchange.folders())
        .start();
  }
}
