package org.inferscope.cli.bench;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.inferscope.compute.Backend;
import org.inferscope.compute.bench.MatmulResult;
import org.inferscope.compute.bench.MatmulSize;
import org.inferscope.compute.bench.Timing;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Prints measured products as an aligned table, a line as soon as it is there. */
final class MatmulTable {
  private static final int NUMBER_WIDTH = 11;

  private final PrintWriter out;
  private final int nameWidth;
  private final int sizeWidth;

  MatmulTable(PrintWriter out, List<MatmulSize> sizes, Collection<String> impls) {
    this.out = out;
    this.sizeWidth = sizes.stream().mapToInt(size -> size.toString().length()).max().orElse(0) + 2;
    this.nameWidth = impls.stream().mapToInt(String::length).max().orElse(0) + 2;
  }

  /** What each name stands for, then the names of the columns. */
  void head(Map<String, Backend> backends) {
    backends.forEach(
        (name, backend) ->
            out.println(
                Texts.get(
                    "cli.bench.isOn", name, backend.device().backend(), backend.device().name())));
    out.println();
    print(
        Texts.get("cli.bench.column.size"),
        Texts.get("cli.bench.column.impl"),
        numbers(
            Texts.get("cli.bench.column.median"),
            Texts.get("cli.bench.column.min"),
            Texts.get("cli.bench.column.max"),
            "GFLOP/s",
            "GB/s"),
        Texts.get("cli.bench.column.reps"));
  }

  void line(String impl, MatmulResult result) {
    if (result instanceof MatmulResult.Measured measured) {
      String reps = Numbers.count(measured.timing().reps());
      print(
          measured.size().toString(),
          impl,
          figures(measured),
          measured.timing().complete() ? reps : Texts.get("cli.bench.stopped", reps));
    } else if (result instanceof MatmulResult.TooSlow slow) {
      String time = Numbers.duration(slow.estimate().toMillis() / 1e3);
      print(slow.size().toString(), impl, "", Texts.get("cli.bench.tooSlow", time));
    }
  }

  private static String figures(MatmulResult.Measured measured) {
    Timing timing = measured.timing();
    return numbers(
        Numbers.significant(timing.medianMs()),
        Numbers.significant(timing.minMs()),
        Numbers.significant(timing.maxMs()),
        Numbers.significant(measured.gflops()),
        Numbers.significant(measured.gbps()));
  }

  private static String numbers(String... numbers) {
    StringBuilder columns = new StringBuilder();
    for (String number : numbers) {
      columns.append(" ".repeat(Math.max(1, NUMBER_WIDTH - number.length()))).append(number);
    }
    return columns.append("  ").toString();
  }

  private void print(String size, String impl, String numbers, String note) {
    out.println(padded(size, sizeWidth) + padded(impl, nameWidth) + numbers + note);
    out.flush();
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(1, width - text.length()));
  }
}
