package org.inferscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.swing.edt.GuiActionRunner.execute;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.swing.JDialog;
import javax.swing.LookAndFeel;
import javax.swing.UIManager;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.GenericTypeMatcher;
import org.assertj.swing.core.Robot;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.DialogFixture;
import org.inferscope.support.ChildJvm;
import org.inferscope.support.GuiTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What happens on a Java that cannot run the program. */
@Timeout(120)
class OldJavaTest {
  private static final int JAVA_8 = 52;
  private static final Map<String, String> NO_DISPLAY =
      Map.of("DISPLAY", "", "WAYLAND_DISPLAY", "");

  @TempDir private Path home;

  @Test
  void whatIsOlderThan17IsTooOld() {
    assertThat(List.of("1.8", "9", "11", "16")).allMatch(Main::isTooOld);
    assertThat(List.of("17", "25", "99", "")).noneMatch(Main::isTooOld);
  }

  @Test
  void aLessonOpensTheWindowAndACommandDoesNot() throws IOException {
    Path lesson = Files.createFile(home.resolve("a.inferscope"));
    assertThat(OldJava.opensTheWindow()).isTrue();
    assertThat(OldJava.opensTheWindow(lesson.toString())).isTrue();
    assertThat(OldJava.opensTheWindow("doctor")).isFalse();
  }

  /** An old Java refuses newer classes outright, wherever it meets one. */
  @Test
  void theDoorIsCompiledForJava8() throws IOException {
    List<Integer> versions = new ArrayList<>();
    for (String name : List.of("Main", "OldJava", "OldJava$Wrapped")) {
      versions.add(classVersion(name));
    }
    assertThat(versions).containsOnly(JAVA_8);
  }

  private static int classVersion(String name) throws IOException {
    try (InputStream in = Main.class.getResourceAsStream(name + ".class")) {
      DataInputStream data = new DataInputStream(in);
      data.skipBytes(Integer.BYTES + Short.BYTES);
      return data.readUnsignedShort();
    }
  }

  @Test
  void theTextsAreAscii() throws IOException {
    try (InputStream in = Main.class.getResourceAsStream("text/oldjava.properties")) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1))
          .contains("needed=")
          .matches("\\p{ASCII}+");
    }
  }

  @Test
  void anOldJavaIsToldWhatItIsAndWhatToDoAndNothingNewerIsLoaded() throws Exception {
    try (ChildJvm child = oldJava(NO_DISPLAY, "-verbose:class")) {
      assertThat(child.exitCode()).isEqualTo(2);
      assertThat(child.err().lines())
          .singleElement()
          .asString()
          .contains(
              "needs Java 17",
              "1.8.0_392",
              System.getProperty("java.home"),
              "Install a newer Java");
      assertThat(child.out().lines().filter(line -> line.contains(" org.inferscope.")))
          .anyMatch(line -> line.contains(" org.inferscope.OldJava "))
          .allMatch(
              line -> line.matches(".* org\\.inferscope\\.(Main|OldJava(Test)?(\\$\\w+)?) .*"));
    }
  }

  @GuiTest
  @Test
  void aDoubleClickIsAnsweredByADialog() throws Exception {
    Robot robot = BasicRobot.robotWithNewAwtHierarchy();
    LookAndFeel before = UIManager.getLookAndFeel();
    Thread told = new Thread(() -> OldJava.tell(17), "told");
    try {
      told.start();
      DialogFixture dialog = WindowFinder.findDialog(shown()).withTimeout(20_000).using(robot);
      dialog.optionPane().requireErrorMessage();
      dialog.optionPane().okButton().click();
      told.join();
    } finally {
      execute(() -> UIManager.setLookAndFeel(before));
      robot.cleanUp();
    }
  }

  private static GenericTypeMatcher<JDialog> shown() {
    return new GenericTypeMatcher<>(JDialog.class) {
      @Override
      protected boolean isMatching(JDialog dialog) {
        return dialog.isShowing() && "Inferscope".equals(dialog.getTitle());
      }
    };
  }

  private ChildJvm oldJava(Map<String, String> environment, String option) throws IOException {
    return ChildJvm.start(home, environment, option, Java8.class.getName());
  }

  /** A Java that says of itself that it is 8, which it cannot be told from outside. */
  static final class Java8 {
    public static void main(String[] args) {
      System.setProperty("java.specification.version", "1.8");
      System.setProperty("java.version", "1.8.0_392");
      Main.main(args);
    }
  }
}
