package org.inferscope.tab.network.views;

import java.util.List;
import java.util.Objects;
import org.inferscope.model.network.ColumnStats;
import org.inferscope.model.network.Histogram;
import org.inferscope.model.network.Trace;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/** Writes the texts of the batch view. Stateless, any thread. */
final class BatchWriter {
  private BatchWriter() {}

  static String headline(Trace trace) {
    return trace.batch() == 1
        ? Texts.get("networkviews.batch.headline.one")
        : Texts.get("networkviews.batch.headline", Numbers.count(trace.batch()));
  }

  /**
   * The texts of a column.
   *
   * @param perPixel how many units share a pixel, 1 where none do
   */
  static BatchScene.ColumnWords column(Trace trace, int c, int perPixel) {
    String shape = trace.column(c).shapeText();
    String plain = Texts.get("networkviews.shape", shape);
    List<String> shapes =
        perPixel == 1
            ? List.of(plain)
            : List.of(
                Texts.get("networkviews.shape.pixels", shape, Numbers.count(perPixel)), plain);
    return new BatchScene.ColumnWords(
        ColumnNames.title(trace.network(), c), shapes, figures(trace, c));
  }

  private static List<List<String>> figures(Trace trace, int c) {
    ColumnStats stats = trace.stats(c);
    String min = Numbers.cell(stats.min());
    String max = Numbers.cell(stats.max());
    String mean = Numbers.cell(stats.mean());
    String std = Numbers.cell(stats.std());
    return List.of(
        List.of(
            Texts.get("networkviews.figures.range", min, max),
            Texts.get("networkviews.figures.range.short", min, max)),
        List.of(
            Texts.get("networkviews.figures.mean", mean, std),
            Texts.get("networkviews.figures.mean.short", mean, std)),
        dead(trace, c, stats));
  }

  private static List<String> dead(Trace trace, int c, ColumnStats stats) {
    String dead = Numbers.count(stats.dead());
    String units = Numbers.count(stats.units());
    String share = Shares.of(stats.deadShare());
    if (stats.dead() == 0 && trace.batch() > 1 && c > 0) {
      return List.of(Texts.get("networkviews.figures.alive"));
    }
    if (trace.batch() == 1 || c == 0) {
      return List.of(
          Texts.get("networkviews.figures.zero", dead, units, share),
          Texts.get("networkviews.figures.zero.short", dead, units));
    }
    return List.of(
        Texts.get("networkviews.figures.dead", dead, units, share),
        Texts.get("networkviews.figures.dead.short", dead, units));
  }

  /** What the bar at exactly 0 is labelled; empty where there is none. */
  static String zeros(Histogram histogram) {
    return histogram.zeros() == 0
        ? ""
        : Texts.get("networkviews.histogram.zeros", Shares.of(histogram.share(histogram.zeros())));
  }

  /** What is no finite number; empty where all are. */
  static String special(Histogram histogram) {
    if (histogram.notNumbers() == 0 && histogram.infinite() == 0) {
      return "";
    }
    String nan = Numbers.count(histogram.notNumbers());
    String infinite = Numbers.count(histogram.infinite());
    if (histogram.infinite() == 0) {
      return Texts.get("networkviews.histogram.nan", nan);
    }
    return histogram.notNumbers() == 0
        ? Texts.get("networkviews.histogram.infinite", infinite)
        : Texts.get("networkviews.histogram.special", nan, infinite);
  }

  /** The sentence below: about what is lit, or how to read the picture. */
  static String footer(
      Trace trace, BatchScene.Lit lit, boolean aggregated, @Nullable Histogram histogram) {
    if (lit.hasCell()) {
      return cell(trace, lit.column(), lit.row(), lit.unit());
    }
    if (lit.bin() >= 0) {
      return bin(lit.column(), lit.bin(), Objects.requireNonNull(histogram));
    }
    if (trace.batch() == 1) {
      return Texts.get("networkviews.batch.footer.one");
    }
    return aggregated
        ? Texts.get("networkviews.batch.footer.pixels")
        : Texts.get("networkviews.batch.footer");
  }

  /** "Input 5 · Layer 1, unit 3: 0.8123". */
  static String cell(Trace trace, int column, int row, int unit) {
    String number = Numbers.cell(trace.column(column).get(row, unit));
    String where = Texts.get("networkviews.input", Numbers.count(row + 1L));
    return trace.off().has(column, unit)
        ? Texts.get("networkviews.batch.cell.off", where, ColumnNames.unit(column, unit))
        : Texts.get("networkviews.batch.cell", where, ColumnNames.unit(column, unit), number);
  }

  private static String bin(int column, int bin, Histogram histogram) {
    String name = ColumnNames.plain(column);
    String total = Numbers.count(histogram.total());
    if (bin >= histogram.bins()) {
      return Texts.get(
          "networkviews.histogram.exact",
          name,
          Numbers.count(histogram.zeros()),
          total,
          Shares.of(histogram.share(histogram.zeros())));
    }
    int count = histogram.count(bin);
    return Texts.get(
        "networkviews.histogram.bin",
        name,
        Numbers.count(count),
        total,
        Shares.of(histogram.share(count)),
        Numbers.cell(histogram.low(bin)),
        Numbers.cell(histogram.low(bin + 1)));
  }
}
