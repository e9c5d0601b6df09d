package org.inferscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.inferscope.app.prefs.Preferences;
import org.inferscope.app.prefs.Settings;
import org.inferscope.app.window.MainPanel;
import org.inferscope.compute.bench.MachineCeilings;
import org.inferscope.compute.exec.LocalComputeService;
import org.inferscope.support.SampleTab;
import org.inferscope.support.TestModels;
import org.inferscope.tab.MultiplyIntent;
import org.inferscope.tab.Tab;
import org.inferscope.tab.TabContext;
import org.inferscope.tab.matmul.MatmulTab;
import org.inferscope.tensor.Matrix;
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

  @Test
  void oneTabOpensAnotherInTheWindowItIsIn() {
    List<TabContext> given = new ArrayList<>();
    Shell shell =
        Edt.call(
            () ->
                shell(
                    context -> {
                      given.add(context);
                      return List.of(new SampleTab("first"), new MatmulTab(context));
                    }));
    MultiplyIntent product = new MultiplyIntent(Matrix.identity(2), Matrix.identity(2));

    Edt.call(
        () -> {
          given.get(0).navigator().open(product);
          return true;
        });

    assertThat(shell.tabs().current().id()).isEqualTo("matmul");
  }

  @Test
  void thisMachinesPanelComesToTheFrontWhenItIsMeasured() {
    Shell shell = Edt.call(this::shell);
    boolean inFront =
        Edt.call(
            () -> {
              shell.tabs().select(shell.tabs().find("roofline").orElseThrow());
              shell.panel().selectPanel(MainPanel.GUIDE);
              shell.projection().setDock(false);
              shell.actions().get("roofline.machine.measure").perform();
              return shell.panel().isPanelShown("roofline.machine");
            });
    assertThat(inFront).isTrue();
  }

  private Shell shell() {
    return shell(TabList::of);
  }

  private Shell shell(Function<TabContext, List<Tab>> tabList) {
    Settings settings = new Settings(Preferences.defaults());
    return new Shell(
        new Shell.Ground(
            settings,
            new LookKeeper(settings),
            compute,
            Optional.empty(),
            List.of(),
            Optional.of(
                (stopwatch, listener) ->
                    new MachineCeilings("test", Instant.EPOCH, List.of(), List.of())),
            Optional.empty(),
            Runnable::run,
            Optional.empty(),
            TestModels.in(Path.of("target", "test-models")),
            Optional.empty(),
            () -> {}),
        tabList);
  }
}
