package org.inferscope.ui.navigate;

/** Opens in one tab what another tab has to show. Event thread. */
public interface Navigator {
  /**
   * Whether some tab takes this intent as it is now. An action that would open it is enabled where
   * this is true.
   */
  boolean canOpen(Intent intent);

  /**
   * Lets the tab that takes this intent show it, and brings that tab to the front. What the tab
   * showed before comes back with its undo.
   *
   * @throws IllegalArgumentException if no tab takes it
   */
  void open(Intent intent);
}
