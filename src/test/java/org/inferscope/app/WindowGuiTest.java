package org.inferscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.swing.edt.GuiActionRunner.execute;
import static org.inferscope.support.ShownParts.await;

import java.awt.Component;
import java.awt.EventQueue;
import java.awt.KeyboardFocusManager;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JTextField;
import javax.swing.MenuSelectionManager;
import javax.swing.text.JTextComponent;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;
import org.inferscope.app.window.AboutCard;
import org.inferscope.app.window.CrashDialog;
import org.inferscope.app.window.MainFrame;
import org.inferscope.io.UserFolders;
import org.inferscope.io.autosave.Autosave;
import org.inferscope.io.lesson.Lesson;
import org.inferscope.io.lesson.LessonFields;
import org.inferscope.io.lesson.LessonFile;
import org.inferscope.support.ChildJvm;
import org.inferscope.support.EdtCheckRepaintManager;
import org.inferscope.support.GuiTest;
import org.inferscope.support.SampleTab;
import org.inferscope.support.ShownParts;
import org.inferscope.support.Sources;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real window, used with keyboard and mouse. */
@GuiTest
class WindowGuiTest {
  @TempDir Path home;

  private EdtCheckRepaintManager watch;
  private Thread.UncaughtExceptionHandler handler;
  private Robot robot;
  private MainFrame frame;
  private ShownParts parts;
  private SampleTab tab;
  private SampleTab other;
  private StartTimer timer;
  private FakeDesk desk;

  @BeforeEach
  void open() throws InterruptedException {
    handler = Thread.getDefaultUncaughtExceptionHandler();
    watch = EdtCheckRepaintManager.install();
    robot = BasicRobot.robotWithNewAwtHierarchy();
    robot.settings().delayBetweenEvents(0);
    start();
  }

