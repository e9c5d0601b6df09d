package org.inferscope.tab.roofline.sweep;

import org.inferscope.compute.bench.MatmulResult.Measured;
import org.inferscope.io.bench.KeptResult;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** What the table and the charts say under the pointer. Stateless. */
final class SweepTips {
  private SweepTips() {}

  /** A measured product in a sentence, with all its numbers and the date. */
  static String of(Measured measured, KeptResult result) {
    return Texts.get(
        "rooflinesweep.point",
        result.name(),
        SizeList.label(result.size()),
        Numbers.significant(measured.timing().medianMs()),
        Numbers.significant(measured.timing().minMs()),
        Numbers.significant(measured.timing().maxMs()),
        Numbers.significant(measured.gflops()),
        Numbers.count(measured.timing().reps()),
        RunWords.date(result.date()));
  }

  /** A cell of a measured product. */
  static String of(KeptResult result, SweepColumn column) {
    if (!(result.result() instanceof Measured measured)) {
      return "";
    }
    String words = of(measured, result);
    return column == SweepColumn.RUNS && !measured.timing().complete()
        ? Texts.get("rooflinesweep.runs.short.tip", words, Numbers.count(measured.timing().reps()))
        : words;
  }

  /** The head of a column. */
  static String ofHead(SweepColumn column) {
    return switch (column) {
      case SIZE -> Texts.get("rooflinesweep.column.size.tip");
      case IMPL -> Texts.get("rooflinesweep.column.impl.tip");
      case MEDIAN -> Texts.get("rooflinesweep.column.median.tip");
      case MIN -> Texts.get("rooflinesweep.column.min.tip");
      case MAX -> Texts.get("rooflinesweep.column.max.tip");
      case RATE -> Texts.get("rooflinesweep.column.rate.tip");
      case RUNS -> Texts.get("rooflinesweep.column.runs.tip");
      case SHARE -> Texts.get("rooflinesweep.column.share.tip");
      case SPEED_UP -> Texts.get("rooflinesweep.column.speedUp.tip");
    };
  }
}
