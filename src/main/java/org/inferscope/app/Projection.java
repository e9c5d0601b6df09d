package org.inferscope.app;

import java.util.function.Consumer;
import org.inferscope.app.prefs.Pref;
import org.inferscope.app.prefs.Settings;

/**
 * Projector mode and the dock. In projector mode, and in a window too narrow for stage and dock,
 * the dock starts closed, and opening it there is not remembered.
 */
final class Projection {
  private final Settings settings;
  private final LookKeeper looks;
  private Consumer<Boolean> onProjector = on -> {};
  private Runnable onDock = () -> {};
  private boolean narrow;
  private boolean dockAllTheSame;

  Projection(Settings settings, LookKeeper looks) {
    this.settings = settings;
    this.looks = looks;
    settings.onChange((before, after) -> onDock.run());
  }

  /** Calls {@code projector} when the mode changes, and {@code dock} when the dock may have. */
  void listen(Consumer<Boolean> projector, Runnable dock) {
    onProjector = projector;
    onDock = dock;
    dock.run();
  }

  void flip() {
    boolean on = !looks.isProjector();
    dockAllTheSame = false;
    // First the frame, so that what is laid out for the new look has its final size.
    onProjector.accept(on);
    looks.setProjector(on);
    onDock.run();
  }

  /** The window has become too narrow for stage and dock, or wide enough again. */
  void setNarrow(boolean narrow) {
    this.narrow = narrow;
    dockAllTheSame = false;
    onDock.run();
  }

  private boolean isCramped() {
    return narrow || looks.isProjector();
  }

  boolean isDockOpen() {
    return isCramped() ? dockAllTheSame : settings.get(Pref.DOCK_OPEN);
  }

  void flipDock() {
    setDock(!isDockOpen());
  }

  void setDock(boolean open) {
    if (isCramped()) {
      dockAllTheSame = open;
      onDock.run();
    } else {
      settings.set(Pref.DOCK_OPEN, open);
    }
  }

  double dockWidth() {
    return settings.get(Pref.DOCK_WIDTH);
  }

  /** Remembers a width in unscaled pixels, held to what is of use. */
  void setDockWidth(double width) {
    settings.set(Pref.DOCK_WIDTH, (double) Math.round(Math.max(260, Math.min(900, width))));
  }
}
