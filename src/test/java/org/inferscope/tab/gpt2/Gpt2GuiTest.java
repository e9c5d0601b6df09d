package org.inferscope.tab.gpt2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.swing.edt.GuiActionRunner.execute;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import net.miginfocom.swing.MigLayout;
import org.inferscope.compute.JobsStatus;
import org.inferscope.compute.exec.LocalComputeService;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.io.gpt2.RobustnessModels;
import org.inferscope.io.lesson.LessonNode;
import org.inferscope.support.GuiTest;
import org.inferscope.support.NoFiles;
import org.inferscope.support.TestModels;
import org.inferscope.support.TestWindow;
import org.inferscope.tab.ModelShelf;
import org.inferscope.tab.TabContext;
import org.inferscope.ui.inspector.InspectorModel;
import org.inferscope.ui.navigate.Intent;
import org.inferscope.ui.navigate.Navigator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole tab in a real window, driven with mouse and keyboard. */
@GuiTest
class Gpt2GuiTest {
  private static final int SEED = 7;
  private static final int CHARACTERS = 200;
  private static final int VIEWS = 7;

  private final LocalComputeService compute =
      new LocalComputeService(SwingUtilities::invokeLater, new ReferenceBackend(), List.of());

  @TempDir Path folder;
  private Path toOpen = Path.of("");
  private Gpt2Tab tab;
  private TestWindow<JPanel> window;

  @BeforeEach
  void openAWindow() {
    compute.start();
    window =
        TestWindow.of(
            () -> {
              tab = new Gpt2Tab(context());
              JPanel around = new JPanel(new MigLayout("insets 0, fill"));
              around.add(tab.component(), "grow, wmin 0, hmin 0");
              around.setPreferredSize(new Dimension(1300, 800));
              return around;
            });
    window.await("the first tokens", () -> count().equals("4 of 256 tokens"));
    idle();
  }

  private TabContext context() {
    return new TabContext(
        compute,
        new InspectorModel(),
        new Nowhere(),
        new NoFiles() {
          @Override
          public Optional<Path> folderToOpen(String title) {
            return Optional.of(toOpen);
          }
        },
        Optional.empty(),
        List.of(),
        Optional.empty(),
        TabContext.Store.NONE,
        Optional.of(new ModelShelf(TestModels.in(folder), () -> {}, listener -> () -> {})));
  }

  @AfterEach
  void closeTheWindow() {
    window.close();
    compute.close();
  }

  @Test
  void twoHundredCharactersAreTypedWhilePassesRun() {
    JTextComponent prompt = window.find("gpt2.prompt", JTextComponent.class);
    window.click(prompt, new Point(10, 10));
    window.press(KeyEvent.VK_CONTROL, KeyEvent.VK_A);
    window.press(KeyEvent.VK_DELETE);
    StringBuilder typed = new StringBuilder();
    Random random = new Random(SEED);
    String letters = "abcdefghijklmnop     ";
    for (int i = 0; i < CHARACTERS; i++) {
      char next = letters.charAt(random.nextInt(letters.length()));
      typed.append(next);
      window.robot().type(next);
    }
    window.await("all of it", () -> prompt.getText().length() == CHARACTERS);
    idle();
    assertThat(execute(() -> prompt.getText())).isEqualTo(typed.toString());
    assertThat(lesson("prompt").text()).isEqualTo(typed.toString());
    assertThat(count()).endsWith("of 256 tokens").doesNotStartWith("0 ");
    assertThat(message()).isEmpty();
  }

  @Test
  void everyViewComesToTheFrontAndNothingIsLost() {
    for (int view = 0; view < VIEWS; view++) {
      press("gpt2.view." + view);
      idle();
      window.picture("gpt2-window-" + view);
      assertThat(execute(() -> tab.caption())).isNotEmpty();
    }
    assertThat(lesson("prompt").text()).isEqualTo("The matrix multiplication is");
  }

  @Test
  void aChipIsFollowedByClickAndArrow() {
    Component chips = window.find("gpt2.chips", Component.class);
    window.click(chips, new Point(12, 12));
    window.await("the first token", () -> lessonOf("focus").get("token").equals(number(0)));
    window.press(KeyEvent.VK_RIGHT);
    window.await("the second", () -> lessonOf("focus").get("token").equals(number(1)));
    window.press(KeyEvent.VK_END);
    window.await("the last", () -> lessonOf("focus").get("token").isNothing());
  }

  @Test
  void aModelIsOpenedAndABrokenOneIsNot() {
    toOpen = RobustnessModels.folder("bad-07-wrong-shape");
    press("gpt2.folder");
    window.await("the reason", () -> !messageText().isEmpty());
    assertThat(execute(() -> window.find("gpt2.model", AbstractButton.class).getText()))
        .startsWith("Demo model");

    toOpen = RobustnessModels.folder("ok-plain");
    press("gpt2.folder");
    window.await("the other model", () -> count().contains("16"));
    idle();
    execute(() -> tab.undo().undo());
    window.await("the first one again", () -> count().equals("4 of 256 tokens"));
    idle();
  }

  @Test
  void modelsAreChangedWhileViewsWorkAndTextIsTyped() {
    JTextComponent prompt = window.find("gpt2.prompt", JTextComponent.class);
    for (int round = 0; round < VIEWS; round++) {
      toOpen = RobustnessModels.folder(round % 2 == 0 ? "ok-plain" : "ok-f16");
      press("gpt2.view." + round);
      press("gpt2.folder");
      window.click(prompt, new Point(10, 10));
      window.press(KeyEvent.VK_CONTROL, KeyEvent.VK_A);
      window.type("ab c");
    }
    idle();
    window.await("all of it", () -> prompt.getText().equals("ab c"));
    window.await("the last model", () -> count().contains("of 16"));
    assertThat(message()).isEmpty();
  }

  /** Waits until nothing is computed or typed any more. */
  private void idle() {
    window.await(
        "nothing to do",
        () -> {
          JobsStatus jobs = compute.jobs();
          return jobs.running().isEmpty() && jobs.waiting() == 0;
        });
    window.robot().waitForIdle();
  }

  private String count() {
    return window.find("gpt2.count", JLabel.class).getText();
  }

  private String message() {
    return execute(this::messageText);
  }

  private String messageText() {
    JLabel message = window.find("gpt2.message", JLabel.class);
    return message.isVisible() ? message.getText() : "";
  }

  private LessonNode lesson(String field) {
    return execute(() -> lessonOf(field));
  }

  private LessonNode lessonOf(String field) {
    return tab.lesson().write().get(field);
  }

  private static LessonNode number(long value) {
    return LessonNode.of(value);
  }

  private void press(String name) {
    AbstractButton button = window.find(name, AbstractButton.class);
    window.click(button, execute(() -> new Point(button.getWidth() / 2, button.getHeight() / 2)));
  }

  private static final class Nowhere implements Navigator {
    @Override
    public boolean canOpen(Intent intent) {
      return false;
    }

    @Override
    public void open(Intent intent) {
      throw new IllegalStateException("asked for " + intent);
    }
  }
}
