package org.inferscope.app;

import java.util.Optional;
import java.util.function.Supplier;
import org.inferscope.app.window.OpenTabs;
import org.inferscope.tab.Tab;
import org.inferscope.ui.navigate.Intent;
import org.inferscope.ui.navigate.Navigator;

/** Finds the tab that takes an intent among those of the window. Event thread. */
final class TabNavigator implements Navigator {
  private final Supplier<OpenTabs> tabs;

  /**
   * A navigator that can be handed to the tabs before they are all made.
   *
   * @param tabs gives the tabs from the first question on
   */
  TabNavigator(Supplier<OpenTabs> tabs) {
    this.tabs = tabs;
  }

  @Override
  public boolean canOpen(Intent intent) {
    return taker(intent).isPresent();
  }

  @Override
  public void open(Intent intent) {
    Tab tab =
        taker(intent)
            .orElseThrow(() -> new IllegalArgumentException("No tab takes intent " + intent));
    // First its content, so that what was there before does not flash up.
    tab.take(intent);
    tabs.get().select(tab);
  }

  private Optional<Tab> taker(Intent intent) {
    return tabs.get().all().stream().filter(tab -> tab.accepts(intent)).findFirst();
  }
}
