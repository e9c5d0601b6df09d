package org.inferscope.tab.network.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.swing.edt.GuiActionRunner.execute;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.event.KeyEvent;
import java.util.Optional;
import org.assertj.swing.core.MouseButton;
import org.inferscope.model.network.Ablations;
import org.inferscope.support.GuiTest;
import org.inferscope.support.TestWindow;
import org.inferscope.ui.paint.Box;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The stage in a real window, used with mouse and keyboard. */
@GuiTest
class NetworkStageGuiTest {
  private Rig rig;
  private TestWindow<NetworkStage> window;

  @BeforeEach
  void openAWindow() {
    window =
        TestWindow.of(
            () -> {
              rig = new Rig();
              NetworkStage stage = rig.stage();
              rig.presenter.listen(rig.compute::runAll);
              stage.setPreferredSize(new Dimension(1000, 560));
              return stage;
            });
    execute(() -> window.find().target().setSize(1000, 600));
    window.await("it is laid out", () -> stage().getWidth() > 900);
  }

  @AfterEach
  void closeTheWindow() {
    window.close();
  }

  private NetworkStage stage() {
    return window.content();
  }

  private Column column(int c) {
    return execute(() -> stage().stageLayout().column(c));
  }

  private Point unit(int c, int i) {
    Column column = column(c);
    return new Point((int) column.plot().centerX() + 4, (int) column.y(i));
  }

  private static Point centre(Box box) {
    return new Point((int) box.centerX(), (int) box.centerY());
  }

  private void drag(Point from, Point to) {
    window.robot().pressMouse(stage(), from, MouseButton.LEFT_BUTTON);
    for (int step = 1; step <= 5; step++) {
      window
          .robot()
          .moveMouse(
              stage(), from.x + (to.x - from.x) * step / 5, from.y + (to.y - from.y) * step / 5);
    }
    window.robot().waitForIdle();
    window.robot().releaseMouse(MouseButton.LEFT_BUTTON);
    window.robot().waitForIdle();
  }

  private int width(int c) {
    return execute(() -> rig.presenter.state().plan().width(c));
  }

  private float input(int j) {
    return execute(() -> rig.presenter.state().input().get(0, j));
  }

  @Test
  void aUnitUnderThePointerIsLitAndAClickExplainsIt() {
    window.robot().moveMouse(stage(), unit(1, 5));
    window.await(
        "unit 6 is lit",
        () ->
            rig.presenter.isPointedAt() && rig.presenter.focus().equals(new Ablations.Unit(1, 5)));
    window.picture("stage-window-hover");

    window.click(stage(), unit(2, 3));

    window.await("it is opened", () -> rig.opened.contains(new Ablations.Unit(2, 3)));
    window.robot().moveMouse(stage(), new Point(8, 300));
    window.await("the light goes out", () -> !rig.presenter.isPointedAt());
  }

  @Test
  void aStrokeAcrossTheBarsDrawsTheInput() {
    Column column = column(0);
    double limit = execute(() -> rig.presenter.limit(0));
    int x = (int) column.end(0.9, limit);

    drag(new Point(x, (int) column.y(1)), new Point(x, (int) column.y(5)));

    window.await("they are drawn", () -> Math.abs(input(3) - 0.9f) < 0.1f);
    assertThat(input(5)).isBetween(0.7f, 1.1f);
    assertThat(input(2)).isBetween(0.7f, 1.1f);
    assertThat(input(6)).isNotCloseTo(0.9f, org.assertj.core.api.Assertions.within(0.1f));
    execute(() -> rig.presenter.history().undo());
    assertThat(input(3)).isEqualTo(1.5230298f);
  }

  @Test
  void escapeTakesAStrokeBack() {
    Point at = unit(0, 2);
    float before = input(2);
    window.robot().pressMouse(stage(), at, MouseButton.LEFT_BUTTON);
    window.robot().moveMouse(stage(), at.x + 20, at.y);
    window.robot().moveMouse(stage(), at.x + 30, at.y);
    window.await("it moves", () -> input(2) != before);

    window.press(KeyEvent.VK_ESCAPE);
    window.robot().releaseMouse(MouseButton.LEFT_BUTTON);

    window.await("it is back", () -> input(2) == before);
  }

  @Test
  void theLowerEdgeOfABlockSetsItsWidth() {
    Box grip = execute(() -> stage().stageLayout().grip(stage().stageLayout().column(2)));
    double pitch = column(2).pitch();
    Point from = new Point((int) grip.centerX(), (int) grip.y() + 2);

    drag(from, new Point(from.x, from.y + (int) Math.round(2 * pitch)));

    window.await("it is wider", () -> width(2) == 12);
    execute(() -> rig.presenter.history().undo());
    assertThat(width(2)).isEqualTo(8);
  }

