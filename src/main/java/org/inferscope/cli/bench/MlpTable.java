package org.inferscope.cli.bench;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.Map;
import org.inferscope.compute.Backend;
import org.inferscope.compute.bench.MlpDims;
import org.inferscope.compute.bench.MlpResult;
import org.inferscope.compute.bench.MlpResult.MlpCase;
import org.inferscope.compute.bench.Timing;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Prints a measured network as an aligned table. */
final class MlpTable {
  private static final int PHASE_WIDTH = 8;
  private static final int COUNT_WIDTH = 9;

  private final Columns columns;
  private final MlpDims dims;
  private final int nameWidth;

  MlpTable(PrintWriter out, MlpDims dims, Collection<String> impls) {
    this.columns = new Columns(out);
    this.dims = dims;
    this.nameWidth = impls.stream().mapToInt(String::length).max().orElse(0) + 2;
  }

  /** What each name stands for, the network, and the names of the columns. */
  void head(Map<String, Backend> backends) {
    backends.forEach(
        (name, backend) -> columns.stands(name, backend.device().backend(), backend.device()));
    columns.print("");
    columns.print(
        Texts.get(
            "cli.bench.network", dims, Numbers.si(dims.flops(), Texts.get("cli.bench.flop"))));
    print(
        Texts.get("cli.bench.column.phase"),
        Texts.get("cli.bench.column.inputs"),
        Texts.get("cli.bench.column.impl"),
        Columns.numbers(
            Texts.get("cli.bench.column.median"),
            Texts.get("cli.bench.column.min"),
            Texts.get("cli.bench.column.max"),
            Texts.get("cli.bench.column.perInput"),
            "GFLOP/s"),
        Texts.get("cli.bench.column.reps"));
  }

  void line(String impl, MlpResult result) {
    if (result instanceof MlpResult.Measured measured) {
      Timing timing = measured.timing();
      String figures =
          Columns.numbers(
              Numbers.significant(timing.medianMs()),
              Numbers.significant(timing.minMs()),
              Numbers.significant(timing.maxMs()),
              Numbers.significant(measured.msPerInput()),
              Numbers.significant(measured.gflops()));
      print(measured.measured(), impl, figures, Columns.reps(timing));
    } else if (result instanceof MlpResult.TooSlow slow) {
      String time = Numbers.duration(slow.estimate().toMillis() / 1e3);
      print(slow.measured(), impl, "", Texts.get("cli.bench.tooSlowRun", time));
    }
  }

  private void print(MlpCase measured, String impl, String numbers, String note) {
    print(measured.phase().key(), Numbers.count(measured.inputs()), impl, numbers, note);
  }

  private void print(String phase, String inputs, String impl, String numbers, String note) {
    columns.print(
        Columns.padded(phase, PHASE_WIDTH)
            + Columns.padded(inputs, COUNT_WIDTH)
            + Columns.padded(impl, nameWidth)
            + numbers
            + note);
  }
}
