package org.inferscope.app.prefs;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.inferscope.compute.Registration;

/**
 * The preferences in force: one holder for the window. Event thread; listeners are called there,
 * after each change.
 */
public final class Settings {
  private final List<BiConsumer<Preferences, Preferences>> listeners = new CopyOnWriteArrayList<>();
  private Preferences current;

  /** Starts with what was read. */
  public Settings(Preferences preferences) {
    current = preferences;
  }

  /** The preferences now. */
  public Preferences current() {
    return current;
  }

  /** The value of one preference now. */
  public <T> T get(Pref<T> pref) {
    return current.get(pref);
  }

  /** Sets one preference. */
  public <T> void set(Pref<T> pref, T value) {
    Preferences before = current;
    current = current.with(pref, value);
    if (!current.equals(before)) {
      listeners.forEach(listener -> listener.accept(before, current));
    }
  }

  /** Calls the listener with the preferences before and after each change. */
  public Registration onChange(BiConsumer<Preferences, Preferences> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }
}
