package org.inferscope.model.roofline.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.inferscope.compute.bench.Timing;
import org.inferscope.model.explain.Explainer;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.roofline.MatmulShape;
import org.inferscope.model.roofline.Point;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Explains every figure of every product under a roof, down to sizes, formats and timed runs. */
public final class PointExplainer implements Explainer {

  @Override
  public boolean knows(ValueRef ref) {
    return ref instanceof PointRef
        || (ref instanceof PointRef.Sample sample && millis(sample).isPresent());
  }

  @Override
  public String label(ValueRef ref) {
    if (ref instanceof PointRef.Sample sample) {
      return Texts.get("rooflinemodel.explain.sample", Numbers.count(sample.run() + 1L));
    }
    return of(ref).figure().title();
  }

  @Override
  public Explanation explain(ValueRef ref) {
    if (ref instanceof PointRef.Sample sample) {
      return sample(sample);
    }
    PointRef of = of(ref);
    return new Explaining(of.point()).explain(of.figure());
  }

  private static PointRef of(ValueRef ref) {
    if (ref instanceof PointRef point) {
      return point;
    }
    throw new IllegalArgumentException("no figure of a product: " + ref);
  }

  private static OptionalDouble millis(PointRef.Sample sample) {
    List<Double> samples = sample.point().timing().map(Timing::samples).orElse(List.of());
    return sample.run() >= 0 && sample.run() < samples.size()
        ? OptionalDouble.of(samples.get(sample.run()))
        : OptionalDouble.empty();
  }

  private Explanation sample(PointRef.Sample sample) {
    double millis =
        millis(sample).orElseThrow(() -> new IllegalArgumentException("no run " + sample.run()));
    return new Explanation(
        sample,
        label(sample),
        Texts.get("rooflinemodel.explain.sample.meaning"),
        millis,
        millis,
        PointFigure.MEDIAN.unit(),
        "",
        "",
        List.of(),
        List.of());
  }

  /** Explains the figures of one point. */
  private record Explaining(Point point) {

    Explanation explain(PointFigure figure) {
      return switch (figure) {
        case M, K, N, GROUPS -> leaf(figure, figure.meaning());
        case RIGHT_BYTES ->
            leaf(figure, format(point.shape().right() == MatmulShape.Right.WEIGHTS));
        case ACTIVATION_BYTES -> leaf(figure, format(false));
        case PEAK, BANDWIDTH -> leaf(figure, ofDevice(figure));
        case FLOPS -> flops();
        case BYTES -> bytes();
        case INTENSITY -> ratio(figure, PointFigure.FLOPS, PointFigure.BYTES);
        case RIDGE -> ratio(figure, PointFigure.PEAK, PointFigure.BANDWIDTH);
        case COMPUTE_TIME -> ratio(figure, PointFigure.FLOPS, PointFigure.PEAK);
        case MEMORY_TIME -> ratio(figure, PointFigure.BYTES, PointFigure.BANDWIDTH);
        case RATE -> ratio(figure, PointFigure.FLOPS, PointFigure.MEDIAN);
        case SHARE -> ratio(figure, PointFigure.RATE, PointFigure.ATTAINABLE);
        case INTENSITY_LIMIT -> limit();
        case ATTAINABLE -> attainable();
        case ROOF_TIME -> roofTime();
        case WAITING -> waiting();
        case MEDIAN -> median();
        case ROWS_NEEDED -> rowsNeeded();
      };
    }

    private String format(boolean weights) {
      return Texts.get(
          "rooflinemodel.explain.format",
          (weights ? point.formats().weights() : point.formats().activations()).label());
    }

    private String ofDevice(PointFigure figure) {
      return figure.meaning()
          + point
              .roof()
              .map(
                  roof ->
                      " "
                          + Texts.get(
                              "rooflinemodel.explain.ofDevice",
                              roof.name(),
                              point.formats().compute().label()))
              .orElse("");
    }

    private Explanation flops() {
      String numbers = "2·%s·%s·%s".formatted(text(PointFigure.M), k(), n());
      return grouped()
          ? explanation(
              PointFigure.FLOPS,
              "G·2·M·K·N",
              text(PointFigure.GROUPS) + "·" + numbers,
              refs(PointFigure.GROUPS, PointFigure.M, PointFigure.K, PointFigure.N))
          : explanation(
              PointFigure.FLOPS,
              "2·M·K·N",
              numbers,
              refs(PointFigure.M, PointFigure.K, PointFigure.N));
    }

    /** A term for each matrix. */
    private Explanation bytes() {
      String formula = "M·K·a + K·N·w + M·N·a";
      List<PointFigure> sources =
          new ArrayList<>(
              List.of(
                  PointFigure.M,
                  PointFigure.K,
                  PointFigure.N,
                  PointFigure.ACTIVATION_BYTES,
                  PointFigure.RIGHT_BYTES));
      if (grouped()) {
        sources.add(0, PointFigure.GROUPS);
      }
      List<Term> terms =
          List.of(
              matrix("A", PointFigure.M, PointFigure.K, PointFigure.ACTIVATION_BYTES),
              matrix("B", PointFigure.K, PointFigure.N, PointFigure.RIGHT_BYTES),
              matrix("C", PointFigure.M, PointFigure.N, PointFigure.ACTIVATION_BYTES));
      String numbers = String.join(" + ", terms.stream().map(Term::numbers).toList());
      return explanation(
          PointFigure.BYTES,
          grouped() ? "G·(" + formula + ")" : formula,
          numbers,
          terms,
          refs(sources.toArray(PointFigure[]::new)));
    }

