package org.inferscope.ui.theme;

import com.formdev.flatlaf.extras.FlatSVGIcon;
import java.awt.Color;
import java.awt.Component;
import java.util.List;
import javax.swing.Icon;

/**
 * The icons in {@code assets/icons}: drawn on a 16 px grid in black, painted in the text colour of
 * the component that shows them, so that they follow the theme and a disabled state.
 */
public final class Icons {
  private Icons() {}

  /** The icon of this name at 16 px. */
  public static Icon of(String name) {
    return of(name, 16);
  }

  /** The icon of this name at a size (unscaled; the UI scale is applied when painting). */
  public static Icon of(String name, int size) {
    return drawn(name, size).setColorFilter(new FlatSVGIcon.ColorFilter(Icons::inkOf));
  }

  /** The app's own icon, in its own colours. */
  public static FlatSVGIcon app(int size) {
    return drawn("inferscope", size);
  }

  /** Reads drawings, so that who paints them need not. Any thread; the theme must be in force. */
  public static void load(List<String> names) {
    names.forEach(name -> drawn(name, 16).hasFound());
  }

  private static FlatSVGIcon drawn(String name, int size) {
    return new FlatSVGIcon(
        "assets/icons/" + name + ".svg", size, size, Icons.class.getClassLoader());
  }

  private static Color inkOf(Component component, Color drawn) {
    Color ink = component == null ? Palette.text() : component.getForeground();
    return new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), drawn.getAlpha());
  }
}