  private void start() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    timer = new StartTimer();
    desk = new FakeDesk();
    Launch.open(
        new UserFolders(
            home.resolve("config"), home.resolve("data"), home.resolve("cache"), home.resolve("l")),
        Optional.empty(),
        timer,
        launch -> started.countDown(),
        context -> {
          tab = new SampleTab("matmul");
          other = new SampleTab("linear");
          return List.of(tab, other);
        },
        (wish, listener, stop) -> wish.folder(),
        List.of(),
        () -> Optional.of(desk));
    started.await();
    frame = robot.finder().findByType(MainFrame.class, true);
    parts = new ShownParts(robot, frame);
    await("the stage has the keyboard", () -> tab.component().isFocusOwner());
  }

  @AfterEach
  void close() {
    if (frame.isShowing()) {
      quit();
    }
    robot.cleanUp();
    Thread.setDefaultUncaughtExceptionHandler(handler);
    watch.uninstall();
  }

  private void quit() {
    ctrl(KeyEvent.VK_Q);
    await("the window is gone", () -> !frame.isShowing());
  }

  @Test
  void theStartNotesItsStepsInOrder() {
    assertThat(timer.steps())
        .extracting(StartTimer.Step::name)
        .containsExactly("theme ready", "window shown", "first paint", "natives loaded");
    assertThat(timer.steps()).isSortedAccordingTo((a, b) -> Long.compare(a.millis(), b.millis()));
    assertThat(frame.getTitle()).isEqualTo("Inferscope");
  }

  @Test
  void theThemeChangesAndIsRemembered() throws InterruptedException {
    assertThat(execute(Palette::isDark)).isFalse();
    press(KeyEvent.VK_L, KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT);
    await("dark", Palette::isDark);
    assertThat(execute(() -> tab.component().getBackground()))
        .isEqualTo(execute(Palette::background));
    Rectangle bounds = execute(() -> frame.getBounds());
    quit();
    Path file = home.resolve("config").resolve("preferences.properties");
    // With the window's place, which is noted when the window closes.
    await(
        "the settings are saved",
        () -> Files.exists(file) && Files.readString(file).contains("window="));
    start();
    assertThat(execute(Palette::isDark)).isTrue();
    assertThat(execute(() -> frame.getBounds()).getSize()).isEqualTo(bounds.getSize());
  }

  @Test
  void thePaletteFindsAndDoesAnAction() {
    ctrl(KeyEvent.VK_K);
    await("the palette has the keyboard", () -> focusIs("palette.field"));
    type("shout");
    press(KeyEvent.VK_ENTER);
    await("the action was done", () -> tab.word().equals("first!"));
    await("the keyboard is back", () -> tab.component().isFocusOwner());
    ctrl(KeyEvent.VK_Z);
    await("undone", () -> tab.word().equals("first"));
    ctrl(KeyEvent.VK_Y);
    await("redone", () -> tab.word().equals("first!"));
  }

  @Test
  void escapeClosesThePaletteAndNothingBehindItHearsTheKeys() {
    ctrl(KeyEvent.VK_K);
    await("the palette has the keyboard", () -> focusIs("palette.field"));
    press(KeyEvent.VK_RIGHT);
    press(KeyEvent.VK_ESCAPE);
    await("the keyboard is back", () -> tab.component().isFocusOwner());
    assertThat(execute(() -> tab.playback().orElseThrow().position())).isZero();
  }

  @Test
  void aTabThatIsClickedGetsTheKeyboard() {
    robot.click(robot.finder().findByName("tab.linear"));
    await("the other stage has the keyboard", () -> other.component().isFocusOwner());
  }

  @Test
  void theGuideComesAndGoes() {
    press(KeyEvent.VK_F1);
    await("the guide is shown", () -> parts.isShown("guide"));
    press(KeyEvent.VK_F1);
    await("the guide is gone", () -> !parts.isShown("guide"));
  }

  @Test
  void projectorModeTakesTheScreenAndGivesItBack() {
    Rectangle before = execute(() -> frame.getBounds());
    press(KeyEvent.VK_F11);
    await("the caption is shown", () -> parts.isShown("caption"));
    assertThat(execute(Metrics::isProjector)).isTrue();
    assertThat(parts.isShown("status.device")).isFalse();
    await("full screen", () -> frame.getWidth() >= frame.getToolkit().getScreenSize().width);
    press(KeyEvent.VK_ESCAPE);
    await("the status bar is back", () -> parts.isShown("status.device"));
    await("the window is back", () -> frame.getSize().equals(before.getSize()));
    assertThat(execute(Metrics::isProjector)).isFalse();
  }

  @Test
  void theScaleChangesLive() {
    int before = execute(() -> frame.getJMenuBar().getHeight());
    ctrl(KeyEvent.VK_EQUALS);
    ctrl(KeyEvent.VK_EQUALS);
    await("125 %", () -> Metrics.scale() == 1.25f);
    await("the menu bar has grown", () -> frame.getJMenuBar().getHeight() > before);
    ctrl(KeyEvent.VK_0);
    await("100 %", () -> Metrics.scale() == 1f);
    await("the menu bar is as before", () -> frame.getJMenuBar().getHeight() == before);
  }

  @Test
  void keysPlayTheStageButNotWhileTextIsTyped() {
    press(KeyEvent.VK_END);
    await("at the end", () -> tab.playback().orElseThrow().isAtEnd());
    press(KeyEvent.VK_HOME);
    await("at the start", () -> tab.playback().orElseThrow().isAtStart());
    JTextField field = robot.finder().findByName(frame, "sample.field", JTextField.class, true);
    execute(() -> field.requestFocusInWindow());
    await("the field has the keyboard", () -> field.isFocusOwner());
    type("a b");
    press(KeyEvent.VK_END);
    await("typed", () -> field.getText().equals("a b"));
    assertThat(execute(() -> tab.playback().orElseThrow().isAtStart())).isTrue();
    assertThat(execute(() -> tab.playback().orElseThrow().isPlaying())).isFalse();
  }

  @Test
  void menusAreUsedWithTheKeyboard() {
    // A busy window manager may hand the keyboard over late, which closes a menu again.
    await(
        "a menu is open",
        () -> {
          if (!isMenuOpen()) {
            frame.getJMenuBar().getMenu(2).doClick();
          }
          return isMenuOpen();
        });
    press(KeyEvent.VK_DOWN);
    press(KeyEvent.VK_ESCAPE);
    await("the menu is closed", () -> !isMenuOpen());
  }

  @Test
  void tabsAreReachedByNumber() {
    ctrl(KeyEvent.VK_2);
    await("the second tab", () -> parts.isShown("stage.linear"));
    ctrl(KeyEvent.VK_1);
    await("the first tab", () -> parts.isShown("stage.matmul"));
  }

  @Test
  void whatAKilledRunHadOnScreenIsOffered() throws Exception {
    quit();
    try (ChildJvm killed =
        ChildJvm.start(home, Map.of(), Killed.class.getName(), home.resolve("data").toString())) {
      assertThat(killed.exitCode()).isEqualTo(137);
    }
    start();
    await("the offer", () -> parts.isShown("notice"));
    assertThat(tab.word()).isEqualTo("first");
    JButton restore =
        (JButton) find(part -> part instanceof JButton b && "Restore".equals(b.getText()));
    execute(() -> restore.doClick());
    await("restored", () -> tab.word().equals("precious"));
  }

  /** A run that keeps what is on screen and is then killed. */
  static final class Killed {
    public static void main(String[] args) {
      new Autosave(Path.of(args[0]))
          .save(
              Lesson.empty()
                  .with(
                      "1.0.0",
                      "matmul",
                      Map.of("matmul", new LessonFields().put("word", "precious").node())));
      Runtime.getRuntime().halt(137);
    }
  }

  @Test
  void whatWasNotSavedIsKeptWhenTheWindowIsClosed() {
    execute(() -> tab.apply("precious"));
    await("a mark in the title", () -> frame.getTitle().startsWith("•"));
    quit();
    await("kept", () -> kept().contains("precious"));
  }

  @Test
  void aLessonThatTheDesktopHandsOverOpensInTheWindow() {
    Path file = home.resolve("double-clicked" + LessonFile.SUFFIX);
    LessonFile.write(
        file,
        Lesson.empty()
            .with(
                "1.0.0",
                "matmul",
                Map.of("matmul", new LessonFields().put("word", "handed").node())));
    execute(() -> desk.askToOpen(file.toFile()));
    await("opened", () -> tab.word().equals("handed"));
    assertThat(frame.getTitle()).contains("double-clicked");
  }

  @Test
  void theDesktopsAboutShowsTheCard() {
    execute(() -> desk.askAbout());
    await("about", () -> robot.finder().findByType(frame, AboutCard.class, true).isShowing());
    press(KeyEvent.VK_ESCAPE);
    await("the keyboard is back", () -> tab.component().isFocusOwner());
  }

  @Test
  void theDesktopMayEndTheProcessOnceEverythingIsSaved() throws Exception {
    execute(() -> tab.apply("precious"));
    // The window's place is noted when the window closes.
    Path settings = home.resolve("config").resolve("preferences.properties");
    List<String> saved = new CopyOnWriteArrayList<>();
    desk.atTheEnd(
        () -> {
          if (Files.exists(settings)) {
            saved.add(Sources.read(settings));
          }
        });
    execute(() -> desk.askToQuit());
    desk.awaitEnd();
    assertThat(frame.isShowing()).isFalse();
    assertThat(saved).singleElement().asString().contains("window=");
    assertThat(kept()).contains("precious");
  }

  @Test
  void aWindowWithoutChangesLeavesNothingBehind() {
    execute(() -> tab.apply("precious"));
    await("kept", () -> kept().contains("precious"));
    ctrl(KeyEvent.VK_Z);
    await("undone", () -> tab.word().equals("first"));
    quit();
    await("nothing is left", () -> kept().isEmpty());
  }

  @Test
  void aBrokenSettingsFileIsToldAndTheWindowOpens() throws Exception {
    quit();
    Path file = home.resolve("config").resolve("preferences.properties");
    await("the settings are saved", () -> Files.exists(file));
    Files.writeString(file, "theme=purple\n");
    start();
    await("told", () -> parts.isShown("notice"));
  }

  @Test
  void anUncaughtErrorIsShownOnceAndTheWindowGoesOn() {
    execute(() -> EventQueue.invokeLater(WindowGuiTest::fail));
    await("the dialog", () -> dialog().isPresent());
    execute(() -> EventQueue.invokeLater(WindowGuiTest::fail));
    robot.waitForIdle();
    JTextComponent details = robot.finder().findByName("crash-details", JTextComponent.class, true);
    assertThat(execute(() -> details.getText())).contains("on purpose", "WindowGuiTest");
    execute(() -> dialog().orElseThrow().dispose());
    execute(() -> frame.toFront());
    execute(() -> tab.component().requestFocusInWindow());
    ctrl(KeyEvent.VK_2);
    await("the window goes on", () -> parts.isShown("stage.linear"));
  }

  private static void fail() {
    throw new IllegalStateException("on purpose");
  }

  private static Optional<CrashDialog> dialog() {
    for (Window window : Window.getWindows()) {
      if (window instanceof CrashDialog open && open.isShowing()) {
        return Optional.of(open);
      }
    }
    return Optional.empty();
  }

  /** What is kept on disk of this window; it is written on after the window is gone. */
  private String kept() throws IOException {
    Path folder = home.resolve("data").resolve("autosave");
    if (!Files.isDirectory(folder)) {
      return "";
    }
    try (Stream<Path> files = Files.list(folder)) {
      Optional<Path> lesson =
          files.filter(file -> file.toString().endsWith(LessonFile.SUFFIX)).findFirst();
      return lesson.isPresent() ? Files.readString(lesson.get()) : "";
    } catch (NoSuchFileException e) {
      return ""; // Deleted between the look and the reading.
    }
  }

  private static boolean isMenuOpen() {
    return MenuSelectionManager.defaultManager().getSelectedPath().length > 0;
  }

  private Component find(Predicate<Component> wanted) {
    return robot.finder().find(frame, wanted::test);
  }

  private static boolean focusIs(String name) {
    Component focus = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
    return focus != null && name.equals(focus.getName());
  }

  private void ctrl(int key) {
    press(key, KeyEvent.VK_CONTROL);
  }

  private void press(int key, int... held) {
    for (int k : held) {
      robot.pressKey(k);
    }
    robot.pressAndReleaseKey(key);
    for (int k : held) {
      robot.releaseKey(k);
    }
    robot.waitForIdle();
  }

  private void type(String text) {
    for (int i = 0; i < text.length(); i++) {
      robot.type(text.charAt(i));
      robot.waitForIdle();
    }
  }
}
