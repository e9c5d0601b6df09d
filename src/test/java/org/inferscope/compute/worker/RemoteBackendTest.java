package org.inferscope.compute.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceKind;
import org.inferscope.compute.DeviceLostException;
import org.inferscope.compute.DeviceTensor;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.LayerWeights;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.MatrixView.Layout;
import org.inferscope.compute.worker.proto.Op.KindCase;
import org.inferscope.tensor.DType;
import org.junit.jupiter.api.Test;

/** What is recorded, and when it is sent. */
class RemoteBackendTest {
  private static final int MEGA = 1 << 20;

  private final FakeEndpoint endpoint = new FakeEndpoint();
  private final RemoteBackend backend = backend(endpoint);

  private static RemoteBackend backend(FakeEndpoint endpoint) {
    return new RemoteBackend(new Device("gpu", "A card", DeviceKind.GPU, "Driver 1"), endpoint);
  }

  @Test
  void nothingIsSentUntilNumbersAreRead() {
    DeviceTensor a = backend.upload(new float[] {1, 2, 3, 4});
    MatrixView view = MatrixView.of(a, 2, 2);
    backend.relu(view, view);
    backend.gemm(1, view, Layout.PLAIN, view, Layout.TRANSPOSED, 0, view);
    assertThat(endpoint.batches).isEmpty();

    assertThat(backend.download(a)).hasSize(4);

    assertThat(endpoint.batches).hasSize(1);
    assertThat(endpoint.kinds(0))
        .containsExactly(
            KindCase.ALLOCATE, KindCase.WRITE, KindCase.RELU, KindCase.GEMM, KindCase.READ);
    assertThat(endpoint.batches.get(0).getRepeat()).isEqualTo(1);
  }

  @Test
  void waitingForTheDeviceSendsWhatThereIsAndNothingTwice() {
    backend.allocate(3);
    backend.synchronize();
    backend.synchronize();
    assertThat(endpoint.batches).hasSize(1);
  }

  @Test
  void handlesAreAboveZeroAndNeverUsedAgain() {
    backend.allocate(1).close();
    DeviceTensor second = backend.allocate(1);
    LayerWeights weights = backend.weights(MatrixView.of(second, 1, 1), Layout.PLAIN, DType.BF16);
    backend.synchronize();
    weights.close();
    assertThat(
            endpoint.batches.get(0).getOpsList().stream()
                .filter(op -> op.hasAllocate() || op.hasMakeWeights())
                .map(
                    op ->
                        op.hasAllocate()
                            ? op.getAllocate().getTensor()
                            : op.getMakeWeights().getWeights()))
        .containsExactly(1L, 2L, 3L);
  }

  @Test
  void manyOperationsAreSentInBetween() {
    MatrixView view = MatrixView.of(backend.allocate(4), 2, 2);
    for (int i = 0; i < 2500; i++) {
      backend.relu(view, view);
    }
    assertThat(endpoint.batches).hasSize(2);
    assertThat(endpoint.batches).allMatch(batch -> batch.getOpsCount() <= 1000);
  }

  @Test
  void manyNumbersAreSentInBetweenAndNoMessageIsTooLarge() {
    DeviceTensor tensor = backend.allocate(5 * MEGA);
    backend.write(new float[5 * MEGA], tensor, 0);
    backend.synchronize();
    assertThat(endpoint.batches).hasSizeGreaterThan(8);
    assertThat(endpoint.batches).allMatch(batch -> batch.getSerializedSize() <= 2 * MEGA);
    assertThat(
            endpoint.batches.stream()
                .flatMap(batch -> batch.getOpsList().stream())
                .filter(op -> op.hasWrite())
                .mapToLong(op -> op.getWrite().getValues().size())
                .sum())
        .isEqualTo(20L * MEGA);
  }

  @Test
  void messagesStayWithinWhatAServerTakes() {
    FakeEndpoint small = new FakeEndpoint();
    small.messageBytes = 64 << 10;
    RemoteBackend careful = backend(small);
    DeviceTensor tensor = careful.allocate(50_000);
    careful.write(new float[50_000], tensor, 0);
    careful.download(tensor);
    assertThat(small.batches).allMatch(batch -> batch.getSerializedSize() <= 64 << 10);
    assertThat(small.downloads).containsExactly(50_000);
  }

  @Test
  void manyNumbersHaveCallsOfTheirOwnAndComeInOrder() {
    MatrixView view = MatrixView.of(backend.allocate(4), 2, 2);
    backend.relu(view, view);
    DeviceTensor large = backend.upload(new float[MEGA]);
    assertThat(endpoint.batches).hasSize(1);
    assertThat(endpoint.uploads).hasSize(1);
    backend.gelu(view, view);
    backend.write(new float[2 * MEGA], backend.allocate(2 * MEGA), 0);
    backend.download(backend.upload(new float[2 * MEGA]));
    assertThat(endpoint.downloads).containsExactly(2 * MEGA);
    assertThat(large.size()).isEqualTo(MEGA);
  }

  @Test
  void whatIsClosedIsFreedWithTheNextCall() {
    DeviceTensor a = backend.allocate(4);
    backend.synchronize();
    a.close();
    a.close();
    assertThat(endpoint.batches).hasSize(1);
    backend.allocate(1);
    backend.synchronize();
    assertThat(endpoint.kinds(1)).containsExactly(KindCase.FREE, KindCase.ALLOCATE);
  }

