package org.inferscope.app;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.compute.MatmulImpl;
import org.inferscope.compute.bench.BackendMatmul;
import org.inferscope.compute.loops.LoopMatmul;
import org.inferscope.compute.openblas.OpenBlasLoader;
import org.inferscope.compute.reference.ReferenceBackend;

/** What can be measured on this machine, by the window and by the commands. Any thread. */
public final class LocalBenchmarks {
  private LocalBenchmarks() {}

  /** All ways to multiply matrices, from the plainest; nothing is loaded yet. */
  public static List<MatmulImpl> products() {
    OpenBlasLoader openblas = new OpenBlasLoader();
    List<MatmulImpl> all = new ArrayList<>();
    all.add(BackendMatmul.byRows(new ReferenceBackend().device(), ReferenceBackend::new));
    all.addAll(LoopMatmul.all());
    all.add(BackendMatmul.whole(openblas.device(), openblas::load));
    return List.copyOf(all);
  }
}
