package org.inferscope.ui.bars;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.inferscope.ui.bars.AxisPainter.Label;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.paint.Brush;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BarsLayoutTest {
  /** Parts of a 1280×800, a 1920×1080 and a 3840×2160 stage, unscaled, and the scales. */
  static Stream<BarsLayout> layouts() {
    List<Box> boxes =
        List.of(
            new Box(12, 7, 160, 170),
            new Box(12.3, 7.6, 260, 300),
            new Box(640, 20, 420, 480),
            new Box(900, 40, 700, 900));
    return boxes.stream()
        .flatMap(
            box ->
                Stream.of(1.0, 1.5, 2.0, 2.5)
                    .flatMap(
                        unit ->
                            IntStream.of(1, 3, 4, 16, 33, 64)
                                .mapToObj(
                                    count ->
                                        BarsLayout.of(
                                            scaled(box, unit), count, unit, unit > 2 ? 14 : 12))));
  }

  private static Box scaled(Box box, double unit) {
    return new Box(box.x() * unit, box.y() * unit, box.w() * unit, box.h() * unit);
  }

  private static Box whole(BarsLayout layout) {
    Box top = layout.title().isEmpty() ? layout.caption() : layout.title();
    return top.union(layout.ticks()).union(layout.axis());
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void stripsAndLanesNeitherOverlapNorLeaveTheBox(BarsLayout layout) {
    List<Box> strips =
        List.of(
            layout.title(),
            layout.caption(),
            layout.numbers(),
            layout.plot(),
            layout.ticks(),
            layout.axis());
    for (int a = 0; a < strips.size(); a++) {
      assertThat(whole(layout).covers(strips.get(a))).as("strip %s", a).isTrue();
      for (int b = a + 1; b < strips.size(); b++) {
        assertThat(strips.get(a).overlaps(strips.get(b))).as("%s and %s", a, b).isFalse();
      }
    }
    Box rows = layout.numbers().union(layout.plot());
    for (int i = 0; i < layout.count(); i++) {
      assertThat(rows.covers(layout.lane(i))).isTrue();
      assertThat(layout.lane(i).covers(layout.track(i))).isTrue();
      assertThat(layout.plot().covers(layout.track(i))).isTrue();
      assertThat(layout.track(i).isEmpty()).isFalse();
      assertThat(layout.laneAt(layout.lane(i).centerY())).isEqualTo(i);
      assertThat(layout.laneAt(layout.plot().centerX(), layout.lane(i).centerY())).isEqualTo(i);
    }
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void numbersHaveRoomAndCoverNoOtherText(BarsLayout layout) {
    List<Box> shown =
        IntStream.iterate(0, i -> i < layout.count(), i -> i + layout.numberEvery())
            .mapToObj(layout::number)
            .toList();
    double widest =
        Integer.toString(layout.count() - 1).length() * layout.type() * Brush.DIGIT_ASPECT;
    for (int a = 0; a < shown.size(); a++) {
      assertThat(shown.get(a).w()).isGreaterThanOrEqualTo(widest - 1e-6);
      assertThat(shown.get(a).h()).isGreaterThanOrEqualTo(layout.type());
      assertThat(shown.get(a).overlaps(layout.caption())).isFalse();
      assertThat(shown.get(a).overlaps(layout.plot())).isFalse();
      assertThat(whole(layout).covers(shown.get(a))).isTrue();
      if (a > 0) {
        assertThat(shown.get(a).overlaps(shown.get(a - 1))).isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void labelsOfTicksFitBesideEachOtherWhateverTheScale(BarsLayout layout) {
    for (float[] values :
        new float[][] {{1, 2, 3, 4}, {-3, 11}, {1e-7f, -3e-8f}, {123456}, {-1e30f, 2e30f}}) {
      BarScale scale = BarScale.of(values);
      List<Label> labels = AxisPainter.placed(layout, scale, AxisPainter.ticks(layout, scale));
      assertThat(labels).isNotEmpty();
      for (int a = 0; a < labels.size(); a++) {
        assertThat(layout.ticks().covers(labels.get(a).box())).isTrue();
        for (int i = 0; i < layout.count(); i += layout.numberEvery()) {
          assertThat(labels.get(a).box().overlaps(layout.number(i))).isFalse();
        }
        for (int b = 0; b < a; b++) {
          assertThat(labels.get(a).box().overlaps(labels.get(b).box())).isFalse();
        }
      }
    }
  }

  @Test
  void aRoomyBoxHasAllItsStripsAndALowOneLetsThemGo() {
    BarsLayout roomy = BarsLayout.of(new Box(0, 0, 260, 260), 4, 1, 12);
    assertThat(List.of(roomy.title(), roomy.caption(), roomy.axis())).noneMatch(Box::isEmpty);
    assertThat(roomy.hasValues()).isTrue();
    BarsLayout low = BarsLayout.of(new Box(0, 0, 260, 80), 4, 1, 12);
    assertThat(List.of(low.title(), low.caption(), low.axis())).allMatch(Box::isEmpty);
  }

  @Test
  void lowLanesHaveNoValuesAndFewNumbers() {
    BarsLayout layout = BarsLayout.of(new Box(0, 0, 260, 400), 64, 1, 12);
    assertThat(layout.hasValues()).isFalse();
    assertThat(layout.numberEvery()).isEqualTo(4);
  }

  @Test
  void noLaneIsOutsideThePlot() {
    BarsLayout layout = BarsLayout.of(new Box(10, 10, 260, 260), 4, 1, 12);
    assertThat(layout.laneAt(layout.plot().y() - 1)).isEqualTo(-1);
    assertThat(layout.laneAt(layout.plot().bottom())).isEqualTo(-1);
    assertThat(layout.laneAt(9, layout.plot().centerY())).isEqualTo(-1);
    assertThat(layout.laneAt(layout.plot().right(), layout.plot().centerY())).isEqualTo(-1);
  }
}
