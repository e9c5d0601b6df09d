package org.inferscope.tab.roofline.roof;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.inferscope.compute.bench.Ceiling;
import org.inferscope.compute.bench.Ceiling.Kind;
import org.inferscope.compute.bench.MachineBenchmark;
import org.inferscope.compute.bench.MachineCeilings;
import org.inferscope.compute.bench.MatmulResult;
import org.inferscope.compute.bench.MatmulSize;
import org.inferscope.compute.bench.Timing;
import org.inferscope.model.roofline.MeasuredPoint;
import org.inferscope.support.ManualCompute;
import org.inferscope.support.NoFiles;
import org.inferscope.tab.FilePrompt;
import org.inferscope.tab.TabContext;
import org.inferscope.tab.roofline.desk.RooflinePresenter;
import org.inferscope.ui.inspector.InspectorModel;
import org.inferscope.ui.navigate.Intent;
import org.inferscope.ui.navigate.Navigator;

/** A roofline with made-up measurements, on the calling thread. */
final class RoofBench implements Navigator {
  static final String PROCESSOR = "Test processor";

  final ManualCompute compute = new ManualCompute();
  final InspectorModel inspector = new InspectorModel();
  final List<Intent> opened = new ArrayList<>();
  final RooflinePresenter desk;
  final RoofPresenter presenter;

  RoofBench() {
    this(Optional.empty(), new NoFiles());
  }

  RoofBench(Optional<Path> folder, FilePrompt files) {
    desk =
        new RooflinePresenter(
            new TabContext(
                compute,
                inspector,
                this,
                files,
                Optional.empty(),
                List.of(),
                Optional.of(machine()),
                new TabContext.Store(folder, Runnable::run)));
    presenter = new RoofPresenter(desk, desk.context().machine(), Runnable::run);
  }

  /** Reports twice and says what {@link #ceilings} says. */
  static MachineBenchmark machine() {
    return (stopwatch, listener) -> {
      listener.progress(0, "first step");
      stopwatch.checkpoint();
      listener.progress(0.5, "second step");
      stopwatch.checkpoint();
      return ceilings();
    };
  }

  static MachineCeilings ceilings() {
    return new MachineCeilings(
        PROCESSOR,
        Instant.parse("2026-01-02T03:04:05Z"),
        List.of(
            ceiling(Kind.MULTIPLY_ADD, 320e9, 0),
            ceiling(Kind.GEMM, 260e9, 12 << 20),
            ceiling(Kind.L2_READ, 410e9, 1 << 20),
            ceiling(Kind.L2_TRIAD, 300e9, 1 << 20),
            ceiling(Kind.L3_READ, 120e9, 16 << 20),
            ceiling(Kind.L3_TRIAD, 95e9, 16 << 20),
            ceiling(Kind.MEMORY_READ, 40e9, 512 << 20),
            ceiling(Kind.MEMORY_TRIAD, 33e9, 512 << 20)),
        List.of("The size of the third-level cache is assumed."));
  }

  private static Ceiling ceiling(Kind kind, double value, long bytes) {
    return new Ceiling(
        kind, value, 0.9 * value, 1.05 * value, "a loop over " + kind.key(), 2, bytes);
  }

  /** As many implementations at six sizes, the first the fastest. */
  static List<MeasuredPoint> measured(int impls) {
    Random random = new Random(42);
    List<MeasuredPoint> points = new ArrayList<>();
    for (int impl = 0; impl < impls; impl++) {
      double peak = 230e9 / Math.pow(2.2, impl);
      for (int size : new int[] {64, 128, 256, 512, 1024, 2048}) {
        double rate = peak * size / (size + 200.0);
        double ms = 2e3 * Math.pow(size, 3) / rate;
        double[] samples =
            IntStream.range(0, 5)
                .mapToDouble(i -> ms * (0.95 + 0.2 * random.nextDouble()))
                .toArray();
        points.add(
            new MeasuredPoint(
                "impl" + impl,
                "Product " + (char) ('A' + impl),
                PROCESSOR,
                new MatmulResult.Measured(new MatmulSize(size, size, size), Timing.of(samples))));
      }
    }
    return points;
  }

  void measureMachine() {
    presenter.machine().measure();
    compute.runAll();
  }

  @Override
  public boolean canOpen(Intent intent) {
    return true;
  }

  @Override
  public void open(Intent intent) {
    opened.add(intent);
  }
}
