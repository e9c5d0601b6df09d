package org.inferscope.tab.linear;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.inferscope.model.linear.LinearRef;
import org.inferscope.support.Pictures;
import org.inferscope.ui.grid.Cell;

/**
 * Drags a bar or a weight off-screen and measures how long each movement takes: from the mouse
 * event through the presenter to the whole tab painted, as if everything had changed.
 *
 * @param name what was dragged
 * @param size inputs and outputs
 * @param batch rows of the batch
 * @param millis the time of each movement, ascending
 * @param busy the processor time of each, ascending: what is left of it on a quiet machine
 */
record DragTimes(String name, int size, int batch, List<Double> millis, List<Double> busy) {
  static final int WIDTH = 1920;
  static final int HEIGHT = 1080;
  private static final int WARM_UP = 150;
  private static final int MOVES = 400;

  /**
   * Measures. Event thread.
   *
   * @param explained whether the inspector shows how an output came to be meanwhile
   */
  static DragTimes of(Part part, int size, int batch, boolean explained) {
    Rig rig = Rig.drawn(size, batch);
    LinearView view = new LinearView(rig.presenter);
    Pictures.layOut(view, WIDTH, HEIGHT);
    if (explained) {
      rig.presenter.explain(new LinearRef.Output(0, 0));
    }
    Dragging hand = Dragging.on(view, part, new Cell(size / 2, part == Part.W ? size / 2 : 0));
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = picture.createGraphics();
    List<Double> millis = new ArrayList<>(MOVES);
    List<Double> busy = new ArrayList<>(MOVES);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    hand.press();
    for (int move = -WARM_UP; move < MOVES; move++) {
      long start = System.nanoTime();
      long processor = threads.getCurrentThreadCpuTime();
      hand.move();
      view.paint(g);
      if (move >= 0) {
        millis.add((System.nanoTime() - start) / 1e6);
        busy.add((threads.getCurrentThreadCpuTime() - processor) / 1e6);
      }
    }
    hand.release();
    g.dispose();
    Collections.sort(millis);
    Collections.sort(busy);
    String name = "drag " + part.symbol() + (explained ? " with inspector" : "");
    return new DragTimes(name, size, batch, millis, busy);
  }

  /** The value that this part of an ascending list stays within. */
  static double percentile(List<Double> ascending, double part) {
    int index = (int) Math.ceil(part * ascending.size()) - 1;
    return ascending.get(Math.max(0, Math.min(ascending.size() - 1, index)));
  }

  /** The time that 99 of 100 movements should stay within. */
  double target() {
    return size <= 16 ? 16 : 33;
  }

  @Override
  public String toString() {
    return "%-22s %2dx%-2d batch %3d: median %5.2f ms, p99 %5.2f ms (target %2.0f), max %5.2f ms; cpu median %5.2f ms, p99 %5.2f ms"
        .formatted(
            name,
            size,
            size,
            batch,
            percentile(millis, 0.5),
            percentile(millis, 0.99),
            target(),
            percentile(millis, 1),
            percentile(busy, 0.5),
            percentile(busy, 0.99));
  }
}
