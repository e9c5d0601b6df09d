package org.inferscope.compute.opencl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.inferscope.compute.DeviceLostException;
import org.inferscope.compute.DeviceTensor;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.compute.opencl.OpenClDevices.Found;
import org.inferscope.tensor.NumpyRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an OpenCL backend does beyond what all backends do. */
class OpenClBackendTest {
  private final NumpyRandom random = new NumpyRandom(42);

  @TempDir Path cache;

  @BeforeEach
  void needADevice() {
    assumeThat(OpenClTests.present()).isTrue();
  }

  @Test
  void everyShapeOfTileComputesEveryEdgeAndLayout() {
    try (OpenClBackend backend = OpenClTests.backend()) {
      for (TileShape shape : TileShape.ALL) {
        backend.use(TileChoice.only(shape));
        for (Layout ofA : Layout.values()) {
          for (Layout ofB : Layout.values()) {
            check(backend, 2, 3, 5, ofA, ofB);
            check(backend, 16, 128, 64, ofA, ofB);
            check(backend, 133, 37, 131, ofA, ofB);
          }
        }
      }
    }
  }

  private void check(OpenClBackend backend, int m, int k, int n, Layout ofA, Layout ofB) {
    float[] a = floats(m * k);
    float[] b = floats(k * n);
    boolean turnedA = ofA == Layout.TRANSPOSED;
    boolean turnedB = ofB == Layout.TRANSPOSED;
    try (DeviceTensor left = backend.upload(a);
        DeviceTensor right = backend.upload(b);
        DeviceTensor out = backend.allocate((long) m * n)) {
      backend.gemm(
          1,
          turnedA ? MatrixView.of(left, k, m) : MatrixView.of(left, m, k),
          ofA,
          turnedB ? MatrixView.of(right, n, k) : MatrixView.of(right, k, n),
          ofB,
          0,
          MatrixView.of(out, m, n));
      float[] given = backend.download(out);
      for (int at = 0; at < given.length; at++) {
        double sum = 0;
        for (int p = 0; p < k; p++) {
          int inA = turnedA ? p * m + at / n : at / n * k + p;
          int inB = turnedB ? at % n * k + p : p * n + at % n;
          sum += (double) a[inA] * b[inB];
        }
        assertThat((double) given[at]).isCloseTo(sum, org.assertj.core.data.Offset.offset(1e-4));
      }
    }
  }

  private float[] floats(int count) {
    float[] all = new float[count];
    for (int i = 0; i < count; i++) {
      all[i] = (float) random.standardNormal();
    }
    return all;
  }

  @Test
  void closingFreesEveryBuffer() {
    OpenClBackend backend = OpenClTests.backend();
    assertThat(backend.bufferCount()).isZero();
    DeviceTensor kept = backend.allocate(1000);
    backend.upload(new float[] {1, 2}).close();
    assertThat(backend.bufferCount()).isEqualTo(1);
    assertThat(backend.usage().heldBytes()).isEqualTo(4000);
    backend.close();
    backend.close();
    assertThat(backend.bufferCount()).isZero();
    assertThat(backend.usage().heldBytes()).isZero();
    kept.close();
    assertThatThrownBy(() -> backend.allocate(1)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theDevicesClockTellsHowLongItComputed() {
    try (OpenClBackend backend = OpenClTests.backend()) {
      MatrixView x = MatrixView.of(backend.allocate(1 << 16), 256, 256);
      DeviceTime time = backend.time(() -> backend.add(x, x, x));
      assertThat(time.operations()).isEqualTo(1);
      assertThat(time.nanos()).isPositive();
    }
  }

  @Test
  void whatSuitsADeviceIsKeptAndADamagedFileIsMeasuredAnew() throws Exception {
    OpenClLoader loader = OpenClTests.loaderOf(cache);
    loader.load().close();
    Path file = only();
    String kept = Files.readString(file);
    loader.load().close();
    assertThat(Files.readString(file)).isEqualTo(kept);
    for (String bad : List.of("", "\\u12", kept.replaceAll("made=", "made=other "))) {
      Files.writeString(file, bad);
      loader.open(false).close();
      assertThat(Files.readString(file)).contains("large=gemm_").doesNotContain("other");
    }
  }

  private Path only() throws Exception {
    try (var files = Files.list(cache)) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return all.get(0);
    }
  }

  @Test
  void aProgramThatDoesNotCompileIsRefusedWithTheCompilersComplaint() {
    Found found = OpenClDevices.find(OpenClDevices.list().devices().get(0)).orElseThrow();
    try (ClQueue queue = new ClQueue(found)) {
      assertThatThrownBy(
              () ->
                  ClProgram.build(
                      queue.context(), found.handle(), "A card", "kernel void k() { nonsense; }"))
          .isInstanceOf(InferscopeException.class)
          .hasMessageContaining("A card")
          .hasMessageContaining("nonsense");
    }
  }

  @Test
  void moreMemoryThanThereIsIsAnOutOfMemoryErrorAndHarmless() {
    try (OpenClBackend backend = OpenClTests.backend()) {
      assertThatThrownBy(() -> backend.allocate(1L << 50))
          .isInstanceOf(OutOfMemoryError.class)
          .hasMessageContaining("CL_");
      assertThat(backend.download(backend.allocate(1))).containsExactly(0);
    }
  }

  @Test
  void errorsHaveTheirNames() {
    assertThat(ClError.name(-5)).isEqualTo("CL_OUT_OF_RESOURCES");
    assertThatThrownBy(() -> ClError.check(-5, "A card")).hasMessageContaining("OUT_OF_RESOURCES");
    assertThatThrownBy(() -> ClError.check(-2, "A card")).isInstanceOf(DeviceLostException.class);
  }
}
