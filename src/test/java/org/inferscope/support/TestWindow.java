package org.inferscope.support;

import static org.assertj.swing.edt.GuiActionRunner.execute;

import java.awt.AWTEvent;
import java.awt.Component;
import java.awt.Point;
import java.awt.Toolkit;
import java.awt.event.AWTEventListener;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.ToolTipManager;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.GenericTypeMatcher;
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
              // A tip is a window, and takes the click that was meant for what is below.
              ToolTipManager.sharedInstance().setEnabled(false);
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

  /** A part that comes up by and by, such as an entry of a menu. */
  public Component awaitShown(String name) {
    GenericTypeMatcher<Component> shown =
        new GenericTypeMatcher<>(Component.class, true) {
          @Override
          protected boolean isMatching(Component component) {
            return name.equals(component.getName());
          }
        };
    await(name + " shows", () -> !robot.finder().findAll(shown).isEmpty());
    return robot.finder().find(shown);
  }

  /** Presses and releases a key. */
  public void press(int key) {
    act(KeyEvent.KEY_RELEASED, () -> robot.pressAndReleaseKey(key));
  }

  /** Presses and releases a key while another is held, such as Shift. */
  public void press(int held, int key) {
    act(
        KeyEvent.KEY_RELEASED,
        () -> {
          robot.pressKey(held);
          robot.pressAndReleaseKey(key);
        });
    act(KeyEvent.KEY_RELEASED, () -> robot.releaseKey(held));
  }

  /** Types as a person does; the keys are pressed one by one. */
  public void type(String text) {
    for (int i = 0; i < text.length(); i++) {
      char typed = text.charAt(i);
      act(KeyEvent.KEY_RELEASED, () -> robot.type(typed));
    }
  }

  /** Clicks at a point of a component. */
  public void click(Component target, Point at) {
    act(MouseEvent.MOUSE_RELEASED, () -> robot.click(target, at));
  }

  /**
   * Acts, and waits until the last event of it has come: through the X server and the window
   * manager, of which the robot does not know. What nobody gets, for want of the keyboard, is not
   * waited for long.
   */
  private void act(int last, Runnable action) {
    CountDownLatch come = new CountDownLatch(1);
    AWTEventListener ear =
        event -> {
          if (event.getID() == last) {
            come.countDown();
          }
        };
    Toolkit toolkit = Toolkit.getDefaultToolkit();
    toolkit.addAWTEventListener(ear, AWTEvent.MOUSE_EVENT_MASK | AWTEvent.KEY_EVENT_MASK);
    try {
      action.run();
      boolean unused = come.await(500, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      toolkit.removeAWTEventListener(ear);
    }
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
    execute(() -> ToolTipManager.sharedInstance().setEnabled(true));
    frame.cleanUp();
    watch.uninstall();
  }
}
