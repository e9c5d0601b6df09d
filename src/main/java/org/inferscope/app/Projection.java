package org.inferscope.app;

import java.util.function.Consumer;
import org.inferscope.app.prefs.Pref;
import org.inferscope.app.prefs.Settings;

/**
 * Projector mode and the dock. In projector mode the dock starts closed, and opening it there is
 * not remembered.
 */
final class Projection {
  private final Settings settings;
  private final LookKeeper looks;
  private Consumer<Boolean> onProjector = on -> {};
  private Runnable onDock = () -> {};
  private boolean dockOnProjector;

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
    dockOnProjector = false;
    // First the frame, so that what is laid out for the new look has its final size.
    onProjector.accept(on);
    looks.setProjector(on);
    onDock.run();
  }

  boolean isDockOpen() {
    return looks.isProjector() ? dockOnProjector : settings.get(Pref.DOCK_OPEN);
  }

  void flipDock() {
    setDock(!isDockOpen());
  }

  void setDock(boolean open) {
    if (looks.isProjector()) {
      dockOnProjector = open;
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
