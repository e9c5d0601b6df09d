package org.inferscope.tab.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.SwingUtilities;
import org.inferscope.compute.exec.LocalComputeService;
import org.inferscope.compute.openblas.OpenBlasLoader;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.model.network.preset.Preset;
import org.inferscope.model.network.preset.Presets;
import org.inferscope.support.NoFiles;
import org.inferscope.support.Pictures;
import org.inferscope.support.SpeedTest;
import org.inferscope.tab.TabContext;
import org.inferscope.tab.network.desk.Display;
import org.inferscope.tab.network.desk.NetworkPresenter;
import org.inferscope.ui.inspector.InspectorModel;
import org.inferscope.ui.navigate.Intent;
import org.inferscope.ui.navigate.Navigator;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Themes;
import org.junit.jupiter.api.Test;

/**
 * Measures from a moved input to the painted frame at 1920×1080, with the real compute service:
 * job, callback, and the stage painted. Leaves the figures in target/bench; speeds are no test.
 */
@SpeedTest
class NetworkDragTimesTest {
  private static final Path FIGURES = Path.of("target", "bench", "network-drag.json");
  private static final int WIDTH = 1920;
  private static final int HEIGHT = 1080;
  private static final int WARM_UP = 60;
  private static final int MOVES = 200;
  private static final int PATIENCE_SECONDS = 60;

  private final JsonArray figures = new JsonArray();

  @Test
  void aMovedInputIsMeasuredUpToThePaintedFrame() throws Exception {
    Executor callbacks = SwingUtilities::invokeLater;
    try (LocalComputeService compute =
        new LocalComputeService(callbacks, new ReferenceBackend(), List.of(new OpenBlasLoader()))) {
      compute.start();
      measure(compute, Presets.notebook(), Display.View.NETWORK, 16);
      measure(compute, Presets.mnistSized(), Display.View.NETWORK, 16);
      measure(compute, Presets.wideBatch(), Display.View.NETWORK, 33);
      measure(compute, Presets.wideBatch(), Display.View.BATCH, 33);
    }
    Files.createDirectories(FIGURES.getParent());
    Files.writeString(FIGURES, new GsonBuilder().setPrettyPrinting().create().toJson(figures));
    assertThat(Files.size(FIGURES)).isPositive();
  }

  private void measure(LocalComputeService compute, Preset preset, Display.View view, double target)
      throws InterruptedException, IOException {
    Hand hand =
        Pictures.onEventThread(
            () -> {
              Themes.install(Look.of(false));
              return new Hand(compute, preset, view);
            });
    hand.settle();
    double[] millis = new double[MOVES];
    for (int move = -WARM_UP; move < MOVES; move++) {
      double taken = hand.move(move);
      if (move >= 0) {
        millis[move] = taken;
      }
    }
    hand.close();
    Arrays.sort(millis);
    JsonObject figure = new JsonObject();
    figure.addProperty("bench", "network-drag");
    figure.addProperty("impl", preset.id() + ", " + view);
    figure.addProperty("dims", Arrays.toString(preset.plan().widths()));
    figure.addProperty("batch", preset.input().size());
    figure.addProperty("reps", MOVES);
    figure.addProperty("median_ms", millis[MOVES / 2]);
    figure.addProperty("p99_ms", millis[(int) (0.99 * MOVES) - 1]);
    figure.addProperty("target_p99_ms", target);
    figure.addProperty("mean_ms_to_result", hand.waited / (MOVES + WARM_UP + 5));
    figure.addProperty("max_ms", millis[MOVES - 1]);
    figures.add(figure);
    System.out.println(figure);
  }

  /** A view off-screen whose input is moved. */
  private static final class Hand implements Navigator {
    private final NetworkPresenter presenter;
    private final NetworkView view;
    private final BufferedImage picture =
        new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final AtomicReference<Runnable> computed = new AtomicReference<>(() -> {});

    Hand(LocalComputeService compute, Preset preset, Display.View shown) {
      TabContext context =
          new TabContext(compute, new InspectorModel(), this, new NoFiles(), Optional.empty());
      presenter = new NetworkPresenter(context, () -> 1L, () -> 1L << 32);
      view = new NetworkView(presenter);
      presenter.open(preset);
      presenter.setView(shown);
      Pictures.layOut(view, WIDTH, HEIGHT);
      presenter.listen(
          () -> {
            if (presenter.isCurrent()) {
              computed.get().run();
            }
          });
    }

    /** Waits for the first picture, edges included. */
    void settle() throws InterruptedException {
      for (int move = 0; move < 5; move++) {
        move(move);
      }
    }

    double waited;

    double move(int step) throws InterruptedException {
      CountDownLatch painted = new CountDownLatch(1);
      double[] millis = new double[1];
      SwingUtilities.invokeLater(
          () -> {
            long start = System.nanoTime();
            computed.set(
                () -> {
                  computed.set(() -> {});
                  waited += (System.nanoTime() - start) / 1e6;
                  paint();
                  millis[0] = (System.nanoTime() - start) / 1e6;
                  painted.countDown();
                });
            presenter.beginGesture();
            presenter.setInput(step & 7, (float) Math.sin(step), "drag");
          });
      assertThat(painted.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      return millis[0];
    }

    private void paint() {
      Graphics2D g = picture.createGraphics();
      // What a window paints again: the stage, and the line below it.
      for (Component part : new Component[] {view.stages(), view.checkLine()}) {
        Graphics2D at =
            (Graphics2D) g.create(part.getX(), part.getY(), part.getWidth(), part.getHeight());
        part.paint(at);
        at.dispose();
      }
      g.dispose();
    }

    void close() {
      presenter.endGesture();
    }

    @Override
    public boolean canOpen(Intent intent) {
      return false;
    }

    @Override
    public void open(Intent intent) {}
  }
}
