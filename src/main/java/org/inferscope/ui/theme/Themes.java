package org.inferscope.ui.theme;

import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.util.UIScale;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import javax.swing.UIManager;
import javax.swing.UnsupportedLookAndFeelException;

/** Puts a {@link Look} in force. Event thread; works without a display as well. */
public final class Themes {
  private Themes() {}

  /**
   * Installs the look before any component exists.
   *
   * @throws IllegalStateException if Swing refuses the theme, which only a broken build causes
   */
  public static void install(Look look) {
    Fonts.loadOthers();
    installFirst(look);
  }

  /**
   * As {@link #install}, for a picture without bold and italic text: whoever writes that has to
   * call {@link Fonts#loadOthers} before.
   */
  public static void installFirst(Look look) {
    // Sizes follow our own UI scale; FlatLaf would guess one more factor from the desktop's font.
    System.setProperty("flatlaf.uiScale", "1");
    Fonts.install();
    FlatLaf theme = look.dark() ? new InferscopeDark() : new InferscopeLight();
    theme.setExtraDefaults(overlays(look));
    UIScale.setZoomFactor(1);
    try {
      UIManager.setLookAndFeel(theme);
    } catch (UnsupportedLookAndFeelException e) {
      throw new IllegalStateException(e);
    }
    UIScale.setZoomFactor(look.zoom());
  }

  /** Changes the look of everything on screen. */
  public static void change(Look look) {
    install(look);
    FlatLaf.updateUI();
  }

  /** The key sets laid over the theme, in order; a later one wins. */
  private static Map<String, String> overlays(Look look) {
    Map<String, String> keys = new LinkedHashMap<>();
    String shade = look.dark() ? "Dark" : "Light";
    if (look.isProjector()) {
      keys.putAll(read("Projector" + shade));
    }
    if (look.colorBlindSafe()) {
      keys.putAll(read("ColorBlindSafe" + shade));
    }
    keys.put("Inferscope.reduceMotion", Boolean.toString(look.reduceMotion()));
    keys.put("Inferscope.projector", Boolean.toString(look.isProjector()));
    return keys;
  }

  private static Map<String, String> read(String name) {
    Properties properties = new Properties();
    try (InputStream in =
        Objects.requireNonNull(Themes.class.getResourceAsStream(name + ".properties"), name)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> keys = new TreeMap<>();
    properties.forEach((key, value) -> keys.put(key.toString(), value.toString()));
    return keys;
  }
}
