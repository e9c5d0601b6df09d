package org.inferscope.tab.roofline.roof;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import org.inferscope.model.roofline.Formats;
import org.inferscope.model.roofline.Scenario;
import org.inferscope.support.Pictures;
import org.inferscope.tab.roofline.desk.RooflineState;
import org.inferscope.tab.roofline.desk.Selection;
import org.inferscope.tensor.DType;
import org.inferscope.ui.chart.LineChart;
import org.inferscope.ui.theme.Look;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoofViewPictureTest {
  private static final Look PROJECTOR = new Look(true, false, false, 1, 2);

  private final RoofBench bench = new RoofBench();
  private final List<JComponent> made = new ArrayList<>();

  private void prepare(String what) {
    switch (what) {
      case "several" ->
          bench.desk.change(
              state ->
                  state
                      .with(
                          List.of("a100-80-sxm", "h100-sxm", "t4", "l4", "mi300x", "a100-notebook"))
                      .with(new Selection.OfScenario(Scenario.LARGE_BATCH)),
              "several",
              null);
      case "machine" -> {
        bench.measureMachine();
        bench.desk.setMeasured(RoofBench.measured(5));
        bench.desk.change(
            state ->
                state
                    .with(List.of(RooflineState.THIS_MACHINE))
                    .with(Formats.of(DType.FP32))
                    .with(
                        new Selection.OfMeasured(
                            "impl1", RoofBench.measured(2).get(9).result().size())),
            "machine",
            null);
      }
      case "quantised" ->
          bench.desk.change(
              state ->
                  state
                      .with(new Formats(DType.INT4, DType.FP16))
                      .with(state.walk().withBatch(16))
                      .with(List.of("a100-notebook", "h100-sxm")),
              "quantised",
              null);
      case "none" ->
          bench.desk.change(state -> state.with(Formats.of(DType.INT4)), "formats", null);
      default -> {}
    }
  }

  @ParameterizedTest
  @CsvSource({
    "light, 820, 640, notebook", "light, 820, 640, several", "dark, 1400, 900, machine",
    "light, 820, 640, machine", "light, 820, 640, quantised", "light, 820, 640, none",
    "dark, 1400, 900, several", "projector, 1880, 940, notebook", "projector, 1880, 940, machine"
  })
  void everythingIsInSightAndNothingOverlaps(String theme, int width, int height, String what) {
    Look look = theme.equals("projector") ? PROJECTOR : Look.of(theme.equals("dark"));
    Pictures.onEventThread(
        () -> {
          prepare(what);
          return true;
        });
    Pictures.paint(
        "roof-%s-%d-%s".formatted(theme, width, what),
        look,
        width,
        height,
        () -> {
          made.add(new RoofView(bench.presenter));
          return made.get(0);
        });
    Pictures.onEventThread(
        () -> {
          List<Component> seen = all(made.get(0)).filter(this::isSeen).toList();
          seen.stream().filter(RoofViewPictureTest::hasText).forEach(this::check);
          checkApart(seen);
          return true;
        });
  }

  private static Stream<Component> all(Component part) {
    return Stream.concat(
        Stream.of(part),
        part instanceof Container inner && !(part instanceof javax.swing.JSpinner)
            ? Stream.of(inner.getComponents()).flatMap(RoofViewPictureTest::all)
            : Stream.empty());
  }

  private boolean isSeen(Component part) {
    for (Component up = part; up != made.get(0); up = up.getParent()) {
      if (!up.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasText(Component part) {
    return !(part instanceof javax.swing.table.TableCellRenderer)
        && (part instanceof JLabel || part instanceof AbstractButton || part instanceof JTextArea);
  }

  private Rectangle bounds(Component part) {
    return SwingUtilities.convertRectangle(part.getParent(), part.getBounds(), made.get(0));
  }

  private void check(Component part) {
    boolean wraps = part instanceof JTextArea;
    assertThat(part.getHeight())
        .as("height of %s", part)
        .isGreaterThanOrEqualTo(part.getPreferredSize().height);
    assertThat(part.getWidth())
        .as("width of %s", part)
        .isGreaterThanOrEqualTo(wraps ? 1 : part.getPreferredSize().width);
    assertThat(isInside(part)).as("%s is inside", part).isTrue();
  }

  private boolean isInside(Component part) {
    Rectangle box = bounds(part);
    return box.x >= 0
        && box.y >= 0
        && box.getMaxX() <= made.get(0).getWidth()
        && box.getMaxY() <= made.get(0).getHeight();
  }

  private void checkApart(List<Component> seen) {
    List<Component> parts =
        seen.stream().filter(part -> hasText(part) || part instanceof LineChart).toList();
    for (int a = 0; a < parts.size(); a++) {
      for (int b = a + 1; b < parts.size(); b++) {
        assertThat(bounds(parts.get(a)).intersects(bounds(parts.get(b))))
            .as("%s over %s", parts.get(a), parts.get(b))
            .isFalse();
      }
    }
  }
}
