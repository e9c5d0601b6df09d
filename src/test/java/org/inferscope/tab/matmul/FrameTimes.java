package org.inferscope.tab.matmul;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.inferscope.model.matmul.Algorithm;
import org.inferscope.model.matmul.Grain;
import org.inferscope.model.matmul.MatmulPreset;
import org.inferscope.support.ManualCompute;
import org.inferscope.ui.inspector.InspectorModel;

/**
 * Paints the largest animation off-screen, frame after frame at 60 a second, and measures how long
 * each takes: putting the scene together and painting all of the stage, as if everything had
 * changed.
 *
 * @param name what was painted
 * @param width width of the picture in pixels
 * @param height its height
 * @param scale pixels of one pixel of user space
 * @param millis the time of each frame, ascending
 * @param busy the processor time of each frame, ascending: what is left of it on a quiet machine
 */
record FrameTimes(
    String name, int width, int height, double scale, List<Double> millis, List<Double> busy) {
  private static final int SIDE = 12;
  private static final int WARM_UP = 60;
  private static final int FRAMES = 200;
  private static final double FRAME_SECONDS = 1 / 60.0;

  static FrameTimes of(Algorithm algorithm, Grain grain, int width, int height, double scale) {
    MatmulPresenter presenter = presenter(algorithm, grain);
    SceneBuilder scenes = new SceneBuilder(presenter);
    StagePainter painter = new StagePainter();
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = picture.createGraphics();
    g.scale(scale, scale);
    List<Double> millis = new ArrayList<>(FRAMES);
    List<Double> busy = new ArrayList<>(FRAMES);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    presenter.playback().scrub(presenter.playback().steps() * 0.4);
    presenter.playback().play();
    for (int frame = -WARM_UP; frame < FRAMES; frame++) {
      presenter.playback().advance(FRAME_SECONDS);
      long start = System.nanoTime();
      long processor = threads.getCurrentThreadCpuTime();
      Scene scene = scenes.build((int) (width / scale), (int) (height / scale), Optional.empty());
      painter.paint(g, scene);
      if (frame >= 0) {
        millis.add((System.nanoTime() - start) / 1e6);
        busy.add((threads.getCurrentThreadCpuTime() - processor) / 1e6);
      }
    }
    g.dispose();
    Collections.sort(millis);
    Collections.sort(busy);
    return new FrameTimes(algorithm + " by " + grain, width, height, scale, millis, busy);
  }

  private static MatmulPresenter presenter(Algorithm algorithm, Grain grain) {
    MatmulPresenter presenter =
        new MatmulPresenter(new ManualCompute(), new InspectorModel(), () -> 1);
    presenter.setRows(SIDE);
    presenter.setInner(SIDE);
    presenter.setColumns(SIDE);
    presenter.choosePreset(MatmulPreset.RANDOM_INTEGERS);
    presenter.setAlgorithm(algorithm);
    presenter.setGrain(grain);
    return presenter;
  }

  /** The value that this part of an ascending list stays within. */
  static double percentile(List<Double> ascending, double part) {
    int index = (int) Math.ceil(part * ascending.size()) - 1;
    return ascending.get(Math.max(0, Math.min(ascending.size() - 1, index)));
  }
}
