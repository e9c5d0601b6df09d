package org.inferscope.compute.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.inferscope.compute.DeviceLostException;
import org.inferscope.compute.DeviceTensor;
import org.inferscope.compute.worker.proto.Op;
import org.inferscope.support.TestClassPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Numbers that go to a real process and back without being sent. */
@Timeout(120)
class SharedTransfersTest {
  private static final int HALF = Exchange.HALF;

  @TempDir private Path folder;

  /** The memory's file; apart from what a worker writes. */
  @TempDir private Path shared;

  @AfterEach
  void nothingIsLeft() {
    assertThat(shared).isEmptyDirectory();
    assertThat(ProcessHandle.current().children()).isEmpty();
  }

  /** The program of a process that has a worker and then waits to be killed. */
  static final class Parent {
    private Parent() {}

    public static void main(String[] args) throws Exception {
      try (RemoteBackend backend = start(Path.of(args[0]), List.of(Path.of(args[1])))) {
        backend.upload(new float[2 * HALF]);
        System.out.println(ProcessHandle.current().children().findFirst().orElseThrow().pid());
        System.out.flush();
        Thread.currentThread().join();
      }
    }
  }

  @Test
  void numbersOfAllSizesComeBackAsTheyWent() {
    try (RemoteBackend backend = start(folder, List.of(shared))) {
      assertThat(shared).isEmptyDirectory();
      int inline = (256 << 10) / 4;
      for (int size :
          new int[] {
            0, 1, inline, inline + 1, HALF - 1, HALF, HALF + 1, 2 * HALF, 4 * HALF + 3, 5 * HALF - 7
          }) {
        float[] numbers = numbers(size, size);
        FloatBuffer within = FloatBuffer.wrap(numbers(size + 5, size), 5, size);
        within.put(5, numbers);
        try (DeviceTensor tensor = backend.upload(within)) {
          assertThat(within.remaining()).isEqualTo(size);
          assertThat(Arrays.equals(backend.download(tensor), numbers)).isTrue();
        }
      }
    }
  }

  @Test
  void onlyThePartThatIsMeantIsWrittenAndRead() {
    try (RemoteBackend backend = start(folder, List.of(shared));
        DeviceTensor tensor = backend.allocate(3 * HALF)) {
      float[] numbers = numbers(2 * HALF + 1, 7);
      backend.write(numbers, tensor, 3);
      float[] all = new float[3 * HALF];
      System.arraycopy(numbers, 0, all, 3, numbers.length);
      assertThat(Arrays.equals(backend.download(tensor), all)).isTrue();
      float[] part = new float[HALF + 9];
      backend.download(tensor, HALF - 5, part);
      assertThat(Arrays.equals(part, Arrays.copyOfRange(all, HALF - 5, 2 * HALF + 4))).isTrue();
    }
  }

  @Test
  void withoutSharedMemoryAllIsSent() {
    try (RemoteBackend backend = start(folder, List.of())) {
      float[] numbers = numbers(HALF + 1, 3);
      try (DeviceTensor tensor = backend.upload(numbers)) {
        backend.write(new float[100_000], tensor, 1);
        Arrays.fill(numbers, 1, 100_001, 0);
        assertThat(Arrays.equals(backend.download(tensor), numbers)).isTrue();
      }
    }
  }

  @Test
  void afterACancelledTransferResultsAreRight() throws Exception {
    Random random = new Random(42);
    try (RemoteBackend backend = start(folder, List.of(shared));
        DeviceTensor tensor = backend.allocate(5 * HALF)) {
      backend.synchronize();
      float[] target = new float[5 * HALF];
      int cancelled = 0;
      for (int round = 0; round < 12; round++) {
        float[] numbers = numbers(5 * HALF, round);
        long delay = random.nextInt(10_000_000);
        Thread other =
            new Thread(
                () -> {
                  LockSupport.parkNanos(delay);
                  backend.cancelCurrent();
                });
        other.start();
        Throwable thrown =
            round % 2 == 0
                ? catchThrowable(() -> backend.download(tensor, 0, target))
                : catchThrowable(() -> backend.write(new float[5 * HALF], tensor, 0));
        other.join();
        cancelled += thrown == null ? 0 : 1;
        if (thrown != null) {
          assertThat(thrown).isInstanceOf(CancellationException.class);
        }
        backend.write(numbers, tensor, 0);
        backend.download(tensor, 0, target);
        assertThat(Arrays.equals(target, numbers)).isTrue();
      }
      assertThat(cancelled).isPositive();
    }
  }

