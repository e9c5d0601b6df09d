package org.inferscope.ui.theme;

import java.awt.Color;
import java.util.Objects;
import javax.swing.UIManager;

/**
 * The theme's colours by what they are for. Read at each call, so that a change of theme, of the
 * colour-blind-safe setting or of projector mode shows with the next repaint; do not keep the
 * results in fields. Colours with a meaning of their own are in {@link Role}.
 */
public final class Palette {
  private Palette() {}

  /** Behind everything: the window, the stage. */
  public static Color background() {
    return color("Inferscope.background");
  }

  /** A raised surface that content lies on. */
  public static Color card() {
    return color("Inferscope.card");
  }

  /** The outline of a card, and quiet separating lines. */
  public static Color cardBorder() {
    return color("Inferscope.cardBorder");
  }

  /** A matrix cell at rest. */
  public static Color cell() {
    return color("Inferscope.cell");
  }

  /** The outline of a cell. */
  public static Color cellBorder() {
    return color("Inferscope.cellBorder");
  }

  /** Text. */
  public static Color text() {
    return color("Inferscope.text");
  }

  /** Secondary text: labels, units, hints. Still 4.5:1 on a card and on the background. */
  public static Color muted() {
    return color("Inferscope.muted");
  }

  /** The colour of what can be acted on: selection, focus, links, the current tab. */
  public static Color accent() {
    return color("Inferscope.accent");
  }

  /** Text on {@link #accent}. */
  public static Color onAccent() {
    return color("Inferscope.accent.on");
  }

  /** A tint of the accent, behind ordinary text. */
  public static Color accentSoft() {
    return color("Inferscope.accent.soft");
  }

  /** Text and lines that say something is wrong. */
  public static Color error() {
    return color("Inferscope.error");
  }

  /** A tint of {@link #error}, behind ordinary text. */
  public static Color errorSoft() {
    return color("Inferscope.error.soft");
  }

  /** Text and lines that call for attention. */
  public static Color warning() {
    return color("Inferscope.warning");
  }

  /** A tint of {@link #warning}, behind ordinary text. */
  public static Color warningSoft() {
    return color("Inferscope.warning.soft");
  }

  /** Text and lines that say all is well. */
  public static Color ok() {
    return color("Inferscope.ok");
  }

  /** A tint of {@link #ok}, behind ordinary text. */
  public static Color okSoft() {
    return color("Inferscope.ok.soft");
  }

  /** Rows of A. */
  public static Color row() {
    return Role.ROW.fill();
  }

  /** Columns of B. */
  public static Color column() {
    return Role.COLUMN.fill();
  }

  /** The result. */
  public static Color result() {
    return Role.RESULT.fill();
  }

  /** Text on {@link #row}. */
  public static Color onRow() {
    return Role.ROW.on();
  }

  /** Text on {@link #column}. */
  public static Color onColumn() {
    return Role.COLUMN.on();
  }

  /** Text on {@link #result}. */
  public static Color onResult() {
    return Role.RESULT.on();
  }

  /** The map for signed values: −1 lowest, 0 the neutral middle, +1 highest. */
  public static ColorMap signed() {
    return ColorMap.of("Inferscope.signed");
  }

  /** The map for magnitudes: 0 lowest, 1 highest, perceptually even. */
  public static ColorMap magnitude() {
    return ColorMap.of("Inferscope.magnitude");
  }

  /** Whether the theme in use is a dark one. */
  public static boolean isDark() {
    return UIManager.getBoolean("laf.dark");
  }

  /**
   * A colour of the theme by its key.
   *
   * @throws NullPointerException where the theme lacks the key, naming it
   */
  static Color color(String key) {
    return Objects.requireNonNull(UIManager.getColor(key), key);
  }
}
