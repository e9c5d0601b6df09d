package org.inferscope.tab.matmul;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.inferscope.model.matmul.Algorithm;
import org.inferscope.model.matmul.Grain;
import org.inferscope.support.Pictures;
import org.inferscope.support.SpeedTest;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Themes;
import org.junit.jupiter.api.Test;

/** Measures the 12×12×12 animation and leaves the figures in target/bench; speeds are no test. */
@SpeedTest
class FrameTimesTest {
  private static final Path FIGURES = Path.of("target", "bench", "matmul-frames.json");

  @Test
  void theLargestAnimationIsMeasuredAtBothSizes() throws IOException {
    List<FrameTimes> all = new ArrayList<>();
    Pictures.onEventThread(
        () -> {
          Themes.install(Look.of(false));
          measure(all, Algorithm.DOT, Grain.MULTIPLY_ADD);
          measure(all, Algorithm.DOT, Grain.ELEMENT);
          measure(all, Algorithm.OUTER, Grain.ELEMENT);
          measure(all, Algorithm.TILED, Grain.MULTIPLY_ADD);
          measure(all, Algorithm.SYSTOLIC, Grain.MULTIPLY_ADD);
          return all;
        });
    write(all);

    assertThat(all)
        .allSatisfy(times -> assertThat(FrameTimes.percentile(times.millis(), 0.99)).isPositive());
    assertThat(Files.size(FIGURES)).isPositive();
  }

  private static void measure(List<FrameTimes> all, Algorithm algorithm, Grain grain) {
    all.add(FrameTimes.of(algorithm, grain, 1920, 1080, 1));
    all.add(FrameTimes.of(algorithm, grain, 3840, 2160, 2));
  }

  private static void write(List<FrameTimes> all) throws IOException {
    JsonArray figures = new JsonArray();
    for (FrameTimes times : all) {
      JsonObject figure = new JsonObject();
      figure.addProperty("bench", "matmul-frames");
      figure.addProperty("impl", times.name());
      figure.addProperty("m", 12);
      figure.addProperty("k", 12);
      figure.addProperty("n", 12);
      figure.addProperty("width", times.width());
      figure.addProperty("height", times.height());
      figure.addProperty("scale", times.scale());
      figure.addProperty("reps", times.millis().size());
      figure.addProperty("median_ms", FrameTimes.percentile(times.millis(), 0.5));
      figure.addProperty("p99_ms", FrameTimes.percentile(times.millis(), 0.99));
      figure.addProperty("min_ms", FrameTimes.percentile(times.millis(), 0));
      figure.addProperty("max_ms", FrameTimes.percentile(times.millis(), 1));
      figure.addProperty("cpu_median_ms", FrameTimes.percentile(times.busy(), 0.5));
      figure.addProperty("cpu_p99_ms", FrameTimes.percentile(times.busy(), 0.99));
      figures.add(figure);
    }
    Files.createDirectories(FIGURES.getParent());
    Files.writeString(FIGURES, new GsonBuilder().setPrettyPrinting().create().toJson(figures));
  }
}
