package org.inferscope.ui.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.event.KeyEvent;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.JCheckBoxMenuItem;
import org.inferscope.compute.Registration;
import org.junit.jupiter.api.Test;

class AppActionTest {
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicBoolean flag = new AtomicBoolean();

  @Test
  void doesItsWorkOnlyWhenItApplies() {
    AppAction action = AppAction.of("a.b", "Do it", done::incrementAndGet).when(flag::get).build();
    action.perform();
    assertThat(done).hasValue(0);
    assertThat(action.isEnabled()).isFalse();
    flag.set(true);
    action.perform();
    assertThat(done).hasValue(1);
    assertThat(action.isEnabled()).isTrue();
  }

  @Test
  void aToggleShowsItsStateAfterEachRefresh() {
    AppAction action = AppAction.of("a.b", "Grid", () -> {}).toggle(flag::get).build();
    JCheckBoxMenuItem item = new JCheckBoxMenuItem(action);
    assertThat(item.isSelected()).isFalse();
    flag.set(true);
    action.refresh();
    assertThat(item.isSelected()).isTrue();
  }

  @Test
  void theNameMayChange() {
    AppAction action = AppAction.of("a.b", () -> "Undo " + done, () -> {}).build();
    done.set(7);
    action.refresh();
    assertThat(action.getValue(AppAction.NAME)).isEqualTo("Undo 7");
  }

  @Test
  void theTooltipNamesTheShortcut() {
    AppAction action =
        AppAction.of("a.b", "Save", () -> {})
            .tooltip("Save the lesson")
            .keys(Shortcuts.menu(KeyEvent.VK_S))
            .build();
    assertThat(action.getValue(AppAction.SHORT_DESCRIPTION))
        .isEqualTo("Save the lesson  (" + Shortcuts.words(Shortcuts.menu(KeyEvent.VK_S)) + ")");
  }

  @Test
  void shortcutsAreWrittenAsOnKeyboards() {
    assertThat(Shortcuts.words(Shortcuts.key(KeyEvent.VK_F1))).isEqualTo("F1");
    assertThat(Shortcuts.words(Shortcuts.shift(KeyEvent.VK_LEFT))).endsWith("←");
    assertThat(Shortcuts.words(Shortcuts.key(KeyEvent.VK_PAGE_DOWN))).isEqualTo("Page Down");
    assertThat(Shortcuts.words(Shortcuts.menu(KeyEvent.VK_1))).endsWith("1");
  }

  @Test
  void theRegistryKeepsGroupsInOrderAndGivesUpWhatIsTakenAway() {
    ActionRegistry registry = new ActionRegistry();
    registry.add("File", List.of(AppAction.of("file.save", "Save", () -> {}).build()));
    Registration tab = registry.add("Tab", List.of(AppAction.of("tab.go", "Go", () -> {}).build()));
    assertThat(registry.groups()).containsExactly("File", "Tab");
    assertThat(registry.all()).extracting(AppAction::id).containsExactly("file.save", "tab.go");
    tab.close();
    assertThat(registry.groups()).containsExactly("File");
    assertThat(registry.find("tab.go")).isEmpty();
  }

  @Test
  void theRegistryRefusesTheSameIdTwice() {
    ActionRegistry registry = new ActionRegistry();
    registry.add("File", List.of(AppAction.of("file.save", "Save", () -> {}).build()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> registry.add("Edit", List.of(AppAction.of("file.save", "S", () -> {}).build())))
        .withMessageContaining("file.save");
  }
}
