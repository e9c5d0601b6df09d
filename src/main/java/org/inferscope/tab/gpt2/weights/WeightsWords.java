package org.inferscope.tab.gpt2.weights;

import java.util.Optional;
import org.inferscope.model.gpt2.weights.EqualBins;
import org.inferscope.model.gpt2.weights.LayerMatrix;
import org.inferscope.model.gpt2.weights.Level;
import org.inferscope.model.gpt2.weights.Merge;
import org.inferscope.model.gpt2.weights.ParameterFacts;
import org.inferscope.model.gpt2.weights.WeightStats;
import org.inferscope.tab.gpt2.weights.WeightsPresenter.Cell;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Numbers of parameters in words. Stateless. */
final class WeightsWords {
  private static final int DIGITS = 4;
  private static final double PERCENT = 100;

  /** Percent below which a share is only said to be small. */
  private static final double SMALL = 0.01;

  private WeightsWords() {}

  /** "768 × 2,304". */
  static String shape(ParameterFacts of) {
    return of.shape().rank() == 1
        ? Numbers.count(of.cols())
        : Numbers.count(of.rows()) + " × " + Numbers.count(of.cols());
  }

  /** "1.42 %". */
  static String share(ParameterFacts of) {
    double percent = PERCENT * of.share();
    return (percent < SMALL ? "<" + Numbers.fixed(SMALL, 2) : Numbers.fixed(percent, 2)) + " %";
  }

  /** "Layer 0: QKV projection", or the parameter's name. */
  static String title(ParameterFacts of) {
    Optional<LayerMatrix.Of> matrix =
        LayerMatrix.of(of.name()).filter(each -> each.weight().equals(of.name()));
    return matrix
        .map(
            each ->
                Texts.get(
                    "gpt2weights.title",
                    Numbers.count(each.layer()),
                    each.matrix().title()))
        .orElse(of.name());
  }

  /** "shape=[768, 2304]". */
  static String dims(ParameterFacts of) {
    return Texts.get("gpt2weights.title.shape", of.shape().dims().toString());
  }

  /** "mean=0.0001, std=0.1416". */
  static String facts(WeightStats stats) {
    return Texts.get(
        "gpt2weights.title.facts",
        Numbers.fixed(stats.mean(), DIGITS),
        Numbers.fixed(stats.deviation(), DIGITS));
  }

  /** A number with its place. */
  static String cell(ParameterFacts of, Cell cell, float value) {
    return of.shape().rank() == 1
        ? Texts.get(
            "gpt2weights.cell.vector",
            of.name(),
            Numbers.count(cell.col()),
            Numbers.full(value))
        : Texts.get(
            "gpt2weights.cell",
            of.name(),
            Numbers.count(cell.row()),
            Numbers.count(cell.col()),
            Numbers.full(value));
  }

  /** A number under the pointer, and what the pixel shows that it is a part of. */
  static String pointed(
      ParameterFacts of, Cell cell, float value, Level level, Merge merge) {
    String number = cell(of, cell, value);
    return level.numbers() == 1 ? number : number + " " + pixel(of, level, merge);
  }

  /** What a pixel stands for; empty where it is one number. */
  static String pixel(ParameterFacts of, Level level, Merge merge) {
    long rows = Math.min(level.rows(), of.rows());
    long cols = Math.min(level.cols(), of.cols());
    if (rows * cols == 1) {
      return "";
    }
    return merge == Merge.MEAN
        ? Texts.get(
            "gpt2weights.pixel.mean",
            Numbers.count(rows * cols),
            Numbers.count(rows),
            Numbers.count(cols))
        : Texts.get(
            "gpt2weights.pixel.largest",
            Numbers.count(rows * cols),
            Numbers.count(rows),
            Numbers.count(cols));
  }

  /** What a bin says. */
  static String bin(WeightStats stats, int bin) {
    EqualBins bins = stats.bins();
    double low = bins.edge(bin);
    double high = bins.edge(bin + 1);
    return Texts.get(
        "gpt2weights.bin",
        Numbers.cell(low),
        Numbers.cell(high),
        Numbers.count(bins.count(bin)),
        Numbers.significant(PERCENT * bins.count(bin) / stats.count()),
        Numbers.count(Math.round(stats.gaussian((low + high) / 2))));
  }
}
