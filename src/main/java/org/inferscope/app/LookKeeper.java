package org.inferscope.app;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.inferscope.app.prefs.Pref;
import org.inferscope.app.prefs.Settings;
import org.inferscope.app.prefs.ThemeChoice;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Themes;

/** Keeps what is on screen looking as the settings, the system and projector mode say. */
final class LookKeeper {
  private final Settings settings;
  private final Runnable installed;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private boolean projector;
  private Look inForce;

  /** A keeper that does nothing before {@link #install}. */
  LookKeeper(Settings settings) {
    this(settings, () -> {});
  }

  /**
   * As above.
   *
   * @param installed called once the first look is in force
   */
  LookKeeper(Settings settings, Runnable installed) {
    this.settings = settings;
    this.installed = installed;
    inForce = wanted();
  }

  /** Installs the look that the settings ask for, before any component is made. */
  void install() {
    inForce = wanted();
    Themes.installFirst(inForce);
    settings.onChange((before, after) -> apply());
    installed.run();
  }

  Look look() {
    return inForce;
  }

  boolean isProjector() {
    return projector;
  }

  void setProjector(boolean on) {
    projector = on;
    apply();
  }

  /** Whether the dark theme is wanted; the light one where the system does not say. */
  private boolean isDark() {
    ThemeChoice choice = settings.get(Pref.THEME);
    ThemeChoice shade = choice == ThemeChoice.SYSTEM ? settings.get(Pref.SYSTEM_THEME) : choice;
    return shade == ThemeChoice.DARK;
  }

  private Look wanted() {
    return new Look(
        isDark(),
        settings.get(Pref.COLOR_BLIND_SAFE),
        settings.get(Pref.REDUCE_MOTION),
        settings.get(Pref.SCALE),
        projector ? settings.get(Pref.PROJECTOR_SCALE) : 0);
  }

  private void apply() {
    Look wanted = wanted();
    if (!wanted.equals(inForce)) {
      inForce = wanted;
      Themes.change(wanted);
      listeners.forEach(Runnable::run);
    }
  }

  /** Calls the listener after each change of the look. */
  void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /**
   * Asks the system for its theme, if that is what is wanted.
   *
   * @param files where to wait for the answer
   * @param events the event thread
   * @param system asks whether the system is dark; empty if it does not say
   */
  void askSystem(Executor files, Executor events, Supplier<Optional<Boolean>> system) {
    if (settings.get(Pref.THEME) == ThemeChoice.SYSTEM) {
      files.execute(
          () -> {
            Optional<Boolean> dark = system.get();
            events.execute(() -> settings.set(Pref.SYSTEM_THEME, choice(dark)));
          });
    }
  }

  private static ThemeChoice choice(Optional<Boolean> dark) {
    return dark.map(is -> is ? ThemeChoice.DARK : ThemeChoice.LIGHT).orElse(ThemeChoice.SYSTEM);
  }
}
