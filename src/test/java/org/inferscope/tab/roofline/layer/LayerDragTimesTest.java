package org.inferscope.tab.roofline.layer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.awt.Component;
import java.awt.Container;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.swing.JComponent;
import javax.swing.JSlider;
import javax.swing.SwingUtilities;
import org.inferscope.compute.bench.MatmulResult;
import org.inferscope.compute.bench.MatmulSize;
import org.inferscope.compute.bench.Timing;
import org.inferscope.model.roofline.MeasuredPoint;
import org.inferscope.model.roofline.transformer.TransformerPreset;
import org.inferscope.model.roofline.transformer.Workload;
import org.inferscope.model.roofline.transformer.explain.TransformerSnapshot;
import org.inferscope.support.Pictures;
import org.inferscope.support.SpeedTest;
import org.inferscope.tab.roofline.desk.RooflineState.View;
import org.inferscope.tab.roofline.roof.RoofPresenter;
import org.inferscope.tab.roofline.roof.RoofView;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Themes;
import org.junit.jupiter.api.Test;

/**
 * Measures a slider that is dragged, from the change to the painted frame at 1920×1080: the layer
 * view as it is, its bars and its table with 80 products, and the roofline with 80 points under
 * five roofs. Leaves the figures in target/bench; speeds are no test.
 */
@SpeedTest
class LayerDragTimesTest {
  private static final Path FIGURES = Path.of("target", "bench", "layer-drag.json");
  private static final int WIDTH = 1920;
  private static final int HEIGHT = 1080;
  private static final int WARM_UP = 300;
  private static final int MOVES = 300;
  private static final int PRODUCTS = 80;
  private static final double TARGET = 16;
  private static final List<String> ROOFS =
      List.of("a100-notebook", "h100-sxm", "t4", "mi300x", "h200-sxm");

  private final LayerDesk bench = new LayerDesk();
  private final BufferedImage picture =
      new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
  private final JsonArray figures = new JsonArray();

  @Test
  void aDraggedSliderIsMeasuredUpToThePaintedFrame() throws IOException {
    onEventThread(() -> Themes.install(Look.of(false)));
    bench.desk.change(state -> state.with(ROOFS), "Choose devices", null);
    for (LayerField field : List.of(LayerField.SEQUENCE, LayerField.BATCH, LayerField.CACHED)) {
      measureSlider(field);
    }
    measureManyProducts();
    measureManyPoints();
    Files.createDirectories(FIGURES.getParent());
    Files.writeString(FIGURES, new GsonBuilder().setPrettyPrinting().create().toJson(figures));
    assertThat(Files.size(FIGURES)).isPositive();
  }

  private void measureSlider(LayerField field) {
    LayerView view = shown(() -> new LayerView(bench.presenter));
    JSlider slider = slider(view, "roofline.layer." + field + ".slider");
    onEventThread(() -> slider.setValueIsAdjusting(true));
    int last = slider.getMaximum();
    measure(
        "layer view, " + field,
        bench.presenter.scene().rows().size(),
        move -> slider.setValue(to(move, last)),
        view);
    onEventThread(() -> slider.setValueIsAdjusting(false));
  }

  /** Up and down again. */
  private static int to(int move, int last) {
    int place = Math.floorMod(move, 2 * last);
    return place <= last ? place : 2 * last - place;
  }

  private void measureManyProducts() {
    LayerScene first = many(1);
    LayerBars bars = shown(() -> new LayerBars(bench.presenter, first));
    LayerTable table = shown(() -> new LayerTable(bench.presenter, first));
    measure("80 bars", PRODUCTS, move -> bars.show(many(1 + Math.floorMod(move, 500))), bars);
    measure("80 rows", PRODUCTS, move -> table.show(many(1 + Math.floorMod(move, 500))), table);
  }

