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
        Texts.get("cli.bench.column.median"),
        Texts.get("cli.bench.column.min"),
        Texts.get("cli.bench.column.max"),
        "GFLOP/s",
        "GB/s",
        Texts.get("cli.bench.column.reps"));
  }

  void line(String impl, MatmulResult result) {
    if (result instanceof MatmulResult.Measured measured) {
      Timing timing = measured.timing();
      print(
          measured.size().toString(),
          impl,
          Numbers.significant(timing.medianMs()),
          Numbers.significant(timing.minMs()),
          Numbers.significant(timing.maxMs()),
          Numbers.significant(measured.gflops()),
          Numbers.significant(measured.gbps()),
          timing.complete()
              ? Numbers.count(timing.reps())
              : Texts.get("cli.bench.stopped", Numbers.count(timing.reps())));
    } else if (result instanceof MatmulResult.TooSlow slow) {
      String time = Numbers.duration(slow.estimate().toMillis() / 1e3);
      print(slow.size().toString(), impl, Texts.get("cli.bench.tooSlow", time));
    }
  }

  private void print(String size, String impl, String... rest) {
    StringBuilder line = new StringBuilder();
    line.append(padded(size, sizeWidth)).append(padded(impl, nameWidth));
    for (String text : rest) {
      line.append(" ".repeat(Math.max(1, NUMBER_WIDTH - text.length()))).append(text);
    }
    out.println(line.toString().stripTrailing());
    out.flush();
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(1, width - text.length()));
  }
}
