package org.inferscope.io.gpt2;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.IntFunction;
import org.inferscope.model.gpt2.Distribution.Scored;
import org.inferscope.model.gpt2.LogitLens;

/**
 * The logit lens as CSV (RFC 4180), for a spreadsheet: all digits, a point before decimals, no
 * thousands separators. Stateless, any thread.
 */
public final class LensCsv {
  private LensCsv() {}

  /**
   * A row for each of the most probable tokens of each cell that is known.
   *
   * @param tokens a prompt's token's text by its position
   * @param words a token's text by its id
   */
  public static String table(
      LogitLens lens, IntFunction<String> tokens, IntFunction<String> words) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(
          "state", "position", "after", "place", "id", "token", "logit", "probability");
      for (int state = 0; state < lens.states(); state++) {
        for (int position = 0; position < lens.tokens(); position++) {
          List<Scored> top =
              lens.cell(state, position).map(LogitLens.Cell::top).orElse(List.of());
          for (int place = 0; place < top.size(); place++) {
            Scored said = top.get(place);
            csv.writeRecord(
                Integer.toString(state),
                Integer.toString(position),
                tokens.apply(position),
                Integer.toString(place + 1),
                Integer.toString(said.id()),
                words.apply(said.id()),
                Float.toString(said.logit()),
                Double.toString(said.probability()));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /**
   * Where one token stands through the layers.
   *
   * @param state from 0 to L
   * @param rank 1 for the most probable
   * @param scored the token with its numbers
   */
  public record Place(int state, int rank, Scored scored) {}

  /**
   * A row for each hidden state.
   *
   * @param after text of the token that it would come after
   * @param word its text
   */
  public static String target(List<Place> places, String after, String word) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord("state", "after", "id", "token", "rank", "logit", "probability");
      for (Place place : places) {
        csv.writeRecord(
            Integer.toString(place.state()),
            after,
            Integer.toString(place.scored().id()),
            word,
            Integer.toString(place.rank()),
            Float.toString(place.scored().logit()),
            Double.toString(place.scored().probability()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
