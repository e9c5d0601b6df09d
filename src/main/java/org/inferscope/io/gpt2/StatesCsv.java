package org.inferscope.io.gpt2;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.inferscope.model.gpt2.Gpt2Trace;
import org.inferscope.model.gpt2.HookPoint;

/**
 * Hidden states of some tokens as CSV (RFC 4180), for a spreadsheet: all digits, a point before
 * decimals, no thousands separators. Stateless, any thread.
 */
public final class StatesCsv {
  private StatesCsv() {}

  /**
   * A row for each token and hidden state: its length, its cosine with the next one (empty for the
   * last), and all its D numbers.
   *
   * @param trace with its hidden states
   * @param positions the tokens, from 0
   * @param words a token's text by its position
   */
  public static String write(Gpt2Trace trace, List<Integer> positions, IntFunction<String> words) {
    int layers = trace.config().layers();
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(header(trace.config().width()));
      for (int position : positions) {
        for (int state = 0; state <= layers; state++) {
          List<String> row = new ArrayList<>();
          row.add(Integer.toString(position));
          row.add(words.apply(position));
          row.add(Integer.toString(state));
          row.add(HookPoint.ofState(state, layers).name());
          row.add(Double.toString(trace.norm(state, position)));
          row.add(state == layers ? "" : Double.toString(trace.cosine(state, position)));
          for (float value : trace.hiddenState(state).row(position)) {
            row.add(Float.toString(value));
          }
          csv.writeRecord(row);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static List<String> header(int width) {
    List<String> names =
        new ArrayList<>(
            List.of("position", "token", "state", "hook", "l2_norm", "cosine_with_next"));
    for (int i = 0; i < width; i++) {
      names.add("d" + i);
    }
    return names;
  }
}
