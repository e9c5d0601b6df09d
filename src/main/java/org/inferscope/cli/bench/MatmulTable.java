package org.inferscope.cli.bench;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import org.inferscope.compute.MatmulImpl;
import org.inferscope.compute.bench.MatmulResult;
import org.inferscope.compute.bench.MatmulSize;
import org.inferscope.compute.bench.Timing;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Prints measured products as an aligned table, a line as soon as it is there. */
final class MatmulTable {
  private final Columns columns;
  private final int nameWidth;
  private final int sizeWidth;

  MatmulTable(PrintWriter out, List<MatmulSize> sizes, Collection<String> impls) {
    this.columns = new Columns(out);
    this.sizeWidth = sizes.stream().mapToInt(size -> size.toString().length()).max().orElse(0) + 2;
    this.nameWidth = impls.stream().mapToInt(String::length).max().orElse(0) + 2;
  }

  /** What each name stands for or why it is not here, then the names of the columns. */
  void head(List<MatmulImpl> impls) {
    for (MatmulImpl impl : impls) {
      impl.obstacle()
          .ifPresentOrElse(
              why -> columns.print(Texts.get("cli.bench.isNotHere", impl.id(), why)),
              () -> columns.stands(impl.id(), impl.name(), impl.device()));
    }
    columns.print("");
    print(
        Texts.get("cli.bench.column.size"),
        Texts.get("cli.bench.column.impl"),
        Columns.numbers(
            Texts.get("cli.bench.column.median"),
            Texts.get("cli.bench.column.min"),
            Texts.get("cli.bench.column.max"),
            "GFLOP/s",
            "GB/s"),
        Texts.get("cli.bench.column.reps"));
  }

  void line(String impl, MatmulResult result) {
    if (result instanceof MatmulResult.Measured measured) {
      print(measured.size().toString(), impl, figures(measured), Columns.reps(measured.timing()));
    } else if (result instanceof MatmulResult.TooSlow slow) {
      String time = Numbers.duration(slow.estimate().toMillis() / 1e3);
      print(slow.size().toString(), impl, "", Texts.get("cli.bench.tooSlow", time));
    } else if (result instanceof MatmulResult.Failed failed) {
      print(failed.size().toString(), impl, "", failed.sentence());
    }
  }

  private static String figures(MatmulResult.Measured measured) {
    Timing timing = measured.timing();
    return Columns.numbers(
        Numbers.significant(timing.medianMs()),
        Numbers.significant(timing.minMs()),
        Numbers.significant(timing.maxMs()),
        Numbers.significant(measured.gflops()),
        Numbers.significant(measured.gbps()));
  }

  private void print(String size, String impl, String numbers, String note) {
    columns.print(
        Columns.padded(size, sizeWidth) + Columns.padded(impl, nameWidth) + numbers + note);
  }
}
