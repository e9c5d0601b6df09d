package org.inferscope.cli.gpu;

import com.google.gson.GsonBuilder;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.inferscope.cli.model.Aligned;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code inferscope gpu status}: the cards, what of CUDA is installed, and the pack. */
@Command(name = "status", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
  private final GpuDesk desk;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--json", descriptionKey = "cli.gpu.json")
  private boolean json;

  StatusCommand(GpuDesk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    GpuFindings findings = desk.look();
    if (json) {
      out.println(
          new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(findings));
    } else {
      Aligned.of(findings.rows(), List.of()).forEach(out::println);
    }
    out.flush();
    return 0;
  }
}
