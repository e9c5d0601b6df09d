package org.inferscope.tab.network.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.inferscope.model.network.Ablations;
import org.inferscope.support.Pictures;
import org.inferscope.ui.theme.Look;
import org.junit.jupiter.api.Test;

class ComparePictureTest {
  private static final int FOOT = 30;
  private static final Look LIGHT = Look.of(false);
  private static final Look DARK = Look.of(true);
  private static final Look PROJECTOR = new Look(false, false, false, 1, 1.5);
  private static final Look DOUBLE = new Look(false, false, false, 2, 0);

  private static void paint(String name, Look look, int w, int h, ViewBench bench) {
    BufferedImage picture =
        Pictures.paint(
            name,
            look,
            w,
            h,
            () -> {
              CompareStage stage = new CompareStage(bench.presenter, (c, row, i) -> {});
              stage.setSize(w, h);
              stage.refresh();
              return stage;
            });
    assertMarginsAreFree(name, picture);
  }

  /** Left and right of everything; a scroll bar at the foot may go across. */
  private static void assertMarginsAreFree(String name, BufferedImage picture) {
    int ground = picture.getRGB(1, 1);
    Set<Integer> colours = new HashSet<>();
    for (int y = 0; y < picture.getHeight() - FOOT; y++) {
      assertThat(picture.getRGB(3, y)).as("%s: left margin at %s", name, y).isEqualTo(ground);
      assertThat(picture.getRGB(picture.getWidth() - 4, y))
          .as("%s: right margin at %s", name, y)
          .isEqualTo(ground);
      for (int x = 0; x < picture.getWidth(); x += 7) {
        colours.add(picture.getRGB(x, y));
      }
    }
    assertThat(colours).as(name).hasSizeGreaterThan(8);
  }

  private static ViewBench ablated(int batch, int... widths) {
    ViewBench bench = ViewBench.of(batch, widths);
    return bench.after(() -> bench.presenter.toggle(new Ablations.Unit(1, 0)));
  }

  private static ViewBench held(ViewBench bench) {
    bench.after(bench.presenter::hold);
    return bench.after(() -> bench.presenter.setInput(0, -1.5f, null));
  }

  @Test
  void nothingTouchesTheMarginsWhateverTheSizeTheThemeAndTheNetwork() {
    paint("compare-none", LIGHT, 860, 470, ViewBench.of(1, 8, 16, 8, 4));
    paint("compare-off", LIGHT, 860, 470, ablated(1, 8, 16, 8, 4));
    paint("compare-off-dark", DARK, 1480, 760, ablated(1, 8, 16, 8, 4));
    paint("compare-off-projector", PROJECTOR, 1880, 860, ablated(1, 8, 16, 8, 4));
    paint("compare-held", LIGHT, 860, 470, held(ViewBench.of(1, 8, 16, 8, 4)));
    paint("compare-mnist", LIGHT, 860, 470, held(ViewBench.of(1, 784, 128, 64, 10)));
    paint("compare-mnist-4k", DOUBLE, 2960, 1500, held(ViewBench.of(1, 784, 128, 64, 10)));
    ViewBench shape = ViewBench.of(1, 8, 16, 8, 4);
    shape.after(shape.presenter::hold);
    shape.after(() -> shape.presenter.setWidth(2, 12));
    paint("compare-shape", LIGHT, 860, 470, shape);
    ViewBench deeper = ViewBench.of(1, 8, 16, 8, 4);
    deeper.after(deeper.presenter::hold);
    deeper.after(() -> deeper.presenter.insertAfter(1));
    paint("compare-deeper", DARK, 860, 470, deeper);
    int[] deep = new int[25];
    Arrays.fill(deep, 16);
    paint("compare-deep", DARK, 860, 470, held(ViewBench.of(1, deep)));
  }
}
