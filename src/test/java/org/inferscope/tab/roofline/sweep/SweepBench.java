package org.inferscope.tab.roofline.sweep;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.inferscope.io.bench.FreeMemory;
import org.inferscope.support.ManualCompute;
import org.inferscope.support.NoFiles;
import org.inferscope.tab.FilePrompt;
import org.inferscope.tab.TabContext;
import org.inferscope.tab.roofline.desk.RooflinePresenter;
import org.inferscope.tab.roofline.desk.RooflineState.View;
import org.inferscope.ui.inspector.InspectorModel;
import org.inferscope.ui.navigate.Intent;
import org.inferscope.ui.navigate.Navigator;

/** A presenter whose implementations take made-up times, at a made-up date. */
final class SweepBench {
  static final Instant DATE = Instant.parse("2026-11-27T16:58:41Z");
  private static final long ROOM = 4L << 30;

  final ManualCompute compute = new ManualCompute();
  final InspectorModel inspector = new InspectorModel();
  final AtomicLong nanos = new AtomicLong();
  final FakeMatmul ijk = new FakeMatmul("ijk", "Java, ijk", 0.9, nanos);
  final FakeMatmul ikj = new FakeMatmul("ikj", "Java, ikj", 5.5, nanos);
  final FakeMatmul tiled = new FakeMatmul("tiled", "Java, tiled", 7, nanos);
  final FakeMatmul threads = new FakeMatmul("threads", "Java, threads", 13, nanos);
  final FakeMatmul openblas = new FakeMatmul("openblas", "OpenBLAS 0.3.31", 140, nanos);
  final FakeMatmul nd4j = new FakeMatmul("nd4j", "ND4J", 118, nanos);
  final FakeMatmul torch = new FakeMatmul("pytorch", "PyTorch", 131, nanos);
  final FakeMatmul gpu = new FakeMatmul("opencl", "OpenCL", 900, nanos);

  FreeMemory memory = new FreeMemory(ROOM, ROOM);
  Instant now = DATE;
  FilePrompt files = new NoFiles();
  Optional<Path> folder = Optional.empty();

  /** Every implementation there is, all of them here. */
  List<FakeMatmul> all() {
    return List.of(ijk, ikj, tiled, threads, openblas, nd4j, torch, gpu);
  }

  SweepPresenter presenter() {
    return presenter(desk());
  }

  SweepPresenter presenter(RooflinePresenter desk) {
    return new SweepPresenter(
        desk, Runnable::run, new SweepWork.Clocks(new Dates(), nanos::get), () -> memory);
  }

  RooflinePresenter desk() {
    RooflinePresenter desk =
        new RooflinePresenter(
            new TabContext(
                compute,
                inspector,
                new Nowhere(),
                files,
                Optional.empty(),
                List.copyOf(all()),
                Optional.empty(),
                new TabContext.Store(folder, Runnable::run)));
    desk.show(View.BENCHMARK);
    return desk;
  }

  /** A measured presenter. */
  SweepPresenter measured() {
    SweepPresenter presenter = presenter();
    presenter.start();
    compute.runAll();
    return presenter;
  }

  /** Opens no other tab. */
  private static final class Nowhere implements Navigator {
    @Override
    public boolean canOpen(Intent intent) {
      return false;
    }

    @Override
    public void open(Intent intent) {}
  }

  /** Says what the test has set. */
  private final class Dates extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
