package org.inferscope.io.gpt2;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.inferscope.model.gpt2.Operation;
import org.inferscope.model.gpt2.walk.PassCosts;
import org.inferscope.model.gpt2.walk.PassTimes;
import org.inferscope.model.gpt2.walk.WalkStep;
import org.inferscope.model.roofline.MatmulShape;

/**
 * The products of a pass as CSV (RFC 4180), for a spreadsheet: all digits, a point before decimals,
 * no thousands separators. What was not measured stays empty. Stateless, any thread.
 */
public final class PassCsv {
  private PassCsv() {}

  /** The table: a row for each product of each block, then the unembedding's. */
  public static String write(PassCosts costs, Optional<PassTimes> times) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(
          "matmul",
          "layer",
          "products",
          "m",
          "k",
          "n",
          "flops",
          "part_of_layer_flops",
          "part_of_pass_flops",
          "milliseconds",
          "part_of_layer_time",
          "part_of_pass_time");
      for (int layer = 0; layer < costs.config().layers(); layer++) {
        for (Operation operation : PassCosts.PRODUCTS) {
          if (operation.isInBlocks()) {
            csv.writeRecord(row(costs, times, new WalkStep(operation, layer)));
          }
        }
      }
      csv.writeRecord(row(costs, times, WalkStep.of(Operation.LOGITS)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static List<String> row(PassCosts costs, Optional<PassTimes> times, WalkStep step) {
    Operation operation = step.operation();
    MatmulShape shape = costs.shape(operation).orElseThrow();
    boolean inBlock = operation.isInBlocks();
    double flops = shape.flops();
    return List.of(
        operation.name().toLowerCase(Locale.ROOT),
        inBlock ? Integer.toString(step.layer()) : "",
        number(shape.groups()),
        number(shape.m()),
        number(shape.k()),
        number(shape.n()),
        number(flops),
        inBlock ? number(flops / costs.layerFlops()) : "",
        number(flops / costs.passFlops()),
        times.map(each -> number(each.millis(step))).orElse(""),
        inBlock
            ? times.map(each -> number(each.millis(step) / each.layer(step.layer()))).orElse("")
            : "",
        times.map(each -> number(each.millis(step) / each.total())).orElse(""));
  }

  private static String number(double x) {
    return x == Math.rint(x) && Math.abs(x) < 1e15 ? Long.toString((long) x) : Double.toString(x);
  }
}
