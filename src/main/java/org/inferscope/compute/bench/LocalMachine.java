package org.inferscope.compute.bench;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.MatmulImpl;
import org.inferscope.compute.StreamKernels;
import org.inferscope.compute.bench.Ceiling.Kind;
import org.inferscope.compute.exec.Crew;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/**
 * Measures the machine in this process. A limit that cannot be measured is left out, with a note.
 */
public final class LocalMachine implements MachineBenchmark {
  /** A product this large is as quick as any, and takes a tenth of a second. */
  private static final MatmulSize PRODUCT = new MatmulSize(2048, 2048, 2048);

  private static final int ROUNDS = 20_000;
  private static final double MS = 1e3;

  private final String device;
  private final MatmulImpl gemm;
  private final StreamKernels kernels;
  private final WorkingSets sets;
  private final int threads;
  private final Clock clock;
  private final Plan plan;

  /**
   * A benchmark of this machine.
   *
   * @param device what its processor calls itself
   * @param gemm the quickest way to multiply matrices on it, by all cores
   * @param kernels the other loops; {@link #plainKernels} where there are none better
   * @param sets how much memory to go through
   * @param threads how many cores it has
   * @param plan how long to measure each limit
   */
  public LocalMachine(
      String device,
      MatmulImpl gemm,
      StreamKernels kernels,
      WorkingSets sets,
      int threads,
      Clock clock,
      Plan plan) {
    this.device = device;
    this.gemm = gemm;
    this.kernels = kernels;
    this.sets = sets;
    this.threads = threads;
    this.clock = clock;
    this.plan = plan;
  }

  /** Loops for a process without vectors. */
  public static StreamKernels plainKernels() {
    return new PlainKernels();
  }

  @Override
  public MachineCeilings run(Stopwatch stopwatch, Listener listener) {
    List<Ceiling> ceilings = new ArrayList<>();
    List<String> notes = new ArrayList<>(sets.notes());
    try (Crew crew = new Crew("inferscope-machine", threads)) {
      Kind[] kinds = Kind.values();
      for (int i = 0; i < kinds.length; i++) {
        stopwatch.checkpoint();
        String name = MachineTexts.name(kinds[i]);
        listener.progress((double) i / kinds.length, name);
        try {
          measure(kinds[i], stopwatch, crew).ifPresent(ceilings::add);
        } catch (InferscopeException e) {
          notes.add(Texts.get("compute.machine.failed", name, e.sentence()));
        } catch (OutOfMemoryError e) {
          notes.add(Texts.get("compute.machine.memory", name));
        }
      }
    }
    return new MachineCeilings(device, clock.instant(), ceilings, notes);
  }

  private Optional<Ceiling> measure(Kind kind, Stopwatch stopwatch, Crew crew) {
    return switch (kind) {
      case MULTIPLY_ADD -> multiplyAdd(stopwatch, crew);
      case GEMM -> Optional.of(product(stopwatch));
      case L2_READ, L2_TRIAD -> sets.l2().map(set -> stream(kind, set, stopwatch, crew));
      case L3_READ, L3_TRIAD -> sets.l3().map(set -> stream(kind, set, stopwatch, crew));
      case MEMORY_READ, MEMORY_TRIAD -> Optional.of(stream(kind, sets.memory(), stopwatch, crew));
    };
  }

  private Optional<Ceiling> multiplyAdd(Stopwatch stopwatch, Crew crew) {
    if (kernels.flopsInRound() == 0) {
      throw new InferscopeException(Texts.get("compute.machine.noRegisters"));
    }
    float[] kept = new float[threads];
    Timing timing =
        stopwatch.measure(
            () -> crew.run(threads, part -> kept[part] = kernels.multiplyAdd(ROUNDS)), plan);
    double flops = (double) ROUNDS * kernels.flopsInRound() * threads;
    String how = Texts.get("compute.machine.how.multiplyAdd", kernels.name());
    return Optional.of(ceiling(Kind.MULTIPLY_ADD, flops, timing, how, 0));
  }

  private Ceiling product(Stopwatch stopwatch) {
    Optional<String> obstacle = gemm.obstacle();
    if (obstacle.isPresent()) {
      throw new InferscopeException(obstacle.get());
    }
    int n = PRODUCT.n();
    try (MatmulImpl.Product product = gemm.prepare(n, n, n)) {
      Timing timing = stopwatch.measure(() -> product.run(n, stopwatch::checkpoint), plan);
      String how = Texts.get("compute.machine.how.gemm", Numbers.count(n), gemm.name());
      return ceiling(Kind.GEMM, PRODUCT.flops(), timing, how, (long) PRODUCT.bytes());
    }
  }

  private Ceiling stream(Kind kind, long workingSet, Stopwatch stopwatch, Crew crew) {
    boolean triad = kind.isTriad();
    Streams streams = new Streams(kernels, crew, workingSet, triad);
    Timing timing = stopwatch.measure(triad ? streams::triad : streams::read, plan);
    String how =
        triad
            ? Texts.get("compute.machine.how.triad", kernels.name())
            : Texts.get("compute.machine.how.read", kernels.name());
    return ceiling(kind, streams.bytesMoved(), timing, how, streams.workingSet());
  }

  private Ceiling ceiling(Kind kind, double amount, Timing timing, String how, long workingSet) {
    return new Ceiling(
        kind,
        amount * MS / timing.medianMs(),
        amount * MS / timing.maxMs(),
        amount * MS / timing.minMs(),
        how,
        threads,
        workingSet);
  }
}
