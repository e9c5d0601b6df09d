package org.inferscope.tab.network.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import org.inferscope.compute.InferscopeException;
import org.inferscope.support.Pictures;
import org.inferscope.ui.chart.LineChart;
import org.inferscope.ui.control.Scrolling;
import org.inferscope.ui.theme.Look;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchingPanelTest {
  private static final Look PROJECTOR = new Look(true, false, false, 1, 2);

  private final BatchingBench bench = new BatchingBench();
  private final List<JComponent> made = new ArrayList<>();

  private void paint(String name, Look look, int width, int height) {
    Pictures.paint(
        "batching-" + name,
        look,
        width,
        height,
        () -> {
          JComponent panel = Scrolling.vertical(new BatchingPanel(bench.presenter));
          made.clear();
          made.add(panel);
          return panel;
        });
  }

  private Container view() {
    return (Container) ((JScrollPane) made.get(0)).getViewport().getView();
  }

  private static Stream<Component> all(Component part) {
    return Stream.concat(
        Stream.of(part),
        part instanceof Container inner
            ? Stream.of(inner.getComponents()).flatMap(BatchingPanelTest::all)
            : Stream.empty());
  }

  private <T extends Component> T find(String name, Class<T> type) {
    return all(view())
        .filter(part -> name.equals(part.getName()))
        .map(type::cast)
        .findFirst()
        .orElseThrow(() -> new AssertionError(name));
  }

  @ParameterizedTest
  @CsvSource({
    "light, 360, 900, fresh", "light, 360, 1000, done", "light, 280, 1000, done",
    "light, 420, 1000, running", "dark, 360, 1000, done", "dark, 280, 900, refused",
    "projector, 720, 1900, done", "projector, 560, 1900, running"
  })
  void everythingIsInSight(String theme, int width, int height, String stage) {
    Look look = theme.equals("projector") ? PROJECTOR : Look.of(theme.equals("dark"));
    String name = "%s-%d-%s".formatted(theme, width, stage);
    if (stage.equals("refused")) {
      bench.room = 1000;
      bench.presenter.start();
    } else if (!stage.equals("fresh")) {
      bench.pauseAfter = stage.equals("running") ? 7 : -1;
      bench.pause = () -> checkPicture(name, look, width, height);
      bench.presenter.start();
      bench.compute.runAll();
    }
    if (!stage.equals("running")) {
      checkPicture(name, look, width, height);
    }
  }

  private void checkPicture(String name, Look look, int width, int height) {
    paint(name, look, width, height);
    Pictures.onEventThread(
        () -> {
          Pictures.save("batching-" + name + "-whole", Pictures.paint(view()));
          all(view()).filter(this::isSeen).filter(BatchingPanelTest::hasText).forEach(this::check);
          return true;
        });
  }

  private boolean isSeen(Component part) {
    for (Component up = part; up != view(); up = up.getParent()) {
      if (!up.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasText(Component part) {
    return part instanceof JLabel || part instanceof AbstractButton || part instanceof JTextArea;
  }

  private void check(Component part) {
    boolean wraps = part instanceof JTextArea;
    assertThat(part.getWidth())
        .as("width of %s", part)
        .isGreaterThanOrEqualTo(wraps ? 1 : part.getPreferredSize().width);
    assertThat(part.getHeight())
        .as("height of %s", part)
        .isGreaterThanOrEqualTo(part.getPreferredSize().height);
    assertThat(
            SwingUtilities.convertRectangle(part.getParent(), part.getBounds(), view()).getMaxX())
        .as("right edge of %s", part)
        .isLessThanOrEqualTo(view().getWidth());
  }

  @Test
  void startMeasuresAndTheFiguresComeIn() {
    paint("start", Look.of(false), 360, 900);
    Pictures.onEventThread(
        () -> {
          assertThat(find("network.batching.speedUp", AbstractButton.class).isShowing()).isFalse();
          find("network.batching.start", AbstractButton.class).doClick();
          bench.compute.runAll();
          Pictures.layOut(made.get(0), 360, 900);
          assertThat(text("network.batching.speedUp")).isEqualTo("13×");
          assertThat(text("network.batching.total.single")).isEqualTo("180 ms");
          assertThat(text("network.batching.total.batch")).isEqualTo("13.78 ms");
          assertThat(text("network.batching.perInput.single")).isEqualTo("180 µs");
          assertThat(text("network.batching.rate.batch")).isEqualTo("266.4");
          assertThat(find("network.batching.measured", JTextArea.class).getText())
              .isEqualTo(
                  "512 → 1,024 → 1,024 → 256, by OpenBLAS 0.3.31 on Test processor at 3 GHz.");
          assertThat(find("network.batching.why", JTextArea.class).getText())
              .contains("7.340 MB", "3.670 MFLOP", "1,000 inputs");
          LineChart chart = find("network.batching.time", LineChart.class);
          assertThat(chart.series().get(0).points()).hasSize(11);
          return true;
        });
  }

  private String text(String name) {
    return find(name, AbstractButton.class).getText();
  }

  @Test
  void whileItRunsOnlyCancelCanBePressedAndTheBarSaysHowFarItIs() {
    paint("run", Look.of(false), 360, 900);
    bench.pauseAfter = 4;
    bench.pause =
        () -> {
          Pictures.layOut(made.get(0), 360, 900);
          assertThat(find("network.batching.start", AbstractButton.class).isEnabled()).isFalse();
          JProgressBar bar = find("network.batching.progress", JProgressBar.class);
          assertThat(bar.isVisible()).isTrue();
          assertThat(bar.isIndeterminate()).isFalse();
          assertThat(bar.getValue()).isEqualTo(308);
          assertThat(find("network.batching.step", JTextArea.class).getText()).isEqualTo("step 4");
          find("network.batching.cancel", AbstractButton.class).doClick();
        };
    Pictures.onEventThread(
        () -> {
          bench.presenter.start();
          bench.compute.runAll();
          Pictures.layOut(made.get(0), 360, 900);
          assertThat(find("network.batching.start", AbstractButton.class).isEnabled()).isTrue();
          assertThat(find("network.batching.cancel", AbstractButton.class).isEnabled()).isFalse();
          assertThat(find("network.batching.progress", JProgressBar.class).isVisible()).isFalse();
          assertThat(find("network.batching.notice", JTextArea.class).getText())
              .startsWith("Cancelled.");
          LineChart chart = find("network.batching.rate", LineChart.class);
          assertThat(chart.series().get(0).points()).hasSize(2);
          return true;
        });
  }

  @Test
  void everyFigureAndEveryPointOpensItsExplanation() {
    bench.presenter.start();
    bench.compute.runAll();
    paint("open", Look.of(false), 360, 1000);
    Pictures.onEventThread(
        () -> {
          List<String> opened = new ArrayList<>();
          for (String figure :
              List.of(
                  "speedUp",
                  "total.single",
                  "total.batch",
                  "perInput.single",
                  "perInput.batch",
                  "rate.single",
                  "rate.batch")) {
            find("network.batching." + figure, AbstractButton.class).doClick();
            opened.add(bench.inspector.current().orElseThrow().title());
          }
          assertThat(opened)
              .containsExactly(
                  "Speed-up",
                  "Time, one at a time",
                  "Time, one batch",
                  "Time per input, one at a time",
                  "Time per input, one batch",
                  "GFLOP/s, one at a time",
                  "GFLOP/s, one batch");
          return true;
        });
  }

  @Test
  void aFailureIsShownInItsSentence() {
    bench.compute.failWith(new InferscopeException("The device is gone."));
    paint("failed", Look.of(false), 360, 900);
    Pictures.onEventThread(
        () -> {
          bench.presenter.start();
          bench.compute.runAll();
          Pictures.layOut(made.get(0), 360, 900);
          assertThat(find("network.batching.notice", JTextArea.class).getText())
              .isEqualTo("The device is gone.");
          return true;
        });
  }
}