  /** The products of all published models, as many as asked for. */
  private LayerScene many(int batch) {
    List<LayerRow> rows = new ArrayList<>();
    List<TransformerPreset> presets = bench.presenter.presets();
    for (int p = 0; rows.size() < PRODUCTS; p++) {
      TransformerSnapshot snapshot =
          new TransformerSnapshot(
              presets.get(p % presets.size()).spec(),
              Workload.NOTEBOOK.withBatch(batch),
              bench.desk.state().formats(),
              bench.desk.roof());
      rows.addAll(LayerScene.of(bench.desk.state(), snapshot, 0).rows());
    }
    LayerScene one = bench.presenter.scene();
    return new LayerScene(one.snapshot(), rows.subList(0, PRODUCTS), one.lit(), 0);
  }

  private void measureManyPoints() {
    bench.desk.setMeasured(measured(PRODUCTS - 12));
    bench.desk.show(View.ROOFLINE);
    RoofView view =
        shown(() -> new RoofView(new RoofPresenter(bench.desk, Optional.empty(), Runnable::run)));
    measure(
        "roofline, 80 points, 5 roofs",
        PRODUCTS,
        move -> bench.presenter.slide(LayerField.BATCH, 1 + Math.floorMod(move, 1000)),
        view);
  }

  private static List<MeasuredPoint> measured(int count) {
    List<MeasuredPoint> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int side = 32 + 16 * i;
      double ms = 2.0 * side * side * side / (1e6 * (10 + i));
      points.add(
          new MeasuredPoint(
              "impl" + i % 8,
              "Implementation " + i % 8,
              "Test",
              new MatmulResult.Measured(
                  new MatmulSize(side, side, side), Timing.of(ms, ms, ms, ms, ms))));
    }
    return points;
  }

  private <T extends JComponent> T shown(Supplier<T> maker) {
    return Pictures.onEventThread(
        () -> {
          T made = maker.get();
          Pictures.layOut(made, WIDTH, HEIGHT);
          return made;
        });
  }

  private void measure(String what, int products, IntConsumer change, JComponent view) {
    double[] millis = new double[MOVES];
    double[] busy = new double[MOVES];
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (int move = -WARM_UP; move < MOVES; move++) {
      int step = move + WARM_UP;
      double[] taken = new double[2];
      onEventThread(
          () -> {
            long start = System.nanoTime();
            long startBusy = threads.getCurrentThreadCpuTime();
            change.accept(step);
            layOut(view);
            Graphics2D g = picture.createGraphics();
            view.paint(g);
            g.dispose();
            taken[0] = (System.nanoTime() - start) / 1e6;
            taken[1] = (threads.getCurrentThreadCpuTime() - startBusy) / 1e6;
          });
      if (move >= 0) {
        millis[move] = taken[0];
        busy[move] = taken[1];
      }
    }
    Arrays.sort(millis);
    Arrays.sort(busy);
    JsonObject figure = new JsonObject();
    figure.addProperty("bench", "layer-drag");
    figure.addProperty("impl", what);
    figure.addProperty("products", products);
    figure.addProperty("reps", MOVES);
    figure.addProperty("median_ms", millis[MOVES / 2]);
    figure.addProperty("p99_ms", millis[(int) (0.99 * MOVES) - 1]);
    // What the event thread itself was busy: apart from what else the machine does meanwhile.
    figure.addProperty("median_cpu_ms", busy[MOVES / 2]);
    figure.addProperty("p99_cpu_ms", busy[(int) (0.99 * MOVES) - 1]);
    figure.addProperty("target_p99_ms", TARGET);
    figure.addProperty("max_ms", millis[MOVES - 1]);
    figures.add(figure);
    System.out.println(figure);
  }

  /** All of it, which is more than a window does: that lays out only what has changed. */
  private static void layOut(Container part) {
    part.doLayout();
    for (Component child : part.getComponents()) {
      if (child instanceof Container inner) {
        layOut(inner);
      }
    }
  }

  private static JSlider slider(Container in, String name) {
    return all(in)
        .filter(part -> name.equals(part.getName()))
        .map(JSlider.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static Stream<Component> all(Component part) {
    return Stream.concat(
        Stream.of(part),
        part instanceof Container inner
            ? Stream.of(inner.getComponents()).flatMap(LayerDragTimesTest::all)
            : Stream.empty());
  }

  private static void onEventThread(Runnable work) {
    try {
      SwingUtilities.invokeAndWait(work);
    } catch (InterruptedException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }
}
