package org.inferscope.model.matmul;

import java.util.List;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.hardware.DeviceSpec;
import org.inferscope.model.matmul.MatmulRef.Figure;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/**
 * Explains the figures of a {@link MatmulCost}. Sizes, bytes per number and the device's figures
 * are leaves.
 */
final class FigureExplainer {
  private static final double MILLIS = 1e3;

  private final MatmulCost cost;
  private final FlopCount count;

  private FigureExplainer(MatmulCost cost) {
    this.cost = cost;
    this.count = cost.count();
  }

  static Explanation explain(Figure figure) {
    return new FigureExplainer(figure.cost()).explain(figure.quantity());
  }

  private Explanation explain(Quantity quantity) {
    return switch (quantity) {
      case M, K, N -> leaf(quantity, quantity.meaning());
      case BYTES_PER_NUMBER ->
          leaf(quantity, Texts.get("matmulmodel.explain.dtype", cost.dtype().label()));
      case PEAK, BANDWIDTH -> leaf(quantity, deviceMeaning(quantity));
      case MULTIPLIES -> counted(quantity, "M·N·K", sizes("%s·%s·%s"));
      case ADDS -> counted(quantity, "M·N·(K \u2212 1)", sizes("%s·%s·(%s \u2212 1)"));
      case FLOPS -> counted(quantity, "2·M·N·K", sizes("2·%s·%s·%s"));
      case BYTES -> bytes();
      case INTENSITY -> ratio(quantity, Quantity.FLOPS, Quantity.BYTES, 1);
      case COMPUTE_TIME -> ratio(quantity, Quantity.FLOPS, Quantity.PEAK, MILLIS);
      case MEMORY_TIME -> ratio(quantity, Quantity.BYTES, Quantity.BANDWIDTH, MILLIS);
      case RIDGE_POINT -> ratio(quantity, Quantity.PEAK, Quantity.BANDWIDTH, 1);
    };
  }

  private String deviceMeaning(Quantity quantity) {
    DeviceSpec device = cost.device();
    String figure =
        quantity == Quantity.PEAK
            ? Texts.get(
                "matmulmodel.explain.peak",
                device.name(),
                cost.dtype().label(),
                cost.text(Quantity.PEAK))
            : Texts.get(
                "matmulmodel.explain.bandwidth", device.name(), cost.text(Quantity.BANDWIDTH));
    String note = device.note().isEmpty() ? "" : " (" + device.note() + ")";
    return figure + note + ". " + Texts.get("matmulmodel.explain.sources", device.sources());
  }

  private Explanation leaf(Quantity quantity, String meaning) {
    return explanation(quantity, meaning, 1, "", "", List.of(), List.of());
  }

  private Explanation counted(Quantity quantity, String formula, String numbers) {
    return explanation(
        quantity,
        quantity.meaning(),
        1,
        formula,
        numbers + " = " + cost.text(quantity),
        List.of(),
        List.of(ref(Quantity.M), ref(Quantity.N), ref(Quantity.K)));
  }

  private String sizes(String pattern) {
    return pattern.formatted(cost.text(Quantity.M), cost.text(Quantity.N), cost.text(Quantity.K));
  }

  /** (M·K + K·N + M·N)·bytes, a term for each matrix. */
  private Explanation bytes() {
    String each = cost.text(Quantity.BYTES_PER_NUMBER);
    String numbers =
        "(%1$s·%2$s + %2$s·%3$s + %1$s·%3$s)·%4$s = %5$s"
            .formatted(
                cost.text(Quantity.M),
                cost.text(Quantity.K),
                cost.text(Quantity.N),
                each,
                cost.text(Quantity.BYTES));
    return explanation(
        Quantity.BYTES,
        Quantity.BYTES.meaning(),
        1,
        Texts.get("matmulmodel.explain.bytes"),
        numbers,
        List.of(
            bytesOf("A", count.m(), Quantity.M, count.k(), Quantity.K),
            bytesOf("B", count.k(), Quantity.K, count.n(), Quantity.N),
            bytesOf("C", count.m(), Quantity.M, count.n(), Quantity.N)),
        List.of(ref(Quantity.M), ref(Quantity.K), ref(Quantity.N), ref(Quantity.BYTES_PER_NUMBER)));
  }

  private Term bytesOf(
      String matrix, long rows, Quantity ofRows, long columns, Quantity ofColumns) {
    DType dtype = cost.dtype();
    return new Term(
        matrix,
        Numbers.count(rows) + "·" + Numbers.count(columns) + "·" + Numbers.cell(dtype.bytes()),
        (double) rows * columns * dtype.bytes(),
        List.of(ref(ofRows), ref(ofColumns), ref(Quantity.BYTES_PER_NUMBER)));
  }

  private Explanation ratio(Quantity quantity, Quantity above, Quantity below, double scale) {
    boolean known = cost.value(quantity).isPresent();
    return explanation(
        quantity,
        known ? quantity.meaning() : cost.verdict(),
        scale,
        above.title() + " / " + below.title(),
        cost.text(above) + " / " + cost.text(below) + " = " + cost.text(quantity),
        List.of(),
        List.of(ref(above), ref(below)));
  }

  /** Figures are float64 from the start, so that shown and exact value are one. */
  private Explanation explanation(
      Quantity quantity,
      String meaning,
      double scale,
      String formula,
      String substituted,
      List<Term> terms,
      List<ValueRef> sources) {
    double value = cost.value(quantity).orElse(Double.NaN) * scale;
    return new Explanation(
        ref(quantity),
        quantity.title(),
        meaning,
        value,
        value,
        unit(quantity),
        formula,
        substituted,
        terms,
        sources);
  }

  private ValueRef ref(Quantity quantity) {
    return new Figure(cost, quantity);
  }

  private static String unit(Quantity quantity) {
    return switch (quantity) {
      case M, K, N, MULTIPLIES, ADDS -> "";
      case FLOPS -> Texts.get("matmulmodel.unit.flops");
      case BYTES, BYTES_PER_NUMBER -> Texts.get("matmulmodel.unit.bytes");
      case INTENSITY, RIDGE_POINT -> Texts.get("matmulmodel.unit.flopsPerByte");
      case PEAK -> Texts.get("matmulmodel.unit.flopsPerSecond");
      case BANDWIDTH -> Texts.get("matmulmodel.unit.bytesPerSecond");
      case COMPUTE_TIME, MEMORY_TIME -> Texts.get("matmulmodel.unit.millis");
    };
  }
}
