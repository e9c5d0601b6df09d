package org.inferscope.cli.bench;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.inferscope.compute.bench.Ceiling;
import org.inferscope.compute.bench.MachineBenchmark;
import org.inferscope.compute.bench.MachineCeilings;
import org.inferscope.compute.bench.MachineJson;
import org.inferscope.compute.bench.MachineTexts;
import org.inferscope.compute.bench.Stopwatch;
import org.inferscope.io.SafeFile;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code inferscope bench machine}: what this machine can do at most. */
@Command(name = "machine", mixinStandardHelpOptions = true)
public final class BenchMachineCommand implements Callable<Integer> {
  private static final int NAME_WIDTH = 31;

  private final MachineBenchmark machine;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--json", paramLabel = "FILE", descriptionKey = "cli.bench.json")
  private @Nullable Path json;

  /** The command, for this machine. */
  public BenchMachineCommand(MachineBenchmark machine) {
    this.machine = machine;
  }

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("not run by picocli");
    }
    if (json != null) {
      // At once, so that a file that cannot be written is known before seconds of measuring.
      save(json, "[]\n");
    }
    PrintWriter out = spec.commandLine().getOut();
    int total = Ceiling.Kind.values().length;
    MachineCeilings measured =
        machine.run(
            new Stopwatch(System::nanoTime, () -> {}),
            (fraction, message) -> {
              out.println(Math.round(fraction * total) + 1 + "/" + total + " " + message);
              out.flush();
            });
    print(measured, out);
    if (json != null) {
      save(json, MachineJson.text(measured));
    }
    return 0;
  }

  private static void save(Path file, String text) {
    SafeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void print(MachineCeilings measured, PrintWriter out) {
    out.println();
    out.println(measured.device());
    out.println(
        Columns.padded(Texts.get("cli.bench.column.limit"), NAME_WIDTH)
            + Columns.wideNumbers(
                Texts.get("cli.bench.column.medianOf"),
                Texts.get("cli.bench.column.minOf"),
                Texts.get("cli.bench.column.maxOf"))
            + Texts.get("cli.bench.column.how"));
    measured.ceilings().forEach(ceiling -> out.println(line(ceiling)));
    measured.notes().forEach(out::println);
    out.flush();
  }

  private static String line(Ceiling ceiling) {
    String unit = ceiling.kind().limit().unit();
    String set =
        ceiling.workingSet() == 0
            ? ""
            : Texts.get("cli.bench.workingSet", Numbers.bytes((double) ceiling.workingSet()));
    return Columns.padded(MachineTexts.name(ceiling.kind()), NAME_WIDTH)
        + Columns.wideNumbers(
            Numbers.si(ceiling.value(), unit),
            Numbers.si(ceiling.min(), unit),
            Numbers.si(ceiling.max(), unit))
        + Texts.get("cli.bench.howMeasured", ceiling.how(), ceiling.threads())
        + set;
  }
}
