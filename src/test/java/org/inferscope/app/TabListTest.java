package org.inferscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.inferscope.app.prefs.Preferences;
import org.inferscope.app.prefs.Settings;
import org.inferscope.compute.exec.LocalComputeService;
import org.inferscope.tab.Tab;
import org.inferscope.ui.action.AppAction;
import org.inferscope.ui.action.Shortcuts;
import org.inferscope.ui.edt.Edt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The tabs that there really are, in the window that there really is. */
class TabListTest {
  private final LocalComputeService compute = LocalCompute.service();

  @AfterEach
  void close() {
    compute.close();
  }

  @Test
  void everyTabFitsIntoTheWindow() {
    Shell shell = Edt.call(this::shell);
    for (Tab tab : shell.tabs().all()) {
      Edt.call(
          () -> {
            shell.tabs().select(tab);
            return true;
          });
      assertThat(getClass().getResource(tab.guideResource())).as(tab.id()).isNotNull();
      assertThat(tab.sidePanels()).as(tab.id()).isNotEmpty();
      assertThat(tab.caption()).as(tab.id()).isNotBlank();
    }
  }

  @Test
  void whatATabPlaysIsReachedWithTheKeysOfAClicker() {
    List<AppAction> actions = Edt.call(() -> shell().actions().all());
    assertThat(actions)
        .flatExtracting(AppAction::keys)
        .extracting(Shortcuts::words)
        .contains("Space", "←", "→", "Page Up", "Page Down", "Home", "End", "+", "−");
  }

  @Test
  void noTwoActionsWantTheSameKey() {
    List<AppAction> actions = Edt.call(() -> shell().actions().all());
    assertThat(actions).flatExtracting(AppAction::keys).doesNotHaveDuplicates();
  }

  private Shell shell() {
    Settings settings = new Settings(Preferences.defaults());
    return new Shell(
        new Shell.Ground(settings, new LookKeeper(settings), compute, Runnable::run, () -> {}),
        TabList::of);
  }
}
