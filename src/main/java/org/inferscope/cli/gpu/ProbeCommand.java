package org.inferscope.cli.gpu;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.inferscope.compute.cuda.CudaProbe;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code inferscope gpu probe}: asks the driver, for the process that started this one. */
@Command(name = "probe", hidden = true)
final class ProbeCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.println(CudaProbe.report().toLine());
    out.flush();
    return 0;
  }
}
