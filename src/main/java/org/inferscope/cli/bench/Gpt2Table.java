package org.inferscope.cli.bench;

import java.io.PrintWriter;
import org.inferscope.compute.bench.Timing;
import org.inferscope.model.gpt2.Exactness;
import org.inferscope.model.gpt2.bench.Gpt2Measured;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Prints what a model was measured at as an aligned table, a line as soon as it is there. */
final class Gpt2Table {
  private static final int PHASE_WIDTH = 15;
  private static final int FORMAT_WIDTH = 6;

  private final Columns columns;

  Gpt2Table(PrintWriter out) {
    columns = new Columns(out);
  }

  /** The model and the names of the columns. */
  void head(String model, String device) {
    columns.print(Texts.get("cli.bench.gpt2.model", model, device));
    columns.print("");
    columns.print(
        line(
            Texts.get("cli.bench.column.phase"),
            Texts.get("cli.bench.column.weights"),
            Columns.numbers(
                Texts.get("cli.bench.column.prompt"),
                Texts.get("cli.bench.column.median"),
                Texts.get("cli.bench.column.min"),
                Texts.get("cli.bench.column.max"),
                "GFLOP/s",
                "GB/s",
                Texts.get("cli.bench.column.tokens")),
            Texts.get("cli.bench.column.reps")));
  }

  void line(Gpt2Measured result) {
    Timing timing = result.timing();
    columns.print(
        line(
            result.measured().phase().key(),
            result.measured().format().label(),
            Columns.numbers(
                Numbers.count(result.measured().promptTokens()),
                Numbers.significant(timing.medianMs()),
                Numbers.significant(timing.minMs()),
                Numbers.significant(timing.maxMs()),
                Numbers.significant(result.gflops()),
                Numbers.significant(result.gbps()),
                Numbers.significant(result.tokensPerSecond())),
            Columns.reps(timing)));
  }

  /** Why a case is not measured. */
  void leftOut(String why) {
    columns.print(why);
  }

  /** How far rounded weights are from those of 32 bits. */
  void line(DType format, Exactness exactness) {
    columns.print(
        Texts.get(
            "cli.bench.gpt2.exactness",
            format.label(),
            Numbers.count(exactness.tokens()),
            Numbers.significant(exactness.meanDivergence()),
            Numbers.significant(exactness.maxDivergence()),
            Numbers.fixed(100 * exactness.topAgreement(), 1)));
  }

  private static String line(String phase, String format, String numbers, String reps) {
    return Columns.padded(phase, PHASE_WIDTH)
        + Columns.padded(format, FORMAT_WIDTH)
        + numbers
        + reps;
  }
}
