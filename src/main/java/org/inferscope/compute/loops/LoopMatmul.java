package org.inferscope.compute.loops;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.inferscope.compute.Cpu;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceKind;
import org.inferscope.compute.MatmulImpl;
import org.inferscope.compute.MatmulOperands;
import org.inferscope.compute.exec.Crew;
import org.inferscope.tensor.Args;
import org.inferscope.text.Texts;

/** Loops in plain Java as an implementation; can be stopped after some rows. */
public final class LoopMatmul implements MatmulImpl {
  /** What is done between two checkpoints: tens of milliseconds. */
  private static final double FLOPS_AT_ONCE = 2e7;

  /** As much time for the quicker ones, which for few rows would lose their advantage, too. */
  private static final double TILED_FLOPS_AT_ONCE = 1e9;

  private final Device device;
  private final double flopsAtOnce;
  private final Supplier<Running> start;

  private LoopMatmul(String id, String name, double flopsAtOnce, Supplier<Running> start) {
    this.device = new Device(id, Cpu.name(), DeviceKind.CPU, name);
    this.flopsAtOnce = flopsAtOnce;
    this.start = start;
  }

  private LoopMatmul(String id, String name, double flopsAtOnce, Loops loops) {
    this(id, name, flopsAtOnce, () -> new Running(loops, () -> {}));
  }

  /** All versions, from the slowest. */
  public static List<MatmulImpl> all() {
    return List.of(ijk(), ikj(), tiled(), threads(Runtime.getRuntime().availableProcessors()));
  }

  /** Row by column, as a product is defined. */
  public static LoopMatmul ijk() {
    return new LoopMatmul("ijk", Texts.get("compute.loops.ijk"), FLOPS_AT_ONCE, Ijk::multiply);
  }

  /** Row by row. */
  public static LoopMatmul ikj() {
    return new LoopMatmul("ikj", Texts.get("compute.loops.ikj"), FLOPS_AT_ONCE, Ikj::multiply);
  }

  /** Row by row, on tiles that stay in the cache. */
  public static LoopMatmul tiled() {
    return new LoopMatmul(
        "tiled", Texts.get("compute.loops.tiled"), TILED_FLOPS_AT_ONCE, Tiled::multiply);
  }

  /** On tiles, by several threads. */
  public static LoopMatmul threads(int threads) {
    return new LoopMatmul(
        "threads",
        Texts.get("compute.loops.threads", Integer.toString(threads)),
        TILED_FLOPS_AT_ONCE * threads,
        () -> {
          Crew crew = new Crew("inferscope-loops", threads);
          return new Running(new Threads(crew), crew::close);
        });
  }

  /** Loops that may have threads, and what ends these. */
  private record Running(Loops loops, Runnable end) {}

  @Override
  public Device device() {
    return device;
  }

  @Override
  public Product prepare(int m, int k, int n) {
    float[][] a = rows(MatmulOperands.left(m, k), m);
    float[][] b = rows(MatmulOperands.right(k, n), k);
    int step = (int) Math.max(1, Math.min(m, flopsAtOnce / 2 / k / n));
    return new LoopProduct(a, b, new float[m][n], step, start.get());
  }

  private static float[][] rows(float[] numbers, int count) {
    int length = numbers.length / count;
    float[][] rows = new float[count][];
    for (int i = 0; i < count; i++) {
      rows[i] = Arrays.copyOfRange(numbers, i * length, (i + 1) * length);
    }
    return rows;
  }

  /** A product, a few rows at a time. */
  private static final class LoopProduct implements Product {
    private final float[][] a;
    private final float[][] b;
    private final float[][] c;
    private final int step;
    private final Running running;

    LoopProduct(float[][] a, float[][] b, float[][] c, int step, Running running) {
      this.a = a;
      this.b = b;
      this.c = c;
      this.step = step;
      this.running = running;
    }

    @Override
    public void run(int rows, Runnable checkpoint) {
      Args.require(rows > 0 && rows <= c.length, "rows", rows, "from 1 to " + c.length);
      for (int from = 0; from < rows; from += step) {
        checkpoint.run();
        running.loops().multiply(a, b, c, from, Math.min(rows, from + step));
      }
    }

    @Override
    public float[] result() {
      int n = c[0].length;
      float[] all = new float[c.length * n];
      for (int i = 0; i < c.length; i++) {
        System.arraycopy(c[i], 0, all, i * n, n);
      }
      return all;
    }

    @Override
    public void close() {
      running.end().run();
    }
  }
}