  @Test
  void muchMemoryIsFreedAtOnce() {
    DeviceTensor a = backend.allocate(8 * MEGA);
    backend.synchronize();
    a.close();
    assertThat(endpoint.kinds(1)).containsExactly(KindCase.FREE);
  }

  @Test
  void aClosedTensorIsRefusedAndOneOfAnotherBackendToo() {
    DeviceTensor closed = backend.allocate(4);
    closed.close();
    DeviceTensor foreign = backend(new FakeEndpoint()).allocate(4);
    assertThatIllegalStateException().isThrownBy(() -> backend.download(closed));
    assertThatIllegalArgumentException().isThrownBy(() -> backend.download(foreign));
  }

  @Test
  void nothingIsRecordedAfterTheEnd() {
    DeviceTensor tensor = backend.allocate(4);
    backend.close();
    tensor.close();
    assertThat(endpoint.closed).isEqualTo(1);
    assertThat(endpoint.batches).isEmpty();
    assertThatIllegalStateException().isThrownBy(() -> backend.allocate(1));
    assertThatIllegalStateException().isThrownBy(() -> backend.download(backend.allocate(1)));
    assertThatIllegalStateException().isThrownBy(backend::synchronize);
  }

  @Test
  void whatAFailedBatchWasToMakeIsDoubtedAndFreedAlone() {
    DeviceTensor older = backend.allocate(4);
    DeviceTensor freed = backend.allocate(4);
    backend.synchronize();
    DeviceTensor doubtful = backend.allocate(4);
    freed.close();
    endpoint.failures.add(new InferscopeException("too much"));

    assertThatThrownBy(backend::synchronize).hasMessage("too much");

    assertThat(endpoint.kinds(2)).containsExactly(KindCase.FREE);
    assertThatIllegalStateException().isThrownBy(() -> backend.download(doubtful));
    endpoint.failures.add(new IllegalStateException("NOT_FOUND"));
    doubtful.close();
    assertThat(endpoint.kinds(3)).containsExactly(KindCase.FREE);
    assertThat(backend.download(older)).hasSize(4);
    assertThat(endpoint.kinds(4)).containsExactly(KindCase.READ);
  }

  @Test
  void aBackendGoesOnAfterACancelledCall() {
    DeviceTensor tensor = backend.allocate(4);
    backend.synchronize();
    endpoint.failures.add(new CancellationException());
    assertThatThrownBy(() -> backend.download(tensor)).isInstanceOf(CancellationException.class);
    assertThat(backend.download(tensor)).hasSize(4);
  }

  @Test
  void afterALossOperationsTellOfItAndClosingDoesNothing() {
    DeviceTensor tensor = backend.allocate(4);
    LayerWeights weights = backend.weights(MatrixView.of(tensor, 2, 2), Layout.PLAIN, DType.FP32);
    backend.synchronize();
    List<DeviceLostException> told = new ArrayList<>();
    backend.whenLost(told::add);
    endpoint.loss.tell("It is gone.", null);
    endpoint.loss.tell("It is gone again.", null);

    assertThat(told).hasSize(1);
    assertThatThrownBy(() -> backend.allocate(1))
        .isInstanceOf(DeviceLostException.class)
        .hasMessage("It is gone.");
    assertThatThrownBy(() -> backend.download(tensor)).isInstanceOf(DeviceLostException.class);
    tensor.close();
    weights.close();
    assertThat(endpoint.batches).hasSize(1);
    backend.whenLost(told::add);
    assertThat(told).hasSize(2);
  }

  @Test
  void operationsAreRepeatedOverThereInOneCall() {
    MatrixView view = MatrixView.of(backend.allocate(4), 2, 2);
    int[] looks = {0};
    long nanos = backend.nanos(50, () -> backend.relu(view, view), () -> looks[0]++);
    assertThat(nanos).isEqualTo(50_000);
    assertThat(endpoint.batches).hasSize(2);
    assertThat(endpoint.kinds(1)).containsExactly(KindCase.RELU);
    assertThat(endpoint.batches.get(1).getRepeat()).isEqualTo(50);
    assertThat(looks[0]).isEqualTo(2);
  }

  @Test
  void whatMakesOrReadsCannotBeRepeated() {
    DeviceTensor tensor = backend.allocate(4);
    assertThatIllegalStateException()
        .isThrownBy(() -> backend.nanos(2, () -> backend.allocate(1), () -> {}));
    assertThatIllegalStateException()
        .isThrownBy(() -> backend.nanos(2, () -> backend.download(tensor), () -> {}));
    assertThatIllegalStateException().isThrownBy(() -> backend.nanos(2, () -> {}, () -> {}));
  }

  @Test
  void aPatternIsReadInAsFewAnswersAsItFits() {
    endpoint.messageBytes = 8 << 10; // 1,024 numbers an answer
    RemoteBackend careful = backend(endpoint);
    MatrixView q = MatrixView.of(careful.allocate(30 * 12), 30, 12); // a head has 465 numbers
    careful.synchronize();
    careful.attention(6, q, q, q, q, new float[6][465]);
    assertThat(endpoint.batches).hasSize(4);
    assertThat(endpoint.batches.get(3).getOps(0).getAttention().getHeads()).isEqualTo(2);
  }
}
