package org.inferscope.tab.roofline.sweep;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.inferscope.compute.Cpu;
import org.inferscope.compute.JobContext;
import org.inferscope.compute.MatmulImpl;
import org.inferscope.compute.Work;
import org.inferscope.compute.bench.MatmulBenchmark;
import org.inferscope.compute.bench.MatmulResult;
import org.inferscope.compute.bench.MatmulSize;
import org.inferscope.compute.bench.MatmulSweep;
import org.inferscope.compute.bench.Plan;
import org.inferscope.compute.bench.Stopwatch;
import org.inferscope.io.bench.KeptResult;
import org.inferscope.io.bench.KeptRun;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/** Measures an order, each result to be had at once. Compute thread. */
final class SweepWork implements Work<KeptRun> {
  /**
   * Long enough for the last result to be painted meanwhile: paints take the processors that the
   * next product is measured on.
   */
  private static final Duration WARM_UP = Duration.ofMillis(400);

  /** Seven samples; a product that takes longer than the limit is not tried. */
  static final Plan PLAN = new Plan(7, Duration.ofSeconds(6), WARM_UP, Duration.ofMillis(2));

  private final SweepOrder order;
  private final AtomicReference<@Nullable KeptRun> soFar;
  private final Clocks clocks;
  private final TimeGuess guess;

  /**
   * What time it is.
   *
   * @param wall for dates
   * @param nanos for measuring, {@code System::nanoTime}
   */
  record Clocks(Clock wall, LongSupplier nanos) {}

  /**
   * @param soFar is given what there is before progress is reported; any thread may read it
   * @param guess belongs to this work from now on
   */
  SweepWork(
      SweepOrder order, AtomicReference<@Nullable KeptRun> soFar, Clocks clocks, TimeGuess guess) {
    this.order = order;
    this.soFar = soFar;
    this.clocks = clocks;
    this.guess = guess;
  }

  @Override
  public KeptRun run(JobContext context) {
    List<MatmulImpl> impls = DeviceInUse.in(order.impls(), context);
    Following following = new Following(context, begun(), impls);
    Stopwatch stopwatch = new Stopwatch(clocks.nanos(), context::checkCancelled);
    new MatmulSweep(order.sizes(), impls).run(new MatmulBenchmark(stopwatch, PLAN), following);
    context.progress(1, "");
    return following.run;
  }

  /** One run is one machine and one virtual machine: else what is compared is not alike. */
  private KeptRun begun() {
    String machine = Cpu.name();
    String jvm =
        System.getProperty("java.vm.name", "") + " " + System.getProperty("java.vm.version", "");
    return order
        .base()
        .filter(base -> base.machine().equals(machine) && base.jvm().equals(jvm))
        .orElseGet(
            () ->
                new KeptRun(
                    clocks.wall().instant().truncatedTo(ChronoUnit.MILLIS),
                    machine,
                    jvm,
                    List.of()));
  }

  /** Keeps each result, and says what is measured now and how long the rest takes. */
  private final class Following implements MatmulSweep.Listener {
    private final JobContext context;
    private final List<MatmulImpl> impls;
    private KeptRun run;
    private double done;

    Following(JobContext context, KeptRun run, List<MatmulImpl> impls) {
      this.context = context;
      this.impls = impls;
      this.run = run;
    }

    @Override
    public void starts(MatmulImpl impl, MatmulSize size, int number, int total) {
      context.checkCancelled();
      double left = left(number);
      context.progress(
          done / Math.max(done + left, Double.MIN_NORMAL),
          Texts.get(
              "rooflinesweep.step",
              impl.name(),
              SizeList.label(size),
              Numbers.count(number + 1L),
              Numbers.count(total),
              TimeGuess.words(left)));
    }

    private double left(int from) {
      double seconds = 0;
      for (int i = from; i < order.sizes().size() * impls.size(); i++) {
        seconds += secondsOf(i);
      }
      return seconds;
    }

    private double secondsOf(int number) {
      return guess.seconds(
          impls.get(number % impls.size()).id(), order.sizes().get(number / impls.size()));
    }

    @Override
    public void ended(MatmulImpl impl, MatmulResult result) {
      KeptResult kept =
          new KeptResult(
              impl.id(),
              impl.name(),
              impl.device().name(),
              clocks.wall().instant().truncatedTo(ChronoUnit.MILLIS),
              result);
      guess.learn(kept);
      done += guess.seconds(impl.id(), result.size());
      run = run.with(kept);
      soFar.set(run);
    }
  }
}
