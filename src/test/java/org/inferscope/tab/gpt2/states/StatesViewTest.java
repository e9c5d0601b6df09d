package org.inferscope.tab.gpt2.states;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.awt.Rectangle;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.Site;
import org.inferscope.model.gpt2.explain.Gpt2Ref;
import org.inferscope.support.Pictures;
import org.inferscope.tab.gpt2.desk.Gpt2Rig;
import org.inferscope.tab.gpt2.desk.StatesSettings;
import org.inferscope.tab.gpt2.desk.View;
import org.inferscope.ui.chart.LineChart;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Themes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatesViewTest {
  private static final int W = 820;
  private static final int H = 470;

  @TempDir Path folder;
  private Gpt2Rig rig;
  private StatesPane pane;

  @BeforeEach
  void open() {
    rig =
        Pictures.onEventThread(
            () -> {
              Themes.install(Look.of(false));
              Gpt2Rig made = new Gpt2Rig(folder);
              made.presenter.show(View.STATES);
              return made;
            });
    pane = new StatesPane(rig.presenter);
  }

  @AfterEach
  void close() {
    Pictures.onEventThread(
        () -> {
          rig.close();
          return true;
        });
  }

  private BufferedImage paint(String name, Look look, int w, int h) {
    return Pictures.paint(name, look, w, h, pane::component);
  }

  private JComponent find(String name) {
    return (JComponent) find(pane.component(), name);
  }

  private static Component find(Container in, String name) {
    for (Component each : in.getComponents()) {
      Component found = name.equals(each.getName()) ? each : null;
      if (found == null && each instanceof Container container) {
        found = find(container, name);
      }
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static void press(JComponent on, int key) {
    Object action = on.getInputMap().get(KeyStroke.getKeyStroke(key, 0));
    on.getActionMap().get(action).actionPerformed(new ActionEvent(on, 0, ""));
  }

  private static void click(JComponent on, double x, double y) {
    on.dispatchEvent(
        new MouseEvent(
            on,
            MouseEvent.MOUSE_PRESSED,
            0,
            MouseEvent.BUTTON1_DOWN_MASK,
            (int) x,
            (int) y,
            1,
            false,
            MouseEvent.BUTTON1));
  }

  private Object explained() {
    return rig.inspector.current().orElseThrow().subject();
  }

  @Test
  void partsLieBesideEachOtherAndInsideInEveryLook() {
    rig.presenter.change(
        state -> state.with(StatesSettings.FIRST.toggled(0).toggled(1)), "compare", null);
    for (Look look : List.of(Look.of(false), Look.of(true), new Look(false, false, false, 1, 1.8))) {
      int w = look.isProjector() ? 1880 : W;
      int h = look.isProjector() ? 720 : H;
      pane = new StatesPane(rig.presenter);
      paint("gpt2-states-" + (look.dark() ? "dark" : "light") + "-" + w, look, w, h);
      Pictures.onEventThread(
          () -> {
            List<Rectangle> places = new ArrayList<>();
            for (String name :
                List.of(
                    "gpt2.states.tokens",
                    "gpt2.states.norms",
                    "gpt2.states.cosines",
                    "gpt2.states.heat",
                    "gpt2.states.scroll")) {
              JComponent part = find(name);
              Rectangle place =
                  SwingUtilities.convertRectangle(
                      part.getParent(), part.getBounds(), pane.component());
              assertThat(new Rectangle(0, 0, w, h).contains(place)).as(name).isTrue();
              assertThat(place.height).as(name).isGreaterThan(8);
              assertThat(places).as(name).noneMatch(place::intersects);
              places.add(place);
            }
            return true;
          });
    }
  }

  @Test
  void cellsBarsAndPointsAreExplained() {
    paint("gpt2-states-explained", Look.of(false), W, H);
    Pictures.onEventThread(
        () -> {
          JComponent heat = find("gpt2.states.heat");
          press(heat, KeyEvent.VK_DOWN);
          press(heat, KeyEvent.VK_DOWN);
          press(heat, KeyEvent.VK_RIGHT);
          press(heat, KeyEvent.VK_ENTER);
          assertThat(explained())
              .isEqualTo(new Gpt2Ref.At(new HookPoint(Site.RESID_POST, 0), 3, 1));
          CosineBars bars = (CosineBars) find("gpt2.states.cosines");
          Box bar = bars.layoutNow().slot(2);
          click(bars, bar.centerX(), bar.centerY());
          assertThat(explained()).isEqualTo(new Gpt2Ref.Cosine(2, 3));
          press(bars, KeyEvent.VK_RIGHT);
          press(bars, KeyEvent.VK_ENTER);
          assertThat(explained()).isEqualTo(new Gpt2Ref.Cosine(3, 3));
          LineChart norms = (LineChart) find("gpt2.states.norms");
          press(norms, KeyEvent.VK_RIGHT);
          press(norms, KeyEvent.VK_RIGHT);
          press(norms, KeyEvent.VK_ENTER);
          assertThat(explained()).isEqualTo(new Gpt2Ref.Norm(1, 3));
          return true;
        });
  }

  @Test
  void theCursorScrollsTheHeatmapOn() {
    paint("gpt2-states-cursor", Look.of(false), W, H);
    Pictures.onEventThread(
        () -> {
          rig.presenter.change(
              state -> state.with(state.states().withView(0, 8)), "closer", null);
          JComponent heat = find("gpt2.states.heat");
          for (int i = 0; i < 10; i++) {
            press(heat, KeyEvent.VK_RIGHT);
          }
          press(heat, KeyEvent.VK_ENTER);
          return true;
        });
    assertThat(rig.presenter.state().states().from()).isEqualTo(2);
    assertThat(explained())
        .isEqualTo(new Gpt2Ref.At(new HookPoint(Site.RESID_PRE, 0), 3, 9));
  }

  @Test
  void aChipShowsATokensLinesAndTakesThemAway() {
    paint("gpt2-states-chips", Look.of(false), W, H);
    Pictures.onEventThread(
        () -> {
          TokenStrip strip = (TokenStrip) find("gpt2.states.tokens");
          Box chip = strip.chip(1);
          click(strip, chip.centerX(), chip.centerY());
          LineChart norms = (LineChart) find("gpt2.states.norms");
          assertThat(norms.series())
              .extracting(series -> series.name())
              .containsExactly("·matrix", "·is");
          click(strip, strip.chip(3).centerX(), strip.chip(3).centerY());
          assertThat(norms.series()).hasSize(2);
          press(strip, KeyEvent.VK_SPACE);
          press(strip, KeyEvent.VK_LEFT);
          press(strip, KeyEvent.VK_LEFT);
          press(strip, KeyEvent.VK_SPACE);
          assertThat(norms.series()).hasSize(1);
          return true;
        });
  }

  @Test
  void withoutAPassThereIsASentence() {
    paint("gpt2-states-before", Look.of(false), W, H);
    Pictures.onEventThread(
        () -> {
          rig.presenter.type("");
          rig.settle();
          return true;
        });
    assertThat(find("gpt2.states.empty").getParent().isVisible()).isTrue();
    assertThat(find("gpt2.states.heat").getParent().isVisible()).isFalse();
  }
}
