package org.inferscope.model.matmul;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.inferscope.tensor.DType;

/**
 * The packaged list of devices, {@code assets/devices/devices.csv}: one row a device, a header,
 * peaks in TFLOP/s, bandwidth in GB/s, an empty field where nothing was sourced, no quoting.
 */
public final class DeviceSpecs {
  private static final String FILE = "/assets/devices/devices.csv";
  private static final String NOTEBOOK = "a100-notebook";
  private static final double TERA = 1e12;
  private static final double GIGA = 1e9;

  private final List<DeviceSpec> devices;

  private DeviceSpecs(List<DeviceSpec> devices) {
    this.devices = List.copyOf(devices);
  }

  /**
   * Reads the packaged list.
   *
   * @throws IllegalStateException when a row is malformed, naming it
   */
  public static DeviceSpecs load() {
    try (InputStream in = DeviceSpecs.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a list from text in the form of the packaged one. */
  static DeviceSpecs parse(String csv) {
    List<String> lines = csv.lines().toList();
    List<String> header = List.of(lines.get(0).split(",", -1));
    List<DeviceSpec> devices = new ArrayList<>();
    for (int line = 1; line < lines.size(); line++) {
      try {
        devices.add(device(new Row(header, List.of(lines.get(line).split(",", -1)))));
      } catch (IllegalArgumentException e) {
        throw new IllegalStateException(FILE + ", line " + (line + 1) + ": " + e.getMessage(), e);
      }
    }
    return new DeviceSpecs(devices);
  }

  private static DeviceSpec device(Row row) {
    Map<DType, Double> peaks = new EnumMap<>(DType.class);
    for (DType dtype : DType.values()) {
      double peak = row.number(dtype.name().toLowerCase(Locale.ROOT));
      if (peak > 0) {
        peaks.put(dtype, peak * TERA);
      }
    }
    return new DeviceSpec(
        row.text("id"),
        row.text("name"),
        row.number("memory_gb"),
        row.number("bandwidth_gb_s") * GIGA,
        peaks,
        row.text("note"),
        row.text("sources"));
  }

  /** All devices, in the order of the file. */
  public List<DeviceSpec> all() {
    return devices;
  }

  /** The device of that id. */
  public Optional<DeviceSpec> byId(String id) {
    return devices.stream().filter(device -> device.id().equals(id)).findFirst();
  }

  /** The A100 with the figures that the notebook rounds to: 312 TFLOP/s in FP16, 2 TB/s. */
  public DeviceSpec notebook() {
    return byId(NOTEBOOK).orElseThrow(() -> new IllegalStateException(FILE + " lacks " + NOTEBOOK));
  }

  /** One line of the file, addressed by the names in its header. */
  private record Row(List<String> header, List<String> fields) {
    Row {
      if (fields.size() != header.size()) {
        throw new IllegalArgumentException(
            fields.size() + " fields where " + header.size() + " are named");
      }
    }

    String text(String column) {
      int at = header.indexOf(column);
      return at < 0 ? "" : fields.get(at);
    }

    double number(String column) {
      String text = text(column);
      return text.isEmpty() ? 0 : Double.parseDouble(text);
    }
  }
}
