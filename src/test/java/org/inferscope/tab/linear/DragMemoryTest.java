package org.inferscope.tab.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.inferscope.support.Pictures;
import org.inferscope.ui.grid.Cell;
import org.inferscope.ui.state.History;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Themes;
import org.junit.jupiter.api.Test;

/** Drags thousands of times and looks at what is left on the heap. */
class DragMemoryTest {
  private static final int GESTURES = 10_000;
  private static final int WARM_UP = 1_500;
  private static final int PAINT_EVERY = 100;
  private static final double MOST_MEGABYTES = 5;

  @Test
  void tenThousandDragsOfABarAndOfAWeightLeaveTheHeapAsItWas() {
    double[] grown = grown();

    System.out.printf(
        "heap after GC: %+.2f MB after %,d drags of a bar, %+.2f MB after as many of a weight%n",
        grown[0], GESTURES, grown[1]);
    assertThat(grown[0]).isLessThan(MOST_MEGABYTES);
    assertThat(grown[1]).isLessThan(MOST_MEGABYTES);
  }

  private static double[] grown() {
    Rig rig = Rig.drawn(16, 32);
    LinearView view = Pictures.onEventThread(() -> view(rig));
    BufferedImage picture = Pictures.onEventThread(() -> Pictures.paint(view));
    Dragging bar = Dragging.on(view, Part.X, new Cell(3, 0));
    Dragging weight = Dragging.on(view, Part.W, new Cell(3, 5));
    drag(bar, view, picture, WARM_UP);
    drag(weight, view, picture, WARM_UP);
    double before = usedMegabytes();
    drag(bar, view, picture, GESTURES);
    double afterBar = usedMegabytes();
    drag(weight, view, picture, GESTURES);
    double afterWeight = usedMegabytes();
    assertThat(rig.presenter.history().depth()).isGreaterThan(History.DEFAULT_LIMIT / 2);
    return new double[] {afterBar - before, afterWeight - before};
  }

  private static LinearView view(Rig rig) {
    Themes.install(Look.of(false));
    LinearView view = new LinearView(rig.presenter);
    Pictures.layOut(view, DragTimes.WIDTH, DragTimes.HEIGHT);
    return view;
  }

  /** Lets the event thread go now and then, for what text fields leave to it. */
  private static void drag(Dragging hand, LinearView view, BufferedImage picture, int times) {
    for (int done = 0; done < times; done += PAINT_EVERY) {
      Pictures.onEventThread(
          () -> {
            for (int gesture = 0; gesture < PAINT_EVERY; gesture++) {
              hand.press();
              hand.move();
              hand.move();
              hand.release();
            }
            Graphics2D g = picture.createGraphics();
            view.paint(g);
            g.dispose();
            return true;
          });
    }
  }

  private static double usedMegabytes() {
    System.gc();
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
  }
}