  @Test
  void afterACancelledTransferTheMemoryIsUsedAgainOnlyOnceTheWorkerIsThrough() {
    FakeEndpoint endpoint = new FakeEndpoint();
    Optional<Exchange> exchange = Exchange.create(List.of(shared));
    exchange.orElseThrow().close();
    RemoteBackend backend = new RemoteBackend(LightWorker.DEVICE, endpoint, exchange);
    DeviceTensor tensor = backend.allocate(HALF);
    backend.synchronize();
    endpoint.failures.add(new CancellationException());
    assertThatThrownBy(() -> backend.download(tensor)).isInstanceOf(CancellationException.class);
    int before = endpoint.batches.size();

    backend.download(tensor);
    backend.download(tensor);

    assertThat(endpoint.kinds(before)).isEmpty();
    assertThat(endpoint.batches.subList(before + 1, endpoint.batches.size()))
        .hasSize(8)
        .allMatch(batch -> batch.getOpsList().stream().allMatch(Op::hasReadShared));
  }

  @Test
  void whatWaitsIsDoneBeforeNumbersAreShared() {
    FakeEndpoint endpoint = new FakeEndpoint();
    Optional<Exchange> exchange = Exchange.create(List.of(shared));
    exchange.orElseThrow().close();
    RemoteBackend backend = new RemoteBackend(LightWorker.DEVICE, endpoint, exchange);
    backend.upload(new float[100_000]);
    assertThat(endpoint.kinds(0)).containsExactly(Op.KindCase.ALLOCATE);
    assertThat(endpoint.kinds(1)).containsExactly(Op.KindCase.WRITE_SHARED);
    assertThat(endpoint.uploads).isEmpty();
  }

  @Test
  void aWorkerKilledDuringATransferIsToldAndLeavesNothing() {
    try (RemoteBackend backend = start(folder, List.of(shared))) {
      DeviceTensor tensor = backend.allocate(5 * HALF);
      backend.synchronize();
      ProcessHandle child = ProcessHandle.current().children().findFirst().orElseThrow();
      new Thread(child::destroyForcibly).start();
      float[] numbers = new float[5 * HALF];
      assertThat(
              catchThrowable(
                  () -> {
                    while (true) {
                      backend.write(numbers, tensor, 0);
                    }
                  }))
          .isInstanceOf(DeviceLostException.class)
          .hasMessageContaining("killed");
      assertThatThrownBy(() -> backend.download(tensor)).isInstanceOf(DeviceLostException.class);
    }
  }

  @Test
  void aKilledProgramLeavesNeitherWorkerNorFile() throws Exception {
    ProcessBuilder java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xmx128m",
            "-cp",
            TestClassPath.get(),
            Parent.class.getName(),
            folder.toString(),
            shared.toString());
    Process parent = java.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String line =
        new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))
            .readLine();
    ProcessHandle worker = ProcessHandle.of(Long.parseLong(line)).orElseThrow();
    parent.destroyForcibly().waitFor();
    worker.onExit().get(60, TimeUnit.SECONDS);
    assertThat(shared).isEmptyDirectory();
  }

  private static float[] numbers(int size, int seed) {
    float[] numbers = new float[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = (i * 31 + seed * 7919) & 0xFFFFFF;
    }
    return numbers;
  }

  private static RemoteBackend start(Path folder, List<Path> shared) {
    WorkerCommand command =
        FakeWorkers.command(LightWorker.class, folder).withFlags(List.of("-Xmx256m"));
    return new WorkerLoader(
            LightWorker.DEVICE, command, "1", WorkerLoader.PATIENCE, WorkerLoader.PATIENCE, shared)
        .start();
  }
}
