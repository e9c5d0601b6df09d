package org.inferscope.io.gpt2;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.inferscope.model.gpt2.attention.AttentionRows;
import org.inferscope.model.gpt2.attention.HeadFigure;
import org.inferscope.model.gpt2.attention.HeadFigures;
import org.inferscope.model.gpt2.attention.HeadTag;
import org.inferscope.model.gpt2.attention.HeadValues;

/**
 * Attention as CSV (RFC 4180), for a spreadsheet: all digits, a point before decimals. Stateless,
 * any thread.
 */
public final class AttentionCsv {
  private AttentionCsv() {}

  /**
   * The weights of a head: a row for each query, a column for each key, named by their tokens with
   * their positions before; above the diagonal, where no token may look, 0.
   *
   * @param words the prompt's tokens, T
   */
  public static String matrix(AttentionRows rows, List<String> words) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      List<String> heading = new ArrayList<>(List.of("query"));
      for (int key = 0; key < words.size(); key++) {
        heading.add(name(words, key));
      }
      csv.writeRecord(heading);
      for (int query = 0; query < words.size(); query++) {
        List<String> line = new ArrayList<>(List.of(name(words, query)));
        float[] row = rows.row(query);
        for (int key = 0; key < words.size(); key++) {
          line.add(key <= query ? Float.toString(row[key]) : "0");
        }
        csv.writeRecord(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static String name(List<String> words, int position) {
    return position + " " + words.get(position);
  }

  /** The figures of all heads, a row for each; empty where one cannot be computed. */
  public static String figures(HeadFigures figures) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      List<String> heading = new ArrayList<>(List.of("layer", "head"));
      HeadFigure.all().forEach(figure -> heading.add(column(figure)));
      heading.add("tags");
      csv.writeRecord(heading);
      for (int layer = 0; layer < figures.layers(); layer++) {
        for (int head = 0; head < figures.heads(); head++) {
          csv.writeRecord(row(layer, head, figures.of(layer, head)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static String column(HeadFigure figure) {
    return switch (figure) {
      case DISTANCE -> "average_distance_tokens";
      case ENTROPY -> "entropy_bits";
      case EVENNESS -> "evenness";
      case PREVIOUS -> "previous_token";
      case INDUCTION -> "induction";
      case FIRST -> "first_token";
      case DUPLICATE -> "duplicate_token";
    };
  }

  private static List<String> row(int layer, int head, HeadValues values) {
    List<String> row = new ArrayList<>(List.of(String.valueOf(layer), String.valueOf(head)));
    for (HeadFigure figure : HeadFigure.all()) {
      OptionalDouble value = values.value(figure);
      row.add(value.isPresent() ? Double.toString(value.getAsDouble()) : "");
    }
    row.add(
        values.tags().stream()
            .map(HeadTag::name)
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" ")));
    return row;
  }
}
