package org.inferscope.io.gpt2;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.inferscope.model.gpt2.weights.EqualBins;
import org.inferscope.model.gpt2.weights.ParameterFacts;
import org.inferscope.model.gpt2.weights.WeightStats;

/**
 * Parameters and histograms as CSV (RFC 4180), for a spreadsheet: all digits, a point before
 * decimals, no thousands separators. Stateless, any thread.
 */
public final class WeightsCsv {
  private WeightsCsv() {}

  /** A row for each parameter, in the order given. */
  public static String parameters(List<ParameterFacts> parameters) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord("name", "rows", "columns", "count", "share");
      for (ParameterFacts each : parameters) {
        csv.writeRecord(
            each.name(),
            each.shape().rank() == 1 ? "" : Integer.toString(each.rows()),
            Integer.toString(each.cols()),
            Long.toString(each.count()),
            Double.toString(each.share()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** A row for each bin: from where to where, how many, and how many a normal distribution has. */
  public static String histogram(WeightStats stats) {
    StringWriter text = new StringWriter();
    EqualBins bins = stats.bins();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord("from", "to", "count", "normal");
      for (int bin = 0; bin < bins.size(); bin++) {
        double middle = ((double) bins.edge(bin) + bins.edge(bin + 1)) / 2;
        csv.writeRecord(
            Float.toString(bins.edge(bin)),
            Float.toString(bins.edge(bin + 1)),
            Long.toString(bins.count(bin)),
            Double.toString(stats.gaussian(middle)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
