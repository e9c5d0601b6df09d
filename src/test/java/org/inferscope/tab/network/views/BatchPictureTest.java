package org.inferscope.tab.network.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.inferscope.support.Pictures;
import org.inferscope.ui.theme.Look;
import org.junit.jupiter.api.Test;

class BatchPictureTest {
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
              BatchStage stage = new BatchStage(bench.presenter, (c, row, i) -> {});
              stage.setSize(w, h);
              stage.refresh();
              for (int frame = 0; frame < 30; frame++) {
                Pictures.paint(stage);
              }
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

  @Test
  void nothingTouchesTheMarginsWhateverTheSizeTheThemeAndTheNetwork() {
    paint("batch-note-32", LIGHT, 860, 470, ViewBench.of(32, 8, 16, 8, 4));
    paint("batch-note-32-dark", DARK, 1480, 760, ViewBench.of(32, 8, 16, 8, 4));
    paint("batch-note-1", LIGHT, 860, 470, ViewBench.of(1, 8, 16, 8, 4));
    paint("batch-note-8", LIGHT, 860, 470, ViewBench.of(8, 8, 16, 8, 4));
    paint("batch-note-1024", LIGHT, 860, 470, ViewBench.of(1024, 8, 16, 8, 4));
    paint("batch-note-32-projector", PROJECTOR, 1880, 860, ViewBench.of(32, 8, 16, 8, 4));
    paint("batch-mnist-256", LIGHT, 860, 470, ViewBench.of(256, 784, 128, 64, 10));
    paint("batch-mnist-256-4k", DOUBLE, 2960, 1500, ViewBench.of(256, 784, 128, 64, 10));
    int[] deep = new int[25];
    Arrays.fill(deep, 16);
    paint("batch-deep", DARK, 860, 470, ViewBench.of(32, deep));
  }
}
