package org.inferscope.model.roofline.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.inferscope.compute.bench.Timing;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.hardware.Roof;
import org.inferscope.model.roofline.Formats;
import org.inferscope.model.roofline.MatmulShape;
import org.inferscope.model.roofline.Point;
import org.inferscope.model.roofline.Scenario;
import org.inferscope.tensor.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PointExplainerTest {
  private static final Optional<Roof> A100 = Optional.of(new Roof("A100", 312e12, 2e12));
  private static final Point DECODE =
      Point.planned("Decode", Scenario.SINGLE.shape(), Formats.NOTEBOOK, A100);
  private static final Point TIMED =
      new Point(
          "Ours",
          MatmulShape.of(1000, 1000, 1000),
          Formats.of(DType.FP32),
          Optional.of(new Roof("This machine", 200e9, 20e9)),
          Optional.of(new Timing(List.of(20.0, 16.0, 25.0), true)));
  private static final Point GROUPED =
      Point.planned(
          "Scores",
          new MatmulShape(8, 4, 128, 2048, MatmulShape.Right.CACHE),
          new Formats(DType.INT4, DType.FP16),
          A100);

  private final PointExplainer explainer = new PointExplainer();

  @ParameterizedTest
  @EnumSource(PointFigure.class)
  void everyTrailEndsAtSizesFormatsDevicesOrRuns(PointFigure figure) {
    for (Point point : List.of(DECODE, TIMED, GROUPED)) {
      Deque<ValueRef> open = new ArrayDeque<>(List.of(new PointRef(point, figure)));
      Set<ValueRef> seen = new HashSet<>();
      while (!open.isEmpty()) {
        ValueRef ref = open.pop();
        assertThat(explainer.knows(ref)).isTrue();
        Explanation explanation = explainer.explain(ref);
        assertThat(explanation.title() + explanation.meaning() + explanation.formula())
            .doesNotContain("!");
        assertThat(explanation.isLeaf()).isEqualTo(explanation.formula().isEmpty());
        if (!explanation.terms().isEmpty()) {
          assertThat(explanation.terms().stream().mapToDouble(Term::contribution).sum())
              .isCloseTo(explanation.shown(), within(1e-6));
        }
        explanation.sources().stream().filter(seen::add).forEach(open::push);
      }
    }
  }

  @Test
  void spellsOutTheIntensity() {
    Explanation intensity = explainer.explain(new PointRef(DECODE, PointFigure.INTENSITY));
    assertThat(intensity.shown()).isCloseTo(0.9995, within(1e-4));
    assertThat(intensity.substituted()).contains("33.55 MFLOPs", "33.57 MB", "0.9995");
  }

  @Test
  void saysHowLongTheDeviceWaits() {
    assertThat(PointValues.value(DECODE, PointFigure.WAITING).getAsDouble())
        .isCloseTo(99.36, within(0.01));
    assertThat(PointValues.value(DECODE, PointFigure.ROOF_TIME).getAsDouble())
        .isCloseTo(0.016785, within(1e-6));
  }

  @Test
  void aShareOfTheRoofRestsOnTheTimedRuns() {
    // 2e9 operations in 20 ms are 100 GFLOP/s of 200.
    assertThat(PointValues.value(TIMED, PointFigure.SHARE)).hasValue(50);
    Explanation median = explainer.explain(new PointRef(TIMED, PointFigure.MEDIAN));
    assertThat(median.shown()).isEqualTo(20);
    assertThat(median.sources()).hasSize(3).allMatch(PointRef.Sample.class::isInstance);
    assertThat(explainer.explain(median.sources().get(1)).shown()).isEqualTo(16);
    assertThat(explainer.knows(new PointRef.Sample(TIMED, 3))).isFalse();
  }

  @Test
  void saysWhyThereIsNoFigure() {
    Point roofless =
        Point.planned("X", Scenario.SINGLE.shape(), Formats.NOTEBOOK, Optional.empty());
    assertThat(PointValues.text(roofless, PointFigure.ROOF_TIME)).isEqualTo("–");
    assertThat(explainer.explain(new PointRef(roofless, PointFigure.ROOF_TIME)).meaning())
        .contains("no published peak");
  }
}
