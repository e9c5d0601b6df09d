package org.inferscope.io.transformer;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.inferscope.model.hardware.Roof;
import org.inferscope.model.roofline.Formats;
import org.inferscope.model.roofline.MatmulShape;
import org.inferscope.model.roofline.Point;
import org.inferscope.model.roofline.transformer.LayerMatmul;
import org.inferscope.model.roofline.transformer.LayerTotals;

/**
 * A layer's products as CSV (RFC 4180), for a spreadsheet: all digits, a point before decimals, no
 * thousands separators. Without a roof the columns that need one stay empty. Stateless, any thread.
 */
public final class LayerCsv {
  private LayerCsv() {}

  /**
   * The table: a row for each product, then the layer's.
   *
   * @param order of the rows
   * @param roof of the device that they are held against
   */
  public static String write(
      LayerTotals layer, List<LayerMatmul> order, Formats formats, Optional<Roof> roof) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(
          "matmul",
          "products",
          "m",
          "k",
          "n",
          "flops",
          "bytes",
          "flops_per_byte",
          "bound_by",
          "seconds_at_roof",
          "weights",
          "activations",
          "device");
      for (LayerMatmul matmul : order) {
        csv.writeRecord(row(layer, matmul, formats, roof));
      }
      csv.writeRecord(total(layer, formats, roof));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static List<String> row(
      LayerTotals layer, LayerMatmul matmul, Formats formats, Optional<Roof> roof) {
    MatmulShape shape = layer.shape(matmul);
    Point point = Point.planned(matmul.title(layer.spec()), shape, formats, roof);
    return List.of(
        point.name(),
        number(shape.groups()),
        number(shape.m()),
        number(shape.k()),
        number(shape.n()),
        number(shape.flops()),
        number(shape.bytes(formats)),
        number(point.intensity()),
        point.bound().map(bound -> bound.name().toLowerCase(Locale.ROOT)).orElse(""),
        point.secondsAtRoof().isPresent() ? number(point.secondsAtRoof().getAsDouble()) : "",
        formats.weights().label(),
        formats.activations().label(),
        roof.map(Roof::name).orElse(""));
  }

  private static List<String> total(LayerTotals layer, Formats formats, Optional<Roof> roof) {
    double flops = layer.flops();
    double bytes = layer.bytes(formats);
    return List.of(
        "layer",
        "",
        "",
        "",
        "",
        number(flops),
        number(bytes),
        number(flops / bytes),
        "",
        roof.map(each -> number(layer.seconds(formats, each))).orElse(""),
        formats.weights().label(),
        formats.activations().label(),
        roof.map(Roof::name).orElse(""));
  }

  private static String number(double x) {
    return x == Math.rint(x) && Math.abs(x) < 1e15 ? Long.toString((long) x) : Double.toString(x);
  }
}
