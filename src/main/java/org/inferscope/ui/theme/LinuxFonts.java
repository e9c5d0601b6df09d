package org.inferscope.ui.theme;

import java.io.File;
import java.util.Map;

/**
 * A look at a Linux for whether it may have no fonts, in a fraction of a millisecond: asking Java
 * for a font takes a hundred times as long, before the window has begun to open.
 *
 * <p>It does not see that fontconfig's library is missing, that its configuration leaves the usual
 * folders out, or that a file with a font's name is none. Java then fails as it would without.
 */
final class LinuxFonts {
  private static final String[] VARIABLES = {
    "FONTCONFIG_FILE", "FONTCONFIG_PATH", "FONTCONFIG_SYSROOT"
  };

  /** Those that Java can paint with. */
  private static final String[] ENDINGS = {".ttf", ".otf", ".ttc", ".pfb", ".TTF", ".OTF"};

  private static final int DEPTH = 5;

  private LinuxFonts() {}

  /**
   * Whether fontconfig has another configuration than the usual, none, or nothing in the usual
   * folders. Without lambdas: the first ones take Java ten milliseconds.
   *
   * @param environment of this process
   * @param root the folder in which {@code etc} and {@code usr} are
   */
  static boolean mayBeMissing(Map<String, String> environment, File root) {
    for (String variable : VARIABLES) {
      if (environment.containsKey(variable)) {
        return true;
      }
    }
    return !new File(root, "etc/fonts/fonts.conf").isFile()
        || (!holdsFont(new File(root, "usr/share/fonts"), DEPTH)
            && !holdsFont(new File(root, "usr/local/share/fonts"), DEPTH)
            && !holdsFont(ofUser(environment), DEPTH)
            && !holdsFont(new File(home(environment), ".fonts"), DEPTH));
  }

  private static File ofUser(Map<String, String> environment) {
    String data = environment.get("XDG_DATA_HOME");
    return data == null
        ? new File(home(environment), ".local/share/fonts")
        : new File(data, "fonts");
  }

  private static File home(Map<String, String> environment) {
    return new File(environment.getOrDefault("HOME", "/nonexistent"));
  }

  private static boolean holdsFont(File folder, int depth) {
    String[] names = folder.list();
    if (names == null) {
      return false;
    }
    for (String name : names) {
      if (isFont(name)) {
        return true;
      }
    }
    if (depth > 0) {
      for (String name : names) {
        if (holdsFont(new File(folder, name), depth - 1)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isFont(String name) {
    for (String ending : ENDINGS) {
      if (name.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }
}
