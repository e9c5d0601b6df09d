package org.inferscope.io.hardware;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.inferscope.compute.InferscopeException;
import org.inferscope.model.hardware.DeviceCatalogue;
import org.inferscope.model.hardware.DeviceSpec;
import org.inferscope.tensor.DType;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Device catalogues as CSV (RFC 4180): a header that names the columns, one row a device; peaks in
 * TFLOP/s, bandwidth in GB/s, an empty field where nothing was sourced. A column named {@code
 * measured_} and a number format holds what somebody has measured of that peak. A row that does not
 * hold is left out with a sentence about it; the others load. Stateless, any thread.
 */
public final class DeviceFile {
  private static final String PACKAGED = "/assets/devices/devices.csv";
  private static final String ID = "id";
  private static final String NAME = "name";
  private static final String YEAR = "year";
  private static final String MEMORY = "memory_gb";
  private static final String BANDWIDTH = "bandwidth_gb_s";
  private static final String MEASURED = "measured_";
  private static final String NOTE = "note";
  private static final String SOURCES = "sources";
  private static final double TERA = 1e12;
  private static final double GIGA = 1e9;

  private DeviceFile() {}

  /**
   * Reads the packaged catalogue.
   *
   * @throws IllegalStateException when it is missing or a row does not hold, naming it
   */
  public static DeviceCatalogue packaged() {
    try (InputStream in = DeviceFile.class.getResourceAsStream(PACKAGED)) {
      if (in == null) {
        throw new IllegalStateException(PACKAGED + " is missing");
      }
      DeviceCatalogue all = parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), PACKAGED);
      if (!all.problems().isEmpty()) {
        throw new IllegalStateException(all.problems().get(0));
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a catalogue.
   *
   * @param csv the file's text
   * @param file its name, for sentences
   * @throws InferscopeException if it is no CSV file with the columns {@code id} and {@code name}
   */
  public static DeviceCatalogue parse(String csv, String file) {
    List<DeviceSpec> devices = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
      for (NamedCsvRecord row : rows) {
        if (!row.getHeader().containsAll(List.of(ID, NAME))) {
          throw new InferscopeException(Texts.get("io.devices.notCsv", file));
        }
        try {
          devices.add(device(row, file));
        } catch (InferscopeException e) {
          problems.add(e.sentence());
        }
      }
    } catch (CsvParseException | IOException e) {
      throw new InferscopeException(Texts.get("io.devices.notCsv", file), e);
    }
    return new DeviceCatalogue(devices, problems);
  }

  private static DeviceSpec device(NamedCsvRecord row, String file) {
    String name = required(row, NAME, file);
    double bandwidth = number(row, BANDWIDTH, file).orElse(0);
    if (bandwidth == 0) {
      throw new InferscopeException(
          Texts.get("io.devices.missing", file, line(row), name, BANDWIDTH));
    }
    Map<DType, Double> peaks = peaks(row, "", file);
    if (peaks.isEmpty()) {
      throw new InferscopeException(Texts.get("io.devices.noPeak", file, line(row), name));
    }
    return new DeviceSpec(
        required(row, ID, file),
        name,
        (int) number(row, YEAR, file).orElse(0),
        number(row, MEMORY, file).orElse(0),
        bandwidth * GIGA,
        peaks,
        peaks(row, MEASURED, file),
        text(row, NOTE),
        text(row, SOURCES));
  }

  private static Map<DType, Double> peaks(NamedCsvRecord row, String prefix, String file) {
    Map<DType, Double> peaks = new EnumMap<>(DType.class);
    for (DType dtype : DType.values()) {
      number(row, prefix + column(dtype), file).ifPresent(peak -> peaks.put(dtype, peak * TERA));
    }
    return peaks;
  }

  private static String column(DType dtype) {
    return dtype.name().toLowerCase(Locale.ROOT);
  }

  private static String text(NamedCsvRecord row, String column) {
    return row.findField(column).map(String::strip).orElse("");
  }

  private static String required(NamedCsvRecord row, String column, String file) {
    String text = text(row, column);
    if (text.isEmpty()) {
      throw new InferscopeException(
          Texts.get("io.devices.missing", file, line(row), text(row, NAME), column));
    }
    return text;
  }

  /** A number above 0; empty where nothing stands. */
  private static OptionalDouble number(NamedCsvRecord row, String column, String file) {
    String text = text(row, column);
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    double number;
    try {
      number = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw bad(row, column, text, file, e);
    }
    if (!(number > 0 && Double.isFinite(number))) {
      throw bad(row, column, text, file, null);
    }
    return OptionalDouble.of(number);
  }

  private static InferscopeException bad(
      NamedCsvRecord row, String column, String text, String file, @Nullable Throwable cause) {
    return new InferscopeException(
        Texts.get("io.devices.badNumber", file, line(row), text(row, NAME), column, text), cause);
  }

  private static String line(NamedCsvRecord row) {
    return Long.toString(row.getStartingLineNumber());
  }

  /** The catalogue's devices as {@link #parse} reads them. */
  public static String write(List<DeviceSpec> devices) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(header());
      devices.forEach(device -> csv.writeRecord(row(device)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static List<String> header() {
    List<String> header = new ArrayList<>(List.of(ID, NAME, YEAR, MEMORY, BANDWIDTH));
    for (DType dtype : DType.values()) {
      header.add(column(dtype));
    }
    for (DType dtype : DType.values()) {
      header.add(MEASURED + column(dtype));
    }
    header.addAll(List.of(NOTE, SOURCES));
    return header;
  }

  private static List<String> row(DeviceSpec device) {
    List<String> row =
        new ArrayList<>(
            List.of(
                device.id(),
                device.name(),
                text(device.year()),
                text(device.memoryGb()),
                text(device.bandwidth() / GIGA)));
    for (DType dtype : DType.values()) {
      row.add(text(device.peak(dtype).orElse(0) / TERA));
    }
    for (DType dtype : DType.values()) {
      row.add(text(device.achieved(dtype).orElse(0) / TERA));
    }
    row.addAll(List.of(device.note(), device.sources()));
    return row;
  }

  private static String text(double figure) {
    if (figure == 0) {
      return "";
    }
    return figure == Math.rint(figure) ? Long.toString((long) figure) : Double.toString(figure);
  }
}
