package org.inferscope.tab.network.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.inferscope.model.network.Ablations;
import org.inferscope.support.Pictures;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Themes;
import org.junit.jupiter.api.Test;

/** Paints the stage as it is seen, for the eye; what must hold is asserted elsewhere. */
class StagePicturesTest {
  static BufferedImage paint(
      String name,
      Look look,
      int width,
      int height,
      double scale,
      Rig rig,
      Consumer<NetworkStage> prepare) {
    return Pictures.onEventThread(
        () -> {
          Themes.install(look);
          NetworkStage stage = rig.stage();
          stage.setSize(width, height);
          stage.doLayout();
          prepare.accept(stage);
          stage.scene();
          rig.compute.runAll();
          BufferedImage picture =
              new BufferedImage(
                  (int) (width * scale), (int) (height * scale), BufferedImage.TYPE_INT_RGB);
          Graphics2D g = picture.createGraphics();
          g.scale(scale, scale);
          g.setColor(Palette.background());
          g.fillRect(0, 0, width, height);
          stage.paint(g);
          g.dispose();
          Pictures.save("stage-" + name, picture);
          return picture;
        });
  }

  @Test
  void theNotebooksNetwork() {
    paint("rest", Look.of(false), 860, 470, 1, new Rig(), stage -> {});
    paint("rest-dark", Look.of(true), 860, 470, 1, new Rig(), stage -> {});
    paint("rest-1080", Look.of(false), 1500, 800, 1, new Rig(), stage -> {});
    paint("rest-4k", Look.of(false), 1500, 800, 2, new Rig(), stage -> {});
    paint(
        "rest-projector",
        new Look(false, false, false, 1, 1.8),
        1920,
        960,
        1,
        new Rig(),
        stage -> {});
    for (double at : new double[] {0.5, 1.5, 2.5}) {
      Rig rig = new Rig();
      rig.presenter.playback().scrub(at);
      paint("flow-" + at, Look.of(false), 860, 470, 1, rig, stage -> {});
    }
    Rig hover = new Rig();
    hover.presenter.hover(Optional.of(new Ablations.Unit(2, 3)));
    paint("hover", Look.of(false), 860, 470, 1, hover, stage -> {});
    Rig link = new Rig();
    link.presenter.toggle(new Ablations.Unit(1, 4));
    link.compute.runAll();
    link.presenter.hover(Optional.of(new Ablations.Link(1, 3, 2)));
    paint("link-dark", Look.of(true), 860, 470, 1, link, stage -> {});
  }

  @Test
  void otherNetworks() {
    paint("mnist", Look.of(false), 860, 470, 1, new Rig(784, 128, 64, 10), stage -> {});
    paint("large-4k", Look.of(true), 1500, 800, 2, new Rig(512, 1024, 1024, 256), stage -> {});
    int[] deep = new int[25];
    Arrays.fill(deep, 12);
    paint("deep", Look.of(false), 860, 470, 1, new Rig(deep), stage -> {});
    paint(
        "deep-zoomed",
        Look.of(false),
        860,
        470,
        1,
        new Rig(deep),
        stage -> stage.zoom(6, 400, 200));
    paint("wide", Look.of(false), 860, 470, 1, new Rig(4096, 512, 4096), stage -> {});
    Rig pad = new Rig(64, 32, 10);
    pad.presenter.setPad(true);
    paint("pad", Look.of(false), 860, 470, 1, pad, stage -> {});
    assertThat(pad.presenter.problem()).isEmpty();
  }
}
