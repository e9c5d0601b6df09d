package org.inferscope.tab.roofline.roof;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.swing.JSlider;
import org.inferscope.support.Pictures;
import org.inferscope.support.SpeedTest;
import org.inferscope.tab.roofline.desk.RooflineState;
import org.inferscope.ui.theme.Look;
import org.junit.jupiter.api.Test;

/**
 * Measures from the slider's move to the painted frame at 1920×1080: 80 points, five roofs, both
 * charts, details and table. Leaves the figures in target/bench; speeds are no test.
 */
@SpeedTest
class RoofDragTimesTest {
  private static final Path FIGURES = Path.of("target", "bench", "roofline-drag.json");
  private static final int WIDTH = 1920;
  private static final int HEIGHT = 1080;
  private static final int WARM_UP = 150;
  private static final int MOVES = 300;

  private final RoofBench bench = new RoofBench();

  @Test
  void aMovedBatchIsMeasuredUpToThePaintedFrame() throws IOException {
    double[] millis = new double[MOVES];
    double[] cpu = new double[MOVES];
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    int[] points = new int[1];
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Pictures.paint(
        "roof-drag",
        Look.of(false),
        WIDTH,
        HEIGHT,
        () -> {
          bench.measureMachine();
          bench.desk.setMeasured(RoofBench.measured(12).subList(0, 68));
          bench.desk.change(
              state ->
                  state.with(
                      List.of("a100-notebook", "h100-sxm", "t4", "l4", RooflineState.THIS_MACHINE)),
              "five roofs",
              null);
          points[0] = bench.presenter.points().size();
          return new RoofView(bench.presenter);
        });
    Pictures.onEventThread(
        () -> {
          RoofView view = new RoofView(bench.presenter);
          Pictures.layOut(view, WIDTH, HEIGHT);
          JSlider slider = RoofViewTest.find(view, "roofline.roof.slider", JSlider.class);
          slider.setValueIsAdjusting(true);
          for (int move = -WARM_UP; move < MOVES; move++) {
            long start = System.nanoTime();
            long busy = threads.getCurrentThreadCpuTime();
            slider.setValue(Math.floorMod(7 * move, slider.getMaximum()));
            Graphics2D g = picture.createGraphics();
            view.validate();
            view.paint(g);
            g.dispose();
            if (move >= 0) {
              millis[move] = (System.nanoTime() - start) / 1e6;
              cpu[move] = (threads.getCurrentThreadCpuTime() - busy) / 1e6;
            }
          }
          return true;
        });
    Arrays.sort(millis);
    // On a busy machine the time that the thread itself took says more than the clock.
    Arrays.sort(cpu);
    JsonObject figure = new JsonObject();
    figure.addProperty("bench", "roofline-drag");
    figure.addProperty("size", WIDTH + "x" + HEIGHT);
    figure.addProperty("points", points[0]);
    figure.addProperty("roofs", bench.presenter.desk().state().devices().size());
    figure.addProperty("reps", MOVES);
    figure.addProperty("median_ms", millis[MOVES / 2]);
    figure.addProperty("p99_ms", millis[(int) (0.99 * MOVES) - 1]);
    figure.addProperty("max_ms", millis[MOVES - 1]);
    figure.addProperty("cpu_median_ms", cpu[MOVES / 2]);
    figure.addProperty("cpu_p99_ms", cpu[(int) (0.99 * MOVES) - 1]);
    figure.addProperty("target_p99_ms", 16);
    Files.createDirectories(FIGURES.getParent());
    Files.writeString(FIGURES, new GsonBuilder().setPrettyPrinting().create().toJson(figure));
    System.out.println(figure);
    assertThat(points[0]).isEqualTo(80);
    assertThat(Files.size(FIGURES)).isPositive();
  }
}
