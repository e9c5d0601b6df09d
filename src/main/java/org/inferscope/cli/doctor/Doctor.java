package org.inferscope.cli.doctor;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.inferscope.cli.gpu.GpuFindings;
import org.inferscope.compute.ComputeService;
import org.inferscope.compute.LinearPeer;
import org.inferscope.io.UserFolders;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code inferscope doctor}: prints what Inferscope finds on this machine. */
@Command(name = "doctor", mixinStandardHelpOptions = true)
public final class Doctor implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final UserFolders folders;
  private final Supplier<ComputeService> compute;
  private final Optional<LinearPeer> torch;
  private final Supplier<GpuFindings> gpu;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--json", descriptionKey = "cli.doctor.json")
  private boolean json;

  /**
   * The command.
   *
   * @param folders the user's folders
   * @param compute makes a compute service that has begun to look for devices
   * @param torch PyTorch; empty where it is not on the class path
   * @param gpu asks NVIDIA's driver, which takes a second or so
   */
  public Doctor(
      UserFolders folders,
      Supplier<ComputeService> compute,
      Optional<LinearPeer> torch,
      Supplier<GpuFindings> gpu) {
    this.folders = folders;
    this.compute = compute;
    this.torch = torch;
    this.gpu = gpu;
  }

  @Override
  public Integer call() throws InterruptedException {
    Findings findings =
        Findings.collect(folders, DeviceSearch.run(compute, PATIENCE), torch, gpu.get());
    if (spec != null) {
      PrintWriter out = spec.commandLine().getOut();
      out.print(json ? FindingsAsJson.of(findings) : FindingsAsText.of(findings));
      out.flush();
    }
    return 0;
  }
}
