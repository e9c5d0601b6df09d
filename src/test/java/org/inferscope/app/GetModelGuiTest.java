package org.inferscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.swing.edt.GuiActionRunner.execute;
import static org.inferscope.support.ShownParts.await;

import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javax.swing.JProgressBar;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;
import org.inferscope.app.window.MainFrame;
import org.inferscope.io.UserFolders;
import org.inferscope.io.hub.HubSettings;
import org.inferscope.io.hub.ModelDownload;
import org.inferscope.io.hub.ModelsFolder;
import org.inferscope.support.EdtCheckRepaintManager;
import org.inferscope.support.FakeHub;
import org.inferscope.support.GuiTest;
import org.inferscope.support.Pictures;
import org.inferscope.support.SampleTab;
import org.inferscope.support.ShownParts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gets a model in the real window, from a hub on this machine. */
@GuiTest
class GetModelGuiTest {
  private static final int SIZE = 400_000;

  private final FakeHub hub = FakeHub.gpt2("gpt2", SIZE);
  private final byte[] weights = hub.file("model.safetensors");
  private Thread.UncaughtExceptionHandler handler;
  private EdtCheckRepaintManager watch;
  private Robot robot;
  private MainFrame frame;
  private ShownParts parts;
  @TempDir private Path home;

  @BeforeEach
  void open() throws InterruptedException {
    handler = Thread.getDefaultUncaughtExceptionHandler();
    watch = EdtCheckRepaintManager.install();
    robot = BasicRobot.robotWithNewAwtHierarchy();
    robot.settings().delayBetweenEvents(0);
    ModelDownload download =
        new ModelDownload(HubSettings.of(Map.of("HF_ENDPOINT", hub.endpoint().toString())));
    CountDownLatch started = new CountDownLatch(1);
    SampleTab tab = new SampleTab("matmul");
    Launch.open(
        new UserFolders(
            home.resolve("config"), home.resolve("data"), home.resolve("cache"), home.resolve("l")),
        Optional.empty(),
        new StartTimer(),
        launch -> started.countDown(),
        context -> List.of(tab),
        download,
        List.of(),
        Optional::empty);
    started.await();
    frame = robot.finder().findByType(MainFrame.class, true);
    parts = new ShownParts(robot, frame);
    await("the stage has the keyboard", () -> tab.component().isFocusOwner());
  }

  @AfterEach
  void close() {
    robot.pressKey(KeyEvent.VK_CONTROL);
    robot.pressAndReleaseKey(KeyEvent.VK_Q);
    robot.releaseKey(KeyEvent.VK_CONTROL);
    await("the window is gone", () -> !frame.isShowing());
    robot.cleanUp();
    Thread.setDefaultUncaughtExceptionHandler(handler);
    hub.close();
    watch.uninstall();
  }

  @Test
  void aModelIsStartedCancelledTakenUpAndFinished() {
    hub.scriptFile("model.safetensors", hub.stallAfter(weights, 100_000));
    chooseInMenu();
    await("the card", () -> parts.isShown("models.start"));
    parts.click("models.start");
    await("progress", () -> bar() >= 240 && bar() <= 260);
    await("in words", () -> parts.text("models.words").contains("100.0 kB of 400.0 kB"));
    parts.click("models.close");
    await("the status bar shows it", () -> parts.text("status.download").equals("gpt2: 25 %"));
    assertThat(parts.isShown("models.card")).isFalse();
    parts.click("status.download");
    await("the card again", () -> parts.isShown("models.cancel"));
    parts.click("models.cancel");
    await("cancelled", () -> parts.text("models.start").equals("Go on"));
    assertThat(ModelsFolder.isComplete(folder())).isFalse();
    execute(() -> Pictures.save("get-model-window", Pictures.paint(frame.getRootPane())));
    parts.click("models.start");
    await("done", () -> parts.text("models.words").startsWith("gpt2 is here."));
    assertThat(folder().resolve("model.safetensors")).hasBinaryContent(weights);
    assertThat(hub.requestsOf(hub.filePath("model.safetensors")).get(1).header("range"))
        .isEqualTo("bytes=100000-");
    assertThat(parts.isShown("status.download")).isFalse();
    robot.pressAndReleaseKey(KeyEvent.VK_ESCAPE);
    await("the card is gone", () -> !parts.isShown("models.card"));
  }

  @Test
  void aDownloadThatEndsWhileTheCardIsAwayIsTold() {
    hub.script(hub.listPath(), FakeHub.status(404));
    chooseInMenu();
    await("the card", () -> parts.isShown("models.start"));
    parts.click("models.start");
    await("failed", () -> parts.text("models.error").contains("no model named gpt2"));
    CountDownLatch closed = new CountDownLatch(1);
    hub.scriptFile(
        "model.safetensors",
        (request, out) -> {
          waitFor(closed);
          FakeHub.content(weights).answer(request, out);
        });
    parts.click("models.start");
    parts.click("models.close");
    closed.countDown();
    await("told", () -> parts.text("notice").equals("gpt2 has been downloaded."));
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Path folder() {
    return home.resolve("data").resolve("models").resolve("gpt2");
  }

  private void chooseInMenu() {
    robot.pressKey(KeyEvent.VK_CONTROL);
    robot.pressAndReleaseKey(KeyEvent.VK_K);
    robot.releaseKey(KeyEvent.VK_CONTROL);
    await("the palette", () -> parts.isShown("palette.field"));
    for (char c : "get gpt".toCharArray()) {
      robot.type(c);
      robot.waitForIdle();
    }
    robot.pressAndReleaseKey(KeyEvent.VK_ENTER);
  }

  private int bar() {
    return parts.find("models.bar").map(bar -> ((JProgressBar) bar).getValue()).orElse(0);
  }
}
