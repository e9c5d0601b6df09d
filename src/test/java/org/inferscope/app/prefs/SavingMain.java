package org.inferscope.app.prefs;

import java.nio.file.Path;

/** An instance that changes one preference many times and looks whether each change stays. */
final class SavingMain {
  static final String LOST = "lost";
  static final String KEPT = "kept";

  private SavingMain() {}

  /** Arguments: the folder, {@code scale} or {@code dock.width}, and how many times. */
  public static void main(String[] args) {
    Pref<Double> pref = args[1].equals("scale") ? Pref.SCALE : Pref.DOCK_WIDTH;
    double first = args[1].equals("scale") ? 1 : 300;
    PreferencesFile file = new PreferencesFile(Path.of(args[0]));
    Preferences preferences = file.load().preferences();
    boolean lost = false;
    for (int i = 1; i <= Integer.parseInt(args[2]); i++) {
      double value = first + i / 100.0;
      preferences = preferences.with(pref, value);
      file.save(preferences);
      lost |= new PreferencesFile(Path.of(args[0])).load().preferences().get(pref) != value;
    }
    System.out.println(lost ? LOST : KEPT);
  }
}
