package org.inferscope.io.autosave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.lesson.Lesson;
import org.inferscope.io.lesson.LessonException;
import org.inferscope.support.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class AutosaveTest {
  @TempDir private Path data;
  @TempDir private Path output;

  private static Lesson lesson(String tab) {
    return Lesson.empty().with("1.0.0", tab, Map.of());
  }

  /** Another instance that has saved a lesson and goes on running. */
  private ChildJvm instance(String tab) throws Exception {
    ChildJvm child =
        ChildJvm.start(output, Map.of(), AutosavingMain.class.getName(), data.toString(), tab);
    child.awaitOutput(AutosavingMain.SAVED);
    return child;
  }

  private List<String> files() throws IOException {
    Path folder = data.resolve("autosave");
    try (Stream<Path> files = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aKilledInstanceLeavesItsLessonToTheNextOne() throws Exception {
    ChildJvm killed = instance("on-screen");
    killed.kill();
    String halfWritten = "." + files().get(0) + ".tmp";
    Files.createFile(data.resolve("autosave").resolve(halfWritten));
    try (Autosave next = new Autosave(data)) {
      List<Recovery> pending = next.pendingRecovery();
      assertThat(pending).hasSize(1);
      assertThat(pending.get(0).read().activeTab()).hasValue("on-screen");

      next.discard(pending.get(0));
      assertThat(next.pendingRecovery()).isEmpty();
      assertThat(files()).isEmpty();
    }
  }

  @Test
  void aRunningInstanceIsLeftAlone() throws Exception {
    try (ChildJvm running = instance("running");
        Autosave other = new Autosave(data)) {
      other.save(lesson("mine"));
      assertThat(other.pendingRecovery()).isEmpty();
      assertThat(files()).hasSize(4).anyMatch(file -> file.startsWith(running.pid() + "-"));
    }
  }

  @Test
  void instancesKilledOneAfterTheOtherAreOfferedNewestFirst() throws Exception {
    instance("first").kill();
    instance("second").kill();
    try (Autosave next = new Autosave(data)) {
      assertThat(next.pendingRecovery())
          .extracting(recovery -> recovery.read().activeTab().orElseThrow())
          .containsExactly("second", "first");
    }
  }

  @Test
  void aNumberUsedAgainByAnotherProcessIsNotTakenForTheOwner() throws Exception {
    instance("old").kill();
    Path folder = data.resolve("autosave");
    long mine = ProcessHandle.current().pid();
    for (String file : files()) {
      Files.move(folder.resolve(file), folder.resolve(file.replaceFirst("^\\d+", "" + mine)));
    }
    try (Autosave next = new Autosave(data)) {
      assertThat(next.pendingRecovery()).hasSize(1);
    }
  }

  @Test
  void aCleanEndLeavesNothingBehind() throws IOException {
    Autosave autosave = new Autosave(data);
    autosave.save(lesson("one"));
    autosave.save(lesson("two"));
    assertThat(files()).hasSize(2);
    autosave.close();
    autosave.save(lesson("late"));
    assertThat(files()).isEmpty();
  }

  @Test
  void nothingIsTouchedBeforeTheFirstSave() {
    try (Autosave autosave = new Autosave(data.resolve("new"))) {
      assertThat(autosave.pendingRecovery()).isEmpty();
    }
    assertThat(data.resolve("new")).doesNotExist();
  }

  @Test
  void anInstanceKilledBeforeItsFirstSaveIsClearedAway() throws IOException {
    Path folder = Files.createDirectories(data.resolve("autosave"));
    Files.createFile(folder.resolve("999999999-1-abcdefgh.lock"));
    Files.createFile(folder.resolve("a stranger.lock"));
    try (Autosave next = new Autosave(data)) {
      assertThat(next.pendingRecovery()).isEmpty();
    }
    assertThat(files()).containsExactly("a stranger.lock");
  }

  @Test
  void aDamagedSlotSaysSoAndIsKeptUntilDiscarded() throws IOException {
    Path folder = Files.createDirectories(data.resolve("autosave"));
    Files.createFile(folder.resolve("999999999-1-abcdefgh.lock"));
    Files.writeString(folder.resolve("999999999-1-abcdefgh.inferscope"), "{");
    try (Autosave next = new Autosave(data)) {
      Recovery damaged = next.pendingRecovery().get(0);
      assertThatThrownBy(damaged::read).isInstanceOf(LessonException.class);
      assertThat(next.pendingRecovery()).containsExactly(damaged);
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsSaidInWords() throws IOException {
    Path file = Files.createFile(data.resolve("file"));
    try (Autosave autosave = new Autosave(file)) {
      assertThatThrownBy(() -> autosave.save(lesson("one")))
          .isInstanceOf(InferscopeException.class)
          .hasMessageStartingWith("What is on screen can't be kept in " + file);
    }
  }
}
