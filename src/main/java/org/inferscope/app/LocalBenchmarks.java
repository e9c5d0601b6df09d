package org.inferscope.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.inferscope.compute.Cpu;
import org.inferscope.compute.MatmulImpl;
import org.inferscope.compute.StreamKernels;
import org.inferscope.compute.bench.BackendMatmul;
import org.inferscope.compute.bench.CacheSizes;
import org.inferscope.compute.bench.LocalMachine;
import org.inferscope.compute.bench.MachineBenchmark;
import org.inferscope.compute.bench.MachineProcess;
import org.inferscope.compute.bench.Plan;
import org.inferscope.compute.bench.WorkingSets;
import org.inferscope.compute.loops.LoopMatmul;
import org.inferscope.compute.openblas.OpenBlasLoader;
import org.inferscope.compute.pytorch.PyTorch;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.compute.vector.VectorModule;
import org.inferscope.compute.worker.Nd4jMatmul;
import org.inferscope.io.AppVersion;
import org.inferscope.io.UserFolders;

/** What can be measured on this machine, by the window and by the commands. Any thread. */
public final class LocalBenchmarks {
  /** Half a second a limit, at most one. */
  private static final Plan PLAN =
      new Plan(9, Duration.ofSeconds(1), Duration.ofMillis(300), Duration.ofMillis(20));

  private static final String MAIN = "org.inferscope.Main";

  private LocalBenchmarks() {}

  /**
   * All ways to multiply matrices, from the plainest; nothing is loaded yet. Those that are not
   * here say why.
   *
   * @param folders where ND4J's pack is looked for, and what libraries unpack is kept
   */
  public static List<MatmulImpl> products(UserFolders folders) {
    List<MatmulImpl> all = new ArrayList<>(builtIn());
    all.add(
        Nd4jMatmul.find(
            folders.data(),
            folders.cacheWith("nd4j"),
            System.getProperty("java.class.path"),
            AppVersion.current()));
    all.add(PyTorch.matmul(folders.cacheWith("pytorch")));
    return List.copyOf(all);
  }

  /** Those of them that are part of every Inferscope. */
  static List<MatmulImpl> builtIn() {
    List<MatmulImpl> all = new ArrayList<>(LoopMatmul.all());
    all.add(openblas());
    return List.copyOf(all);
  }

  /** The loops that every backend is held against, to be measured from the command line. */
  public static MatmulImpl reference() {
    return BackendMatmul.byRows(new ReferenceBackend().device(), ReferenceBackend::new);
  }

  private static MatmulImpl openblas() {
    OpenBlasLoader loader = new OpenBlasLoader(VectorModule.forProcessor());
    return BackendMatmul.whole(loader.device(), loader::load);
  }

  /** What limits this machine: measured here if this process has vectors, otherwise in another. */
  public static MachineBenchmark machine() {
    return VectorModule.kernels()
        .<MachineBenchmark>map(LocalBenchmarks::machine)
        .orElseGet(
            () ->
                new MachineProcess(
                    LocalBenchmarks::withVectors, machine(LocalMachine.plainKernels())));
  }

  private static LocalMachine machine(StreamKernels kernels) {
    Runtime runtime = Runtime.getRuntime();
    int threads = runtime.availableProcessors();
    WorkingSets sets = WorkingSets.of(CacheSizes.ofThisMachine(), threads, runtime.maxMemory());
    return new LocalMachine(
        Cpu.name(), openblas(), kernels, sets, threads, Clock.systemUTC(), PLAN);
  }

  /** This program's command for the same, in a Java that has the module. */
  private static Process withVectors(Path file) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--add-modules",
            VectorModule.NAME,
            "-Djava.awt.headless=true",
            "-cp",
            System.getProperty("java.class.path"),
            MAIN,
            "bench",
            "machine",
            "--json",
            file.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
