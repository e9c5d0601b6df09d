package org.inferscope.tab.linear;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.inferscope.support.Pictures;
import org.inferscope.support.SpeedTest;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Themes;
import org.junit.jupiter.api.Test;

/** Measures drags at 1920×1080 and leaves the figures in target/bench; speeds are no test. */
@SpeedTest
class DragTimesTest {
  private static final Path FIGURES = Path.of("target", "bench", "linear-drag.json");

  @Test
  void aDragIsMeasuredFromTheMouseEventToThePaintedFrame() throws IOException {
    List<DragTimes> all = new ArrayList<>();
    Pictures.onEventThread(
        () -> {
          Themes.install(Look.of(false));
          measure(all, 16, 32);
          measure(all, 64, 256);
          return all;
        });
    write(all);
    all.forEach(System.out::println);

    assertThat(all)
        .allSatisfy(times -> assertThat(DragTimes.percentile(times.millis(), 0.99)).isPositive());
    assertThat(Files.size(FIGURES)).isPositive();
  }

  private static void measure(List<DragTimes> all, int size, int batch) {
    for (Part part : List.of(Part.X, Part.B, Part.W)) {
      all.add(DragTimes.of(part, size, batch, false));
      all.add(DragTimes.of(part, size, batch, true));
    }
  }

  private static void write(List<DragTimes> all) throws IOException {
    JsonArray figures = new JsonArray();
    for (DragTimes times : all) {
      JsonObject figure = new JsonObject();
      figure.addProperty("bench", "linear-drag");
      figure.addProperty("impl", times.name());
      figure.addProperty("inputs", times.size());
      figure.addProperty("outputs", times.size());
      figure.addProperty("batch", times.batch());
      figure.addProperty("width", DragTimes.WIDTH);
      figure.addProperty("height", DragTimes.HEIGHT);
      figure.addProperty("reps", times.millis().size());
      figure.addProperty("median_ms", DragTimes.percentile(times.millis(), 0.5));
      figure.addProperty("p99_ms", DragTimes.percentile(times.millis(), 0.99));
      figure.addProperty("target_p99_ms", times.target());
      figure.addProperty("min_ms", DragTimes.percentile(times.millis(), 0));
      figure.addProperty("max_ms", DragTimes.percentile(times.millis(), 1));
      figure.addProperty("cpu_median_ms", DragTimes.percentile(times.busy(), 0.5));
      figure.addProperty("cpu_p99_ms", DragTimes.percentile(times.busy(), 0.99));
      figures.add(figure);
    }
    Files.createDirectories(FIGURES.getParent());
    Files.writeString(FIGURES, new GsonBuilder().setPrettyPrinting().create().toJson(figures));
  }
}
