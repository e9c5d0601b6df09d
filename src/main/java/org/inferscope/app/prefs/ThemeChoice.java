package org.inferscope.app.prefs;

/** Which theme the person wants. */
public enum ThemeChoice {
  /** Always the light one. */
  LIGHT,
  /** Always the dark one. */
  DARK,
  /** Whatever the system uses. */
  SYSTEM
}
