package org.inferscope.io.gpt2;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import org.inferscope.model.gpt2.generate.Written;
import org.inferscope.model.gpt2.sampling.Candidate;

/**
 * Written tokens and likely ones as CSV (RFC 4180), for a spreadsheet: all digits, a point before
 * decimals, no thousands separators; what is not known stays empty. Stateless, any thread.
 */
public final class GenerationCsv {
  private GenerationCsv() {}

  /**
   * A written token.
   *
   * @param position in the text, from 0
   * @param id of the token
   * @param text as it is written on screen
   * @param candidate its numbers when it was chosen; empty if they are not known
   * @param written how it was written; empty if that was not seen
   */
  public record Step(
      int position,
      int id,
      String text,
      Optional<Candidate> candidate,
      Optional<Written> written) {}

  /** A row for each written token. */
  public static String steps(List<Step> steps) {
    return table(
        List.of(
            "position",
            "id",
            "token",
            "probability",
            "logit",
            "chance",
            "ms_cached",
            "ms_uncached"),
        steps.stream()
            .map(
                step ->
                    List.of(
                        Integer.toString(step.position()),
                        Integer.toString(step.id()),
                        step.text(),
                        step.candidate().map(c -> Double.toString(c.probability())).orElse(""),
                        step.candidate().map(c -> Float.toString(c.logit())).orElse(""),
                        step.candidate().map(c -> Double.toString(c.chance())).orElse(""),
                        step.written().map(w -> number(w.cached())).orElse(""),
                        step.written().map(w -> number(w.uncached())).orElse("")))
            .toList());
  }

  /**
   * A row for each token that may come next, in their order.
   *
   * @param word a token's text on screen by its id
   */
  public static String top(List<Candidate> candidates, IntFunction<String> word) {
    return table(
        List.of("id", "token", "probability", "logit", "chance"),
        candidates.stream()
            .map(
                candidate ->
                    List.of(
                        Integer.toString(candidate.id()),
                        word.apply(candidate.id()),
                        Double.toString(candidate.probability()),
                        Float.toString(candidate.logit()),
                        Double.toString(candidate.chance())))
            .toList());
  }

  private static String number(OptionalDouble x) {
    return x.isPresent() ? Double.toString(x.getAsDouble()) : "";
  }

  private static String table(List<String> header, List<List<String>> rows) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(header);
      rows.forEach(csv::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
