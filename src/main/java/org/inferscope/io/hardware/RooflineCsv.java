package org.inferscope.io.hardware;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.inferscope.compute.bench.Timing;
import org.inferscope.model.hardware.Roof;
import org.inferscope.model.roofline.MatmulShape;
import org.inferscope.model.roofline.Point;

/**
 * Roofs and the points under them as CSV (RFC 4180), for other programs to read: plain numbers in
 * FLOP, bytes, seconds and FLOP/s, empty fields for what there is not. Stateless, any thread.
 */
public final class RooflineCsv {
  private static final List<String> HEADER =
      List.of(
          "kind",
          "name",
          "products",
          "m",
          "k",
          "n",
          "weights",
          "activations",
          "flops",
          "bytes",
          "flop_per_byte",
          "bound",
          "roof",
          "peak_flop_s",
          "bandwidth_byte_s",
          "ridge_flop_per_byte",
          "attainable_flop_s",
          "seconds_at_roof",
          "runs",
          "median_s",
          "min_s",
          "max_s",
          "measured_flop_s",
          "share_of_roof");

  private static final int BEFORE_ROOF = 12;
  private static final double MILLIS = 1e3;

  private RooflineCsv() {}

  /**
   * A point.
   *
   * @param kind what sort of point it is: {@code scenario}, {@code layer}, {@code measured}
   * @param name its name
   * @param point the product under its roof
   */
  public record Row(String kind, String name, Point point) {}

  /**
   * A limit that is drawn: both figures for a roof, one for a ceiling.
   *
   * @param kind {@code roof} or {@code ceiling}
   * @param name what is limited
   * @param peak operations a second
   * @param bandwidth bytes a second
   */
  public record Limit(String kind, String name, OptionalDouble peak, OptionalDouble bandwidth) {
    /** A roof. */
    public static Limit of(Roof roof) {
      return new Limit(
          "roof", roof.name(), OptionalDouble.of(roof.peak()), OptionalDouble.of(roof.bandwidth()));
    }
  }

  /** The table: limits, then points. */
  public static String write(List<Limit> limits, List<Row> points) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(HEADER);
      limits.forEach(limit -> csv.writeRecord(fields(limit)));
      points.forEach(point -> csv.writeRecord(fields(point)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static List<String> fields(Limit limit) {
    List<String> fields = new ArrayList<>(List.of(limit.kind(), limit.name()));
    fields.addAll(none(BEFORE_ROOF - fields.size()));
    fields.addAll(List.of(limit.name(), text(limit.peak()), text(limit.bandwidth())));
    boolean both = limit.peak().isPresent() && limit.bandwidth().isPresent();
    fields.add(
        both ? Double.toString(limit.peak().getAsDouble() / limit.bandwidth().getAsDouble()) : "");
    fields.addAll(none(HEADER.size() - fields.size()));
    return fields;
  }

  private static List<String> none(int count) {
    String[] fields = new String[count];
    Arrays.fill(fields, "");
    return List.of(fields);
  }

  private static List<String> fields(Row row) {
    Point point = row.point();
    MatmulShape shape = point.shape();
    List<String> fields = new ArrayList<>(List.of(row.kind(), row.name()));
    fields.addAll(
        List.of(
            whole(shape.groups()),
            whole(shape.m()),
            whole(shape.k()),
            whole(shape.n()),
            point.formats().weights().label(),
            point.formats().activations().label(),
            whole(shape.flops()),
            whole(shape.bytes(point.formats())),
            Double.toString(point.intensity()),
            point.bound().map(bound -> bound.name().toLowerCase(Locale.ROOT)).orElse("")));
    fields.addAll(
        point
            .roof()
            .map(
                roof ->
                    List.of(
                        roof.name(),
                        Double.toString(roof.peak()),
                        Double.toString(roof.bandwidth()),
                        Double.toString(roof.ridge())))
            .orElse(none(4)));
    fields.addAll(List.of(text(point.attainable()), text(point.secondsAtRoof())));
    fields.addAll(point.timing().map(RooflineCsv::fields).orElse(none(4)));
    fields.addAll(List.of(text(point.rate()), text(point.shareOfRoof())));
    return fields;
  }

  private static List<String> fields(Timing timing) {
    return List.of(
        Integer.toString(timing.reps()),
        Double.toString(timing.medianMs() / MILLIS),
        Double.toString(timing.minMs() / MILLIS),
        Double.toString(timing.maxMs() / MILLIS));
  }

  private static String text(OptionalDouble number) {
    return number.isPresent() ? Double.toString(number.getAsDouble()) : "";
  }

  private static String whole(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