  @Test
  void aLayerIsDraggedToAnotherPlace() {
    Point from = centre(column(1).title());
    Point to = centre(column(2).title());

    drag(from, new Point(to.x + 40, to.y));

    window.await("it is second", () -> width(1) == 8 && width(2) == 16);
    window.picture("stage-window-moved");
  }

  @Test
  void aWidthIsTypedAndABadOneIsAnswered() {
    window.doubleClick(stage(), centre(column(1).below()));
    window.await("a field is open", () -> stage().isTyping());
    window.press(KeyEvent.VK_CONTROL, KeyEvent.VK_A);
    window.type("0");
    window.press(KeyEvent.VK_ENTER);
    window.await("it says why", () -> rig.presenter.notice().contains("1 to 4,096"));
    assertThat(width(1)).isEqualTo(16);

    window.press(KeyEvent.VK_CONTROL, KeyEvent.VK_A);
    window.type("20");
    window.press(KeyEvent.VK_ENTER);

    window.await("it is taken", () -> width(1) == 20);
    assertThat(execute(() -> stage().isTyping())).isFalse();
  }

  @Test
  void theMenuOfALayerRemovesIt() {
    window.robot().click(stage(), centre(column(1).title()), MouseButton.RIGHT_BUTTON, 1);
    window.robot().click(window.awaitShown("network.stage.menu.remove"));

    window.await("it is gone", () -> rig.presenter.state().plan().depth() == 2);
  }

  @Test
  void theArrowsWalkEnterExplainsAndOSwitchesOff() {
    window.click(stage(), unit(0, 0));
    window.await("the keyboard is there", () -> stage().isFocusOwner());
    window.press(KeyEvent.VK_RIGHT);
    window.press(KeyEvent.VK_DOWN);
    Ablations.Unit expected = (Ablations.Unit) execute(() -> rig.presenter.focus());
    assertThat(expected.column()).isEqualTo(1);

    window.press(KeyEvent.VK_ENTER);
    window.await("it is opened", () -> rig.opened.contains(expected));
    window.press(KeyEvent.VK_O);
    window.await("it is off", () -> rig.presenter.state().off().has(1, expected.i()));
    window.press(KeyEvent.VK_DELETE);
    window.await("it is on", () -> rig.presenter.state().off().isEmpty());
  }

  @Test
  void digitsTypeANumberIntoTheInputThatTheKeyboardIsOn() {
    window.click(stage(), unit(0, 4));
    window.await("the keyboard is there", () -> stage().isFocusOwner());

    window.type("1.5");
    window.press(KeyEvent.VK_ENTER);

    window.await("it is taken", () -> input(4) == 1.5f);
    window.robot().pressKey(KeyEvent.VK_ALT);
    window.robot().pressAndReleaseKey(KeyEvent.VK_UP);
    window.robot().releaseKey(KeyEvent.VK_ALT);
    window.await("it is nudged", () -> Math.abs(input(4) - 1.6f) < 1e-6);
  }

  @Test
  void oneWritesOnThePicture() {
    execute(
        () -> {
          rig.presenter.setWidth(0, 64);
          rig.presenter.setPad(true);
          new InputEdits(rig.presenter).clear();
        });
    window.await("it is there", () -> stage().stageLayout().spec().pad());
    Column pad = column(0);

    drag(centre(pad.lane(10)), centre(pad.lane(50)));

    window.await("it is written", () -> input(26) > 0.7f);
    assertThat(input(0)).isZero();
    window.picture("stage-window-pad");
    window.robot().moveMouse(stage(), centre(execute(() -> stage().stageLayout().clear())));
    window.click(stage(), centre(execute(() -> stage().stageLayout().clear())));
    window.await("it is clear", () -> input(26) == 0);
  }

  @Test
  void aWeightNearThePointerIsLit() {
    Column before = column(2);
    Column after = column(3);
    Point middle =
        new Point((int) ((before.out() + after.in()) / 2), (int) ((before.y(0) + after.y(0)) / 2));

    window.robot().moveMouse(stage(), middle);

    window.await(
        "a weight is lit",
        () ->
            rig.presenter.isPointedAt()
                && rig.presenter.focus() instanceof Ablations.Link link
                && link.layer() == 2);
    execute(() -> rig.presenter.hover(Optional.empty()));
  }
}
