package org.inferscope.app.prefs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Whether the system's own windows are dark. Asks a small program of the system, so it waits: not
 * for the event thread. Where the system does not say, the answer is empty.
 */
public final class SystemTheme {
  private static final int PATIENCE_SECONDS = 2;

  private SystemTheme() {}

  /** Asks the system. */
  public static Optional<Boolean> isDark() {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    return ask(question(os)).map(answer -> saysDark(os, answer));
  }

  static List<String> question(String os) {
    if (os.startsWith("mac")) {
      // Ends with an error in the light theme: the default does not exist then.
      return List.of("sh", "-c", "defaults read -g AppleInterfaceStyle || echo Light");
    }
    if (os.startsWith("windows")) {
      return List.of(
          "reg",
          "query",
          "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize",
          "/v",
          "AppsUseLightTheme");
    }
    // The portal answers on GNOME, KDE and others; gsettings where there is no portal.
    return List.of(
        "sh",
        "-c",
        "busctl --user call org.freedesktop.portal.Desktop /org/freedesktop/portal/desktop"
            + " org.freedesktop.portal.Settings Read ss org.freedesktop.appearance"
            + " color-scheme || gsettings get org.gnome.desktop.interface color-scheme");
  }

  /** Reads the answer: macOS "Dark", Windows "0x0", the portal "v v u 1", GNOME "'prefer-dark'". */
  static boolean saysDark(String os, String answer) {
    String text = answer.strip().toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      return text.endsWith("0x0");
    }
    return text.contains("dark") || text.endsWith("u 1");
  }

  private static Optional<String> ask(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      String answer =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return process.exitValue() == 0 && !answer.isEmpty() ? Optional.of(answer) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
