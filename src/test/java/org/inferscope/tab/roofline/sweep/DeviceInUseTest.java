package org.inferscope.tab.roofline.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.inferscope.compute.Backend;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceKind;
import org.inferscope.compute.DeviceLostException;
import org.inferscope.compute.JobContext;
import org.inferscope.compute.MatmulImpl;
import org.inferscope.compute.MatmulImpl.Product;
import org.inferscope.compute.MatmulOperands;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.io.bench.KeptResult;
import org.inferscope.io.bench.KeptRun;
import org.inferscope.support.LostSoon;
import org.inferscope.tensor.Matrix;
import org.junit.jupiter.api.Test;

/** The device that jobs run on, measured beside the other implementations. */
class DeviceInUseTest {
  private static final Device ELSEWHERE =
      new Device("server:a:1", "H200", DeviceKind.REMOTE, "ND4J 1.0");

  private final LostSoon card = new LostSoon();
  private final SomeJob job = new SomeJob(card.backend());
  private final FakeMatmul loops = new FakeMatmul("ijk", "Java, ijk", 1, new AtomicLong());

  @Test
  void itIsNamedByWhatDrivesItAndComputesOnlyInAJob() {
    DeviceInUse device = new DeviceInUse(ELSEWHERE);
    assertThat(device.name()).isEqualTo("ND4J 1.0 on H200");
    assertThat(device.id()).isEqualTo("server:a:1");
    assertThatIllegalStateException().isThrownBy(() -> device.prepare(1, 1, 1));
  }

  @Test
  void inAJobItIsTheJobsBackendWhateverWasOrdered() {
    List<MatmulImpl> all = DeviceInUse.in(List.of(loops, new DeviceInUse(ELSEWHERE)), job);
    assertThat(all).extracting(MatmulImpl::name).containsExactly("Java, ijk", "Test on A card");
    assertThat(all).extracting(MatmulImpl::id).containsExactly("ijk", "card");
    try (Product product = all.get(1).prepare(2, 3, 4)) {
      product.run(2, () -> {});
      try (Backend reference = new ReferenceBackend()) {
        Matrix expected =
            reference.multiply(
                Matrix.owning(2, 3, MatmulOperands.left(2, 3)),
                Matrix.owning(3, 4, MatmulOperands.right(3, 4)));
        assertThat(Matrix.owning(2, 4, product.result())).isEqualTo(expected);
      }
    }
    assertThat(job.lost).isEmpty();
  }

  @Test
  void aJobThatRunsOnOneOfTheOthersMeasuresThatOnce() {
    FakeMatmul same = new FakeMatmul("card", "The card's own", 1, new AtomicLong());
    assertThat(DeviceInUse.in(List.of(same, new DeviceInUse(ELSEWHERE)), job))
        .containsExactly(same);
  }

  @Test
  void whereverItIsLostTheJobHearsOfIt() {
    MatmulImpl usable = DeviceInUse.in(List.of(new DeviceInUse(ELSEWHERE)), job).get(0);
    card.loseAfter(1);
    assertLost(1, () -> usable.prepare(2, 3, 4));
    card.loseAfter(Integer.MAX_VALUE);
    try (Product product = usable.prepare(2, 3, 4)) {
      card.loseAfter(0);
      assertLost(2, () -> product.run(2, () -> {}));
      assertLost(3, () -> product.nanos(2, 3, () -> 0, () -> {}));
      assertLost(4, product::result);
    }
  }

  private void assertLost(int times, ThrowingCallable work) {
    assertThat(catchThrowableOfType(DeviceLostException.class, work).sentence())
        .isEqualTo(LostSoon.SENTENCE);
    assertThat(job.lost).hasSize(times).containsOnly(LostSoon.SENTENCE);
  }

  @Test
  void itIsACandidateWhereItIsNoneOfTheOthers() {
    SweepBench bench = new SweepBench();
    SweepPresenter presenter = bench.presenter();
    List<String> own = ids(presenter);
    assertThat(own).doesNotContain("reference").hasSameSizeAs(bench.all());
    bench.compute.change("openblas");
    assertThat(ids(presenter)).isEqualTo(own);
    bench.compute.change(card.backend());
    assertThat(ids(presenter)).startsWith(own.toArray(String[]::new)).endsWith("card");
    bench.compute.change("openblas");
    assertThat(ids(presenter)).isEqualTo(own);
  }

  @Test
  void itIsMeasuredAndCanBeLeftOut() {
    SweepBench bench = new SweepBench();
    bench.compute.change(card.backend());
    // What the card computes moves no made-up clock: this one goes on whenever it is looked at.
    SweepWork.Clocks clocks =
        new SweepWork.Clocks(Clock.systemUTC(), () -> bench.nanos.addAndGet(20_000_000));
    SweepPresenter presenter =
        new SweepPresenter(bench.desk(), Runnable::run, clocks, () -> bench.memory);
    presenter.type("16");
    assertThat(measured(bench, presenter)).contains("card");
    presenter.choose("card", false);
    int calls = card.calls();
    assertThat(measured(bench, presenter)).isNotEmpty().doesNotContain("card");
    assertThat(card.calls()).isEqualTo(calls);
  }

  private static List<String> ids(SweepPresenter presenter) {
    return presenter.candidates().stream().map(each -> each.impl().id()).toList();
  }

  private static List<String> measured(SweepBench bench, SweepPresenter presenter) {
    presenter.start();
    bench.compute.runAll();
    KeptRun run = presenter.run().orElseThrow();
    return run.results().stream().map(KeptResult::impl).toList();
  }

  /** Remembers what it was told of losses. */
  private static final class SomeJob implements JobContext {
    private final Backend backend;
    private final List<String> lost = new ArrayList<>();

    SomeJob(Backend backend) {
      this.backend = backend;
    }

    @Override
    public Backend backend() {
      return backend;
    }

    @Override
    public void progress(double fraction, String message) {}

    @Override
    public void lost(DeviceLostException why) {
      lost.add(why.sentence());
    }

    @Override
    public boolean isCancelled() {
      return false;
    }

    @Override
    public void checkCancelled() {}
  }
}
