package org.inferscope.app.window;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.inferscope.compute.Registration;
import org.inferscope.tab.Tab;

/** The tabs of the window and which one is in front. Event thread. */
public final class OpenTabs {
  private final List<Tab> tabs;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private Tab current;

  /**
   * Starts with the first tab in front.
   *
   * @param tabs at least one, in the order of the strip
   */
  public OpenTabs(List<Tab> tabs) {
    this.tabs = List.copyOf(tabs);
    this.current = this.tabs.get(0);
  }

  /** All of them, in the order of the strip. */
  public List<Tab> all() {
    return tabs;
  }

  /** The one in front. */
  public Tab current() {
    return current;
  }

  /** The tab of this id, if there is one. */
  public Optional<Tab> find(String id) {
    return tabs.stream().filter(tab -> tab.id().equals(id)).findFirst();
  }

  /** Brings a tab to the front. */
  public void select(Tab tab) {
    if (tab != current) {
      current = tab;
      listeners.forEach(Runnable::run);
    }
  }

  /** Calls the listener after each change of the tab in front. */
  public Registration onChange(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }
}
