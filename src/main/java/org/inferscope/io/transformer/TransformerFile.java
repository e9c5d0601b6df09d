package org.inferscope.io.transformer;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.inferscope.model.roofline.transformer.TransformerPreset;
import org.inferscope.model.roofline.transformer.TransformerSpec;

/**
 * The published transformers as CSV (RFC 4180): a header that names the columns, one row a model,
 * yes or no for what a model has or has not. The file comes with the program, so that a mistake in
 * it is one of ours: it is not forgiven but named. Stateless, any thread.
 */
public final class TransformerFile {
  private static final String PACKAGED = "/assets/transformers/transformers.csv";

  private TransformerFile() {}

  /**
   * Reads the packaged list, the notebook's model first.
   *
   * @throws IllegalStateException when it is missing or a row does not hold, naming it
   */
  public static List<TransformerPreset> packaged() {
    try (InputStream in = TransformerFile.class.getResourceAsStream(PACKAGED)) {
      if (in == null) {
        throw new IllegalStateException(PACKAGED + " is missing");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a list.
   *
   * @param csv the file's text
   * @throws IllegalStateException naming the line and what does not hold
   */
  static List<TransformerPreset> parse(String csv) {
    List<TransformerPreset> presets = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
      for (NamedCsvRecord row : rows) {
        presets.add(preset(row));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(presets);
  }

  private static TransformerPreset preset(NamedCsvRecord row) {
    try {
      return new TransformerPreset(
          text(row, "id"),
          text(row, "name"),
          whole(row, "year"),
          spec(row),
          Double.parseDouble(text(row, "parameters")),
          whole(row, "context"),
          text(row, "sources"));
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          PACKAGED + ", line " + row.getStartingLineNumber() + ": " + e.getMessage(), e);
    }
  }

  private static TransformerSpec spec(NamedCsvRecord row) {
    return new TransformerSpec(
        whole(row, "layers"),
        whole(row, "hidden"),
        whole(row, "heads"),
        whole(row, "kv_heads"),
        whole(row, "ffn"),
        flag(row, "gated"),
        whole(row, "vocabulary"),
        flag(row, "tied"),
        row.findField("positions")
            .filter(text -> !text.isEmpty())
            .map(Integer::parseInt)
            .orElse(0));
  }

  private static String text(NamedCsvRecord row, String column) {
    return row.findField(column)
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .orElseThrow(() -> new IllegalArgumentException(column + " is missing"));
  }

  private static int whole(NamedCsvRecord row, String column) {
    return Integer.parseInt(text(row, column));
  }

  private static boolean flag(NamedCsvRecord row, String column) {
    return switch (text(row, column)) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw new IllegalArgumentException(column + " is neither yes nor no");
    };
  }
}
