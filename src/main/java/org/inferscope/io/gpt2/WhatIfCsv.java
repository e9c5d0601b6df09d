package org.inferscope.io.gpt2;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.IntFunction;
import org.inferscope.model.gpt2.whatif.Comparison;
import org.inferscope.model.gpt2.whatif.Effect;
import org.inferscope.model.gpt2.whatif.Importance;
import org.inferscope.model.gpt2.whatif.Part;

/**
 * What changes without some parts of a model as CSV (RFC 4180), for a spreadsheet: all digits, a
 * point before decimals, no thousands separators. Stateless, any thread.
 */
public final class WhatIfCsv {
  private WhatIfCsv() {}

  /**
   * A row for each token of the vocabulary, the most probable in either first.
   *
   * @param words a token's text by its id
   */
  public static String comparison(Comparison comparison, IntFunction<String> words) {
    return written(
        csv -> {
          csv.writeRecord(
              "id",
              "token",
              "probability_before",
              "probability_after",
              "change",
              "logit_before",
              "logit_after",
              "nats");
          for (Comparison.Row row : comparison.top(2 * comparison.before().size())) {
            csv.writeRecord(
                Integer.toString(row.id()),
                words.apply(row.id()),
                Double.toString(row.before().probability()),
                Double.toString(row.after().probability()),
                Double.toString(row.change()),
                Float.toString(row.before().logit()),
                Float.toString(row.after().logit()),
                Double.toString(comparison.addend(row.id())));
          }
        });
  }

  /**
   * A row for each head and each MLP; what has not been tried stays empty.
   *
   * @param word the text of the token that they are judged by
   */
  public static String importance(Importance importance, String word) {
    return written(
        csv -> {
          csv.writeRecord(
              "layer",
              "part",
              "token",
              "probability_before",
              "probability_without",
              "log_probability_change",
              "logit_change",
              "direct_logit_change");
          for (Part part : importance.parts()) {
            Optional<Effect> effect = importance.effect(part);
            csv.writeRecord(
                layer(part),
                part instanceof Part.Head head ? "head " + head.head() : "mlp",
                word,
                Double.toString(importance.before().probability()),
                effect.map(each -> Double.toString(each.probability())).orElse(""),
                effect.map(each -> Double.toString(each.logProbabilityChange())).orElse(""),
                effect.map(each -> Double.toString(each.logitChange())).orElse(""),
                importance.hasDirect() ? Double.toString(importance.direct(part)) : "");
          }
        });
  }

  private static String layer(Part part) {
    return Integer.toString(
        part instanceof Part.Head head ? head.layer() : ((Part.Mlp) part).layer());
  }

  @FunctionalInterface
  private interface Rows {
    void writeTo(CsvWriter csv) throws IOException;
  }

  private static String written(Rows rows) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      rows.writeTo(csv);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
