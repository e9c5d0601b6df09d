package org.inferscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.inferscope.app.window.Notice;
import org.inferscope.app.window.OpenTabs;
import org.inferscope.support.SampleTab;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Themes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonDeskTest {
  @TempDir Path folder;

  private final SampleTab matmul = new SampleTab("matmul");
  private final SampleTab linear = new SampleTab("linear");
  private final OpenTabs tabs = new OpenTabs(List.of(matmul, linear));
  private final List<Notice> notices = new ArrayList<>();
  private final LessonDesk desk = new LessonDesk(tabs, Runnable::run, Runnable::run, notices::add);

  @BeforeAll
  static void look() {
    Themes.install(Look.of(false));
  }

  @Test
  void whatIsSavedComesBack() {
    Path file = folder.resolve("a.inferscope");
    matmul.apply("one");
    linear.apply("two");
    tabs.select(linear);
    desk.save(file, () -> {});
    matmul.apply("changed");
    tabs.select(matmul);
    desk.open(file, () -> {});
    assertThat(matmul.word()).isEqualTo("one");
    assertThat(linear.word()).isEqualTo("two");
    assertThat(tabs.current()).isSameAs(linear);
    assertThat(desk.path()).contains(file);
    assertThat(notices).isEmpty();
  }

  @Test
  void openingIsAStepThatUndoTakesBack() {
    Path file = folder.resolve("a.inferscope");
    desk.save(file, () -> {});
    matmul.apply("typed");
    desk.open(file, () -> {});
    assertThat(matmul.word()).isEqualTo("first");
    matmul.undo().undo();
    assertThat(matmul.word()).isEqualTo("typed");
  }

  @Test
  void theDeskIsDirtyFromAChangeUntilItIsSavedOrTakenBack() {
    assertThat(desk.isDirty()).isFalse();
    matmul.apply("typed");
    assertThat(desk.isDirty()).isTrue();
    matmul.undo().undo();
    assertThat(desk.isDirty()).isFalse();
    matmul.apply("typed");
    desk.save(folder.resolve("a.inferscope"), () -> {});
    assertThat(desk.isDirty()).isFalse();
  }

  @Test
  void aLessonWithOneBadSectionChangesNothing() throws IOException {
    Path file = folder.resolve("bad.inferscope");
    desk.save(file, () -> {});
    Files.writeString(
        file, Files.readString(file).replaceFirst("\"word\": \"first\"", "\"word\": 7"));
    matmul.apply("typed");
    linear.apply("typed too");
    Path before = desk.path().orElseThrow();
    desk.open(file, () -> {});
    assertThat(matmul.word()).isEqualTo("typed");
    assertThat(linear.word()).isEqualTo("typed too");
    assertThat(desk.path()).contains(before);
    assertThat(notices).hasSize(1);
    assertThat(notices.get(0).sentence()).contains("bad.inferscope");
  }

  @Test
  void aFileThatIsNotThereIsToldAndNothingElse() {
    desk.open(folder.resolve("missing.inferscope"), () -> {});
    assertThat(notices).hasSize(1);
    assertThat(notices.get(0).kind()).isEqualTo(Notice.Kind.ERROR);
    assertThat(desk.path()).isEmpty();
  }

  @Test
  void aFileThatCannotBeWrittenLeavesTheDeskDirty() {
    matmul.apply("typed");
    desk.save(folder.resolve("no such folder").resolve("a.inferscope"), () -> {});
    assertThat(desk.isDirty()).isTrue();
    assertThat(notices).hasSize(1);
  }

  @Test
  void whatThisVersionDoesNotKnowSurvivesOpeningAndSaving() throws IOException {
    Path file = folder.resolve("newer.inferscope");
    desk.save(file, () -> {});
    Files.writeString(
        file,
        Files.readString(file).replaceFirst("\"tabs\": \\{", "\"tabs\": {\"gpt9\": {\"x\": 1},"));
    desk.open(file, () -> {});
    matmul.apply("typed");
    desk.save(file, () -> {});
    assertThat(Files.readString(file)).contains("gpt9", "typed");
  }
}
