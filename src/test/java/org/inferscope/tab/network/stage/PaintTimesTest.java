package org.inferscope.tab.network.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.inferscope.model.network.Ablations;
import org.inferscope.support.Pictures;
import org.inferscope.support.SpeedTest;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Themes;
import org.junit.jupiter.api.Test;

/** Measures frames of the stage and leaves the figures in target/bench; speeds are no test. */
@SpeedTest
class PaintTimesTest {
  private static final Path FIGURES = Path.of("target", "bench", "network-stage-paint.json");
  private static final int WIDTH = 1500;
  private static final int HEIGHT = 800;
  private static final int WARM_UP = 30;
  private static final int FRAMES = 60;

  private enum Change {
    /** One input is another, nothing is computed. */
    INPUT,
    /** The pointer goes from unit to unit. */
    HOVER,
    /** The weights have to be painted anew. */
    ZOOM
  }

  private final JsonArray figures = new JsonArray();

  @Test
  void framesAreMeasured() throws IOException {
    Pictures.onEventThread(
        () -> {
          Themes.install(Look.of(false));
          measure(new int[] {8, 16, 8, 4}, Change.INPUT);
          measure(new int[] {784, 128, 64, 10}, Change.INPUT);
          measure(new int[] {784, 128, 64, 10}, Change.HOVER);
          measure(new int[] {784, 128, 64, 10}, Change.ZOOM);
          measure(new int[] {512, 1024, 1024, 256}, Change.INPUT);
          int[] narrow = new int[25];
          Arrays.fill(narrow, 24);
          measure(narrow, Change.INPUT);
          measure(narrow, Change.ZOOM);
          int[] wide = new int[25];
          Arrays.fill(wide, 256);
          measure(wide, Change.INPUT);
          measure(wide, Change.ZOOM);
          return true;
        });
    Files.createDirectories(FIGURES.getParent());
    Files.writeString(FIGURES, new GsonBuilder().setPrettyPrinting().create().toJson(figures));

    assertThat(figures).isNotEmpty();
  }

  private void measure(int[] widths, Change change) {
    Rig rig = new Rig(widths);
    NetworkStage stage = rig.stage();
    stage.setSize(WIDTH, HEIGHT);
    stage.scene();
    rig.compute.runAll();
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = picture.createGraphics();
    double[] millis = new double[FRAMES];
    double[] busy = new double[FRAMES];
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (int frame = -WARM_UP; frame < FRAMES; frame++) {
      change(rig, stage, change, frame + WARM_UP);
      long start = System.nanoTime();
      long processor = threads.getCurrentThreadCpuTime();
      stage.paint(g);
      if (frame >= 0) {
        millis[frame] = (System.nanoTime() - start) / 1e6;
        busy[frame] = (threads.getCurrentThreadCpuTime() - processor) / 1e6;
      }
    }
    g.dispose();
    Arrays.sort(millis);
    Arrays.sort(busy);
    JsonObject figure = new JsonObject();
    figure.addProperty("widths", Arrays.toString(widths));
    figure.addProperty("change", change.name());
    figure.addProperty("median_ms", millis[FRAMES / 2]);
    figure.addProperty("p99_ms", millis[FRAMES * 99 / 100 - 1]);
    figure.addProperty("cpu_median_ms", busy[FRAMES / 2]);
    figure.addProperty("cpu_p99_ms", busy[FRAMES * 99 / 100 - 1]);
    figures.add(figure);
  }

  private static void change(Rig rig, NetworkStage stage, Change change, int frame) {
    switch (change) {
      case INPUT -> rig.presenter.setInput(0, frame % 7 / 7f, "drag");
      case HOVER -> rig.presenter.hover(Optional.of(new Ablations.Unit(1, frame % 10)));
      case ZOOM -> stage.zoom(frame % 2 == 0 ? 1.3 : 1 / 1.3, 300 + frame, 300);
    }
  }
}
