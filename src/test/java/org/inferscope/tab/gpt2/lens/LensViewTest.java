package org.inferscope.tab.gpt2.lens;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.awt.Rectangle;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPopupMenu;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import org.inferscope.model.gpt2.Distribution;
import org.inferscope.model.gpt2.explain.Gpt2Ref;
import org.inferscope.model.gpt2.lens.LensRank;
import org.inferscope.support.Pictures;
import org.inferscope.tab.gpt2.desk.Gpt2Rig;
import org.inferscope.tab.gpt2.desk.LensSettings;
import org.inferscope.tab.gpt2.desk.View;
import org.inferscope.ui.chart.LineChart;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Themes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LensViewTest {
  private static final int W = 820;
  private static final int H = 470;

  @TempDir Path folder;
  private Gpt2Rig rig;
  private LensPresenter presenter;
  private LensView view;

  @BeforeEach
  void open() {
    Pictures.onEventThread(
        () -> {
          Themes.install(Look.of(false));
          rig = new Gpt2Rig(folder);
          presenter = new LensPresenter(rig.presenter);
          rig.presenter.show(View.LENS);
          rig.settle();
          return true;
        });
  }

  @AfterEach
  void close() {
    run(rig::close);
  }

  private static void run(Runnable work) {
    Pictures.onEventThread(
        () -> {
          work.run();
          return true;
        });
  }

  private void paint(String name, Look look, int w, int h) {
    Pictures.paint(
        name,
        look,
        w,
        h,
        () -> {
          view = new LensView(presenter);
          return view;
        });
  }

  private <C extends Component> C find(String name, Class<C> type) {
    return type.cast(find(view, name));
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

  private Object explained() {
    return rig.inspector.current().orElseThrow().subject();
  }

  @Test
  void partsLieBesideEachOtherAndInsideInEveryLook() {
    for (Look look : List.of(Look.of(false), Look.of(true), new Look(false, false, false, 1, 1.8))) {
      int w = look.isProjector() ? 1880 : W;
      int h = look.isProjector() ? 720 : H;
      paint("gpt2-lens-" + (look.dark() ? "dark" : "light") + "-" + w, look, w, h);
      run(
          () -> {
            List<Rectangle> places = new ArrayList<>();
            for (String name :
                List.of(
                    "gpt2.lens.target",
                    "gpt2.lens.legend",
                    "gpt2.lens.scroll",
                    "gpt2.lens.ranks",
                    "gpt2.lens.probabilities",
                    "gpt2.lens.note")) {
              Component part = find(name, Component.class);
              Rectangle place =
                  SwingUtilities.convertRectangle(part.getParent(), part.getBounds(), view);
              assertThat(new Rectangle(0, 0, w, h).contains(place)).as(name).isTrue();
              assertThat(places).as(name).noneMatch(place::intersects);
              places.add(place);
            }
          });
    }
  }

  @Test
  void aCellIsExplainedByKeyAndItsTokenFollowed() {
    paint("gpt2-lens-keys", Look.of(false), W, H);
    run(
        () -> {
          LensTable table = find("gpt2.lens.table", LensTable.class);
          press(table, KeyEvent.VK_UP); // From nowhere to the followed column's last row.
          press(table, KeyEvent.VK_UP);
          press(table, KeyEvent.VK_LEFT);
          press(table, KeyEvent.VK_ENTER);
          int id = presenter.lens().orElseThrow().cell(5, 2).orElseThrow().top().get(0).id();
          assertThat(explained()).isEqualTo(new Gpt2Ref.LensProbability(5, 2, id));
          press(table, KeyEvent.VK_SPACE);
          assertThat(rig.presenter.token()).isEqualTo(2);
        });
  }

  @Test
  void aHeaderIsClickedToFollowItsToken() {
    paint("gpt2-lens-header", Look.of(false), W, H);
    run(
        () -> {
          LensTable table = find("gpt2.lens.table", LensTable.class);
          JComponent header = find("gpt2.lens.columns", JComponent.class);
          int x = (int) table.grid().column(1).centerX();
          header.dispatchEvent(
              new MouseEvent(
                  header,
                  MouseEvent.MOUSE_PRESSED,
                  0,
                  MouseEvent.BUTTON1_DOWN_MASK,
                  x,
                  5,
                  1,
                  false,
                  MouseEvent.BUTTON1));
          assertThat(rig.presenter.token()).isEqualTo(1);
        });
  }

  @Test
  void aTargetIsTypedAndDrawn() {
    paint("gpt2-lens-typed", Look.of(false), W, H);
    run(
        () -> {
          find("gpt2.lens.target", JTextField.class).setText(" the");
          rig.settle();
          assertThat(rig.presenter.state().lens()).isEqualTo(LensSettings.typed(" the"));
          LineChart ranks = find("gpt2.lens.ranks", LineChart.class);
          assertThat(ranks.series().get(0).points()).hasSize(7);
          assertThat(ranks.content().y().title()).contains("·the");
          assertThat(find("gpt2.lens.remark", JLabel.class).getText()).contains("is token");
          press(ranks, KeyEvent.VK_RIGHT);
          press(ranks, KeyEvent.VK_ENTER);
          assertThat(explained()).isInstanceOf(LensRank.class);
          LineChart chances = find("gpt2.lens.probabilities", LineChart.class);
          press(chances, KeyEvent.VK_RIGHT);
          press(chances, KeyEvent.VK_ENTER);
          assertThat(explained()).isInstanceOf(Gpt2Ref.LensProbability.class);
          rig.presenter.history().undo();
          assertThat(find("gpt2.lens.target", JTextField.class).getText()).isEmpty();
        });
  }

  @Test
  void aTargetIsPickedFromACell() {
    paint("gpt2-lens-picked", Look.of(false), W, H);
    run(
        () -> {
          LensScene scene = presenter.scene().orElseThrow();
          JPopupMenu menu = LensMenu.of(presenter, scene, 1, 2);
          List<Distribution.Scored> top = scene.lens().cell(1, 2).orElseThrow().top();
          int id = top.get(3).id();
          ((AbstractButton) find(menu, "gpt2.lens.pick." + id)).doClick();
          assertThat(rig.presenter.state().lens()).isEqualTo(LensSettings.picked(id));
          assertThat(presenter.targetId()).isEqualTo(OptionalInt.of(id));
        });
  }

  @Test
  void theTooltipHasFiveTokensWithAllDigits() {
    paint("gpt2-lens-tip", Look.of(false), W, H);
    run(
        () -> {
          LensScene scene = presenter.scene().orElseThrow();
          String tip = LensWords.tip(scene, 6, 3);
          for (Distribution.Scored each : scene.lens().cell(6, 3).orElseThrow().top()) {
            assertThat(tip).contains(scene.shown().word(each.id()).replace("<", "&lt;"));
          }
          assertThat(tip).contains("layer 5 = output, after “·is”");
        });
  }

  @Test
  void aLongPromptOpensAtTheFollowedToken() {
    run(
        () ->
            rig.type("the weight matrix times the input plus the bias is the output of the layer"));
    paint("gpt2-lens-long", Look.of(false), W, H);
    run(
        () -> {
          LensTable table = find("gpt2.lens.table", LensTable.class);
          int x = (int) table.grid().column(rig.presenter.token()).centerX();
          assertThat(table.getVisibleRect().contains(x, 10)).isTrue();
          assertThat(table.getVisibleRect().x).isPositive();
        });
  }

  @Test
  void withoutAPassThereIsASentence() {
    paint("gpt2-lens-before", Look.of(false), W, H);
    run(
        () -> {
          rig.presenter.type("");
          rig.settle();
        });
    assertThat(find("gpt2.lens.empty", Component.class).getParent().isVisible()).isTrue();
  }
}
