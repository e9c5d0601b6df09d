package org.inferscope.tab.gpt2.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.swing.edt.GuiActionRunner.execute;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import javax.swing.AbstractButton;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.gpt2.Operation;
import org.inferscope.model.gpt2.walk.WalkStep;
import org.inferscope.support.GuiTest;
import org.inferscope.support.TestWindow;
import org.inferscope.tab.gpt2.desk.Gpt2Rig;
import org.inferscope.tab.gpt2.desk.MapSettings.Unfold;
import org.inferscope.ui.paint.Box;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The map in a real window: walked through, played, unfolded. */
@GuiTest
class MapGuiTest {
  @TempDir Path folder;
  private Gpt2Rig rig;
  private MapPresenter map;
  private TestWindow<JPanel> window;

  @BeforeEach
  void openAWindow() {
    window =
        TestWindow.of(
            () -> {
              rig = new Gpt2Rig(folder);
              map = new MapPresenter(rig.presenter);
              rig.settle();
              JPanel around = new JPanel(new MigLayout("insets 0, fill"));
              around.add(new MapView(map), "grow");
              around.setPreferredSize(new Dimension(1000, 640));
              return around;
            });
  }

  @AfterEach
  void closeTheWindow() {
    window.close();
    rig.close();
  }

  private PathCanvas path() {
    return window.robot().finder().findByName(window.content(), "gpt2.map.path", PathCanvas.class);
  }

  private Box nodeOf(int layer) {
    return execute(() -> path().arranged().head(layer).box());
  }

  @Test
  void theArrowsOfThePathStepThroughTheModel() {
    window.click(path(), new Point(150, (int) nodeOf(0).y() - 10));
    WalkStep before = execute(() -> map.step());
    window.press(KeyEvent.VK_DOWN);
    window.press(KeyEvent.VK_DOWN);
    window.await(
        "two steps",
        () ->
            execute(() -> map.walk().numberOf(map.step()))
                == execute(() -> map.walk().numberOf(before)) + 2);
    window.press(KeyEvent.VK_UP);
    window.await(
        "one back",
        () ->
            execute(() -> map.walk().numberOf(map.step()))
                == execute(() -> map.walk().numberOf(before)) + 1);
  }

  @Test
  void playingWalksOnAndUnfoldsTheNextBlock() {
    execute(() -> map.goTo(new WalkStep(Operation.DOWN, 0)));
    execute(() -> map.playback().play());
    window.await(
        "the walk in layer 1",
        () -> execute(() -> map.step().operation().isInBlocks() && map.step().layer() == 1));
    execute(() -> map.playback().pause());
    window.await(
        "layer 1 unfolded",
        () ->
            execute(
                () ->
                    path().arranged().head(1).open() == 1 && path().arranged().head(0).open() == 0));
    assertThat(execute(() -> rig.presenter.layer())).isEqualTo(1);
  }

  @Test
  void aClickOnABlockUnfoldsItAndAButtonUnfoldsAll() {
    Box second = nodeOf(1);
    execute(() -> path().scrollRectToVisible(new Rectangle(0, (int) second.y(), 10, 60)));
    window.click(path(), new Point((int) second.centerX(), (int) second.centerY()));
    window.await("layer 1 walked", () -> execute(() -> map.layer()) == 1);
    AbstractButton all =
        window
            .robot()
            .finder()
            .findByName(window.content(), "gpt2.map.unfold.1", AbstractButton.class);
    window.click(all, new Point(8, 8));
    window.await("all chosen", () -> execute(() -> map.settings().unfold()) == Unfold.ALL);
    window.await(
        "all unfolded", () -> execute(() -> path().arranged().head(5).open() == 1));
  }
}
