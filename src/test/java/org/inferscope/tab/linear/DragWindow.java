package org.inferscope.tab.linear;

import java.awt.BorderLayout;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.RepaintManager;
import org.inferscope.support.Pictures;
import org.inferscope.ui.grid.Cell;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Themes;

/**
 * Measures drags in a real window, from the mouse event posted to the frame on the screen. Run by
 * hand on a machine with a display.
 */
public final class DragWindow {
  private static final int WARM_UP = 100;
  private static final int MOVES = 500;
  private static final long PATIENCE_SECONDS = 10;

  private DragWindow() {}

  /** Opens a window, drags in it, prints the figures and closes it. */
  public static void main(String[] arguments) throws InterruptedException {
    Frames frames = new Frames();
    RepaintManager.setCurrentManager(frames);
    measure(frames, 16, 32);
    measure(frames, 64, 256);
  }

  private static void measure(Frames frames, int size, int batch) throws InterruptedException {
    JFrame window = Pictures.onEventThread(() -> window(size, batch));
    Container content = window.getContentPane();
    for (Part part : List.of(Part.X, Part.B, Part.W)) {
      Cell cell = new Cell(size / 2, part == Part.W ? size / 2 : 0);
      List<Double> millis = drag(frames, content, part, cell);
      System.out.printf(
          "window %dx%d: drag %s of %dx%d, batch %d: p50 %.2f ms, p99 %.2f ms, max %.2f ms%n",
          content.getWidth(),
          content.getHeight(),
          part.symbol(),
          size,
          size,
          batch,
          DragTimes.percentile(millis, 0.5),
          DragTimes.percentile(millis, 0.99),
          DragTimes.percentile(millis, 1));
    }
    EventQueue.invokeLater(window::dispose);
  }

  private static JFrame window(int size, int batch) {
    Themes.install(Look.of(false));
    JFrame frame = new JFrame("Drags");
    frame.add(new LinearView(Rig.drawn(size, batch).presenter), BorderLayout.CENTER);
    frame.setUndecorated(true);
    frame.setSize(DragTimes.WIDTH, DragTimes.HEIGHT);
    frame.setVisible(true);
    return frame;
  }

  private static List<Double> drag(Frames frames, Container content, Part part, Cell cell)
      throws InterruptedException {
    EventQueue queue = Toolkit.getDefaultToolkit().getSystemEventQueue();
    Dragging hand = Pictures.onEventThread(() -> Dragging.on(content, part, cell));
    EventQueue.invokeLater(hand::press);
    List<Double> millis = new ArrayList<>();
    for (int move = -WARM_UP; move < MOVES; move++) {
      MouseEvent event = Pictures.onEventThread(hand::nextMove);
      frames.settle();
      long start = System.nanoTime();
      queue.postEvent(event);
      double taken = (frames.await() - start) / 1e6;
      if (move >= 0) {
        millis.add(taken);
      }
    }
    EventQueue.invokeLater(hand::release);
    Collections.sort(millis);
    return millis;
  }

  /** Tells when a frame with the stage is on the screen. */
  private static final class Frames extends RepaintManager {
    private final Semaphore painted = new Semaphore(0);
    private volatile long at;
    private volatile boolean stageIsDirty;

    @Override
    public void addDirtyRegion(JComponent component, int x, int y, int w, int h) {
      stageIsDirty |= component instanceof StageView;
      super.addDirtyRegion(component, x, y, w, h);
    }

    @Override
    public void paintDirtyRegions() {
      boolean stage = stageIsDirty;
      stageIsDirty = false;
      super.paintDirtyRegions();
      Toolkit.getDefaultToolkit().sync();
      if (stage) {
        at = System.nanoTime();
        painted.release();
      }
    }

    /** Waits until nothing is left to paint, so that the next frame is the next movement's. */
    void settle() {
      do {
        painted.drainPermits();
        Pictures.onEventThread(() -> true);
        Pictures.onEventThread(() -> true);
      } while (painted.availablePermits() > 0);
    }

    /** The time at which the next frame is on the screen. */
    long await() throws InterruptedException {
      if (!painted.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nothing was painted");
      }
      return at;
    }
  }
}