    private Term matrix(String name, PointFigure rows, PointFigure cols, PointFigure each) {
      String numbers = text(rows) + "·" + text(cols) + "·" + text(each);
      double bytes = raw(rows) * raw(cols) * raw(each) * raw(PointFigure.GROUPS);
      return grouped()
          ? new Term(
              name,
              text(PointFigure.GROUPS) + "·" + numbers,
              bytes,
              refs(PointFigure.GROUPS, rows, cols, each))
          : new Term(name, numbers, bytes, refs(rows, cols, each));
    }

    private Explanation limit() {
      return explanation(
          PointFigure.INTENSITY_LIMIT,
          "2·K·N / (a·(K + N))",
          "2·%s·%s / (%s·(%s + %s))"
              .formatted(k(), n(), text(PointFigure.ACTIVATION_BYTES), k(), n()),
          refs(PointFigure.K, PointFigure.N, PointFigure.ACTIVATION_BYTES));
    }

    private Explanation attainable() {
      return explanation(
          PointFigure.ATTAINABLE,
          Texts.get("rooflinemodel.explain.attainable"),
          "min(%s, %s · %s)"
              .formatted(
                  text(PointFigure.PEAK), text(PointFigure.INTENSITY), text(PointFigure.BANDWIDTH)),
          refs(PointFigure.PEAK, PointFigure.INTENSITY, PointFigure.BANDWIDTH));
    }

    private Explanation roofTime() {
      return explanation(
          PointFigure.ROOF_TIME,
          Texts.get("rooflinemodel.explain.roofTime"),
          "max(%s, %s)".formatted(text(PointFigure.COMPUTE_TIME), text(PointFigure.MEMORY_TIME)),
          refs(PointFigure.COMPUTE_TIME, PointFigure.MEMORY_TIME));
    }

    private Explanation waiting() {
      return explanation(
          PointFigure.WAITING,
          Texts.get("rooflinemodel.explain.waiting"),
          "max(0, 1 − %s / %s)".formatted(text(PointFigure.INTENSITY), text(PointFigure.RIDGE)),
          refs(PointFigure.INTENSITY, PointFigure.RIDGE));
    }

    private Explanation median() {
      List<Double> samples = point.timing().map(Timing::samples).orElse(List.of());
      if (samples.isEmpty()) {
        return leaf(PointFigure.MEDIAN, Texts.get("rooflinemodel.explain.none"));
      }
      List<String> sorted = samples.stream().sorted().map(Numbers::significant).toList();
      List<ValueRef> runs =
          IntStream.range(0, samples.size())
              .<ValueRef>mapToObj(run -> new PointRef.Sample(point, run))
              .toList();
      return explanation(
          PointFigure.MEDIAN,
          Texts.get("rooflinemodel.explain.median"),
          "median(" + String.join(", ", sorted) + ")",
          runs);
    }

    private Explanation rowsNeeded() {
      return explanation(
          PointFigure.ROWS_NEEDED,
          "M ≥ R·w·K·N / (2·K·N − R·a·(K + N))",
          "%1$s·%2$s·%3$s·%4$s / (2·%3$s·%4$s − %1$s·%5$s·(%3$s + %4$s))"
              .formatted(
                  Numbers.significant(raw(PointFigure.RIDGE)),
                  text(PointFigure.RIGHT_BYTES),
                  k(),
                  n(),
                  text(PointFigure.ACTIVATION_BYTES)),
          refs(
              PointFigure.RIDGE,
              PointFigure.K,
              PointFigure.N,
              PointFigure.RIGHT_BYTES,
              PointFigure.ACTIVATION_BYTES));
    }

    private Explanation ratio(PointFigure figure, PointFigure above, PointFigure below) {
      return explanation(
          figure,
          above.title() + " / " + below.title(),
          text(above) + " / " + text(below),
          refs(above, below));
    }

    private Explanation leaf(PointFigure figure, String meaning) {
      return explanation(figure, meaning, "", "", List.of(), List.of());
    }

    private Explanation explanation(
        PointFigure figure, String formula, String numbers, List<ValueRef> sources) {
      return explanation(figure, formula, numbers, List.of(), sources);
    }

    private Explanation explanation(
        PointFigure figure,
        String formula,
        String numbers,
        List<Term> terms,
        List<ValueRef> sources) {
      String meaning =
          value(figure).isPresent() ? figure.meaning() : Texts.get("rooflinemodel.explain.none");
      return explanation(figure, meaning, formula, numbers + " = " + text(figure), terms, sources);
    }

    /** Figures are float64 from the start, so that shown and exact value are one. */
    private Explanation explanation(
        PointFigure figure,
        String meaning,
        String formula,
        String numbers,
        List<Term> terms,
        List<ValueRef> sources) {
      double value = value(figure).orElse(Double.NaN);
      return new Explanation(
          new PointRef(point, figure),
          figure.title(),
          point.name() + ". " + meaning,
          value,
          value,
          figure.unit(),
          formula,
          numbers,
          terms,
          sources);
    }

    private boolean grouped() {
      return point.shape().groups() > 1;
    }

    private OptionalDouble value(PointFigure figure) {
      return PointValues.value(point, figure);
    }

    private double raw(PointFigure figure) {
      return value(figure).orElse(Double.NaN);
    }

    private String text(PointFigure figure) {
      return PointValues.text(point, figure);
    }

    private String k() {
      return text(PointFigure.K);
    }

    private String n() {
      return text(PointFigure.N);
    }

    private List<ValueRef> refs(PointFigure... figures) {
      return Stream.of(figures).<ValueRef>map(figure -> new PointRef(point, figure)).toList();
    }
  }
}
