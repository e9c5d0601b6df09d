package org.inferscope.cli.gpu;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code inferscope gpu remove}: removes the pack and what was unpacked from it. */
@Command(name = "remove", mixinStandardHelpOptions = true)
final class RemoveCommand implements Callable<Integer> {
  private final GpuDesk desk;

  @Spec private @Nullable CommandSpec spec;

  RemoveCommand(GpuDesk desk) {
    this.desk = desk;
  }

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    long bytes = desk.pack().remove();
    out.println(
        bytes == 0
            ? Texts.get("cli.gpu.remove.nothing")
            : Texts.get("cli.gpu.remove.done", Numbers.bytes((double) bytes)));
    out.flush();
    return 0;
  }
}
