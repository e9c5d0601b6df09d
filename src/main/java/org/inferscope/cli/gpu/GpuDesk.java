package org.inferscope.cli.gpu;

import java.util.function.Supplier;
import org.inferscope.compute.cuda.CudaGate;
import org.inferscope.compute.cuda.CudaReport;
import org.inferscope.io.pack.GpuPack;

/**
 * What the commands reach outside themselves.
 *
 * @param probe asks the driver in a process of its own, which takes a second or so
 * @param gate says which cards ND4J runs on here
 * @param pack the user's GPU pack
 * @param interactive whether a person reads and answers
 * @param answer the next line that this person types; empty at the end
 */
public record GpuDesk(
    Supplier<CudaReport> probe,
    CudaGate gate,
    GpuPack pack,
    boolean interactive,
    Supplier<String> answer) {

  /** All that is found out about the GPU. */
  public GpuFindings look() {
    return GpuFindings.of(probe.get(), gate, pack.status());
  }
}
