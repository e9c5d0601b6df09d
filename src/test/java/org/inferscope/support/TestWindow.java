package org.inferscope.support;

import static org.assertj.swing.edt.GuiActionRunner.execute;

import java.awt.Component;
import java.awt.Point;
import java.awt.event.MouseEvent;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.JFrame;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;
import org.assertj.swing.fixture.FrameFixture;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Themes;

/**
 * A real window around one component, with a robot that uses mouse and keyboard. While it is open,
 * any access to Swing off the event thread fails the test.
 *
 * @param <C> what is in the window
 */
public final class TestWindow<C extends JComponent> implements AutoCloseable {
  private final EdtCheckRepaintManager watch = EdtCheckRepaintManager.install();
  private final C content;
  private final Robot robot;
  private final FrameFixture frame;

  private TestWindow(Supplier<C> maker) {
    robot = BasicRobot.robotWithNewAwtHierarchy();
    robot.settings().delayBetweenEvents(0);
    content =
        execute(
            () -> {
              Themes.install(Look.of(false));
              return maker.get();
            });
    frame = new FrameFixture(robot, execute(() -> new JFrame("Test")));
    execute(() -> ((JFrame) frame.target()).add(content));
    frame.show();
    await("the window has the keyboard", () -> frame.target().isFocused());
  }

  /** Makes the component on the event thread and shows it. */
  public static <C extends JComponent> TestWindow<C> of(Supplier<C> maker) {
    return new TestWindow<>(maker);
  }

  /** What is in the window. */
  public C content() {
    return content;
  }

  /** Finds components in the window. */
  public FrameFixture find() {
    return frame;
  }

  /** A part of the window by its name, whether it shows or not. */
  public <T extends Component> T find(String name, Class<T> type) {
    return robot.finder().findByName(name, type, false);
  }

  /** Mouse and keyboard. */
  public Robot robot() {
    return robot;
  }

  /** Presses and releases a key. */
  public void press(int key) {
    robot.pressAndReleaseKey(key);
    robot.waitForIdle();
  }

  /** Presses and releases a key while another is held, such as Shift. */
  public void press(int held, int key) {
    robot.pressKey(held);
    robot.pressAndReleaseKey(key);
    robot.releaseKey(held);
    robot.waitForIdle();
  }

  /** Types as a person does; the keys are pressed one by one. */
  public void type(String text) {
    for (int i = 0; i < text.length(); i++) {
      robot.type(text.charAt(i));
      robot.waitForIdle();
    }
  }

  /** Clicks at a point of a component. */
  public void click(Component target, Point at) {
    robot.click(target, at);
    robot.waitForIdle();
  }

  /** A double click, sent as one event: two real clicks may come too slowly on a busy machine. */
  public void doubleClick(Component target, Point at) {
    execute(
        () ->
            target.dispatchEvent(
                new MouseEvent(
                    target,
                    MouseEvent.MOUSE_CLICKED,
                    0,
                    0,
                    at.x,
                    at.y,
                    2,
                    false,
                    MouseEvent.BUTTON1)));
    robot.waitForIdle();
  }

  /** Waits until something is so; fails, saying what, after a while. */
  public void await(String what, Supplier<Boolean> condition) {
    ShownParts.await(what, condition::get);
  }

  /** Leaves a picture of the window's content in {@code target/pictures}. */
  public void picture(String name) {
    execute(() -> Pictures.save(name, Pictures.paint(content.getRootPane())));
  }

  @Override
  public void close() {
    frame.cleanUp();
    watch.uninstall();
  }
}
