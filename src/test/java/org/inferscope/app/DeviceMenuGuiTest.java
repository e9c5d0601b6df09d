package org.inferscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.swing.edt.GuiActionRunner.execute;
import static org.inferscope.support.ShownParts.await;

import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;
import org.inferscope.app.prefs.Pref;
import org.inferscope.app.prefs.Preferences;
import org.inferscope.app.prefs.Settings;
import org.inferscope.app.window.MainFrame;
import org.inferscope.compute.DeviceState;
import org.inferscope.support.EdtCheckRepaintManager;
import org.inferscope.support.FakeDevices;
import org.inferscope.support.GuiTest;
import org.inferscope.support.Pictures;
import org.inferscope.support.SampleTab;
import org.inferscope.support.ShownParts;
import org.inferscope.support.TestModels;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Chooses, tests and adds devices in the real window, by keyboard. */
@GuiTest
class DeviceMenuGuiTest {
  private final FakeDevices compute = FakeDevices.many(4);
  private EdtCheckRepaintManager watch;
  private Robot robot;
  private Shell shell;
  private MainFrame frame;
  private ShownParts parts;

  @BeforeEach
  void open() {
    watch = EdtCheckRepaintManager.install();
    robot = BasicRobot.robotWithNewAwtHierarchy();
    robot.settings().delayBetweenEvents(0);
    frame =
        execute(
            () -> {
              shell = shell();
              MainFrame made = shell.frame(() -> {}, () -> {});
              made.setVisible(true);
              return made;
            });
    parts = new ShownParts(robot, frame);
    await("the stage has the keyboard", () -> frame.isFocused());
  }

  private Shell shell() {
    Settings settings = new Settings(Preferences.defaults());
    return new Shell(
        new Shell.Ground(
            settings,
            new LookKeeper(settings),
            compute,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Runnable::run,
            Optional.empty(),
            TestModels.in(Path.of("target", "test-models")),
            Optional.of(FakeSources.all()),
            () -> {}),
        context -> List.of(new SampleTab("matmul"), new SampleTab("linear")));
  }

  @AfterEach
  void close() {
    execute(() -> frame.dispose());
    robot.cleanUp();
    watch.uninstall();
  }

  @Test
  void aDeviceIsChosenAndTestedByKeyboard() {
    openMenu();
    await("the device in use has the keyboard", () -> focusIs("devices.choose.openblas"));
    execute(() -> Pictures.save("device-menu-window", Pictures.paint(frame.getRootPane())));
    press(KeyEvent.VK_UP);
    press(KeyEvent.VK_UP);
    await("two rows up", () -> focusIs("devices.choose.opencl:0"));
    press(KeyEvent.VK_SPACE);
    await("chosen", () -> compute.asked.contains("use opencl:0"));
    assertThat(execute(() -> shell.settings().get(Pref.DEVICE))).isEqualTo("opencl:0");
    assertThat(parts.text("status.device")).contains("NVIDIA GeForce RTX 4090");
    press(KeyEvent.VK_TAB);
    await("its test is next", () -> focusIs("devices.test.opencl:0"));
    press(KeyEvent.VK_SPACE);
    await("it runs", () -> parts.text("devices.found.opencl:0").equals("Testing…"));
    execute(() -> compute.tested("opencl:0", DeviceState.READY, ""));
    await("found", () -> parts.text("devices.found.opencl:0").startsWith("It works"));
    press(KeyEvent.VK_ESCAPE);
    await("the menu is gone", () -> !parts.isShown("devices.card"));
  }

  @Test
  void theMenuIsLiveWhileItIsOpenAndALossIsToldInTheWindow() {
    openMenu();
    await("nothing runs", () -> parts.text("devices.load.running").equals("nothing"));
    execute(() -> compute.running("Trace", 0.25, "", 2));
    await("shown", () -> parts.text("devices.load.running").equals("Trace (25 %)"));
    await("the queue, too", () -> parts.text("devices.load.queue").equals("2 jobs wait"));
    execute(() -> compute.inUse("opencl:0", ""));
    execute(() -> compute.turn("opencl:0", DeviceState.LOADING, ""));
    execute(() -> compute.inUse("openblas", "The connection broke off."));
    await("a notice", () -> parts.text("notice").equals("The connection broke off."));
    assertThat(parts.text("devices.why.openblas")).isEqualTo("The connection broke off.");
  }

  @Test
  void aServerIsConnectedToByKeyboard() {
    openMenu();
    await("the menu", () -> parts.isShown("devices.connect"));
    parts.click("devices.connect");
    await("the address has the keyboard", () -> focusIs("servers.address.field"));
    type("gpu.example.org");
    press(KeyEvent.VK_ENTER);
    await("told", () -> parts.text("servers.fault.address").startsWith("The port is missing"));
    type(":7443");
    press(KeyEvent.VK_TAB);
    await("the token has the keyboard", () -> focusIs("servers.token.field"));
    type("good");
    press(KeyEvent.VK_ENTER);
    await("asked", () -> parts.text("servers.fingerprint").startsWith("3F:A2:0C:91"));
    await("the answer has the keyboard", () -> focusIs("servers.connect"));
    press(KeyEvent.VK_SPACE);
    await("connected", () -> parts.text("servers.words").contains("is connected"));
    assertThat(parts.isShown("servers.forget.gpu.example.org:7443")).isTrue();
  }

  private void openMenu() {
    robot.pressKey(KeyEvent.VK_CONTROL);
    robot.pressKey(KeyEvent.VK_SHIFT);
    robot.pressAndReleaseKey(KeyEvent.VK_D);
    robot.releaseKey(KeyEvent.VK_SHIFT);
    robot.releaseKey(KeyEvent.VK_CONTROL);
    await("the menu", () -> parts.isShown("devices.card"));
  }

  private void press(int key) {
    robot.pressAndReleaseKey(key);
    robot.waitForIdle();
  }

  private void type(String text) {
    for (int i = 0; i < text.length(); i++) {
      robot.type(text.charAt(i));
      robot.waitForIdle();
    }
  }

  private static boolean focusIs(String name) {
    Component focus = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
    return focus != null && name.equals(focus.getName());
  }
}
