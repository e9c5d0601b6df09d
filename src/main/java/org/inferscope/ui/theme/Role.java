package org.inferscope.ui.theme;

import java.awt.Color;

/**
 * The colours that carry meaning, the same in every tab. Each comes in four uses: {@link #fill} for
 * areas, {@link #on} for text on that area, {@link #ink} for text and lines in this colour on a
 * card, {@link #soft} for a quiet area behind ordinary text.
 *
 * <p>Colours are read from the current theme at each call; call while painting, do not keep them.
 */
public enum Role {
  /** Rows of A, positive values, NumPy. */
  ROW("row"),
  /** Columns of B, negative values, PyTorch. */
  COLUMN("column"),
  /** Results, bias. */
  RESULT("result"),
  /** A further series. */
  BLUE("blue"),
  /** A further series. */
  GREEN("green"),
  /** A further series. */
  PLUM("plum");

  private final String fillKey;
  private final String onKey;
  private final String inkKey;
  private final String softKey;

  Role(String name) {
    fillKey = "Inferscope." + name;
    onKey = fillKey + ".on";
    inkKey = fillKey + ".ink";
    softKey = fillKey + ".soft";
  }

  /** The colour itself, for areas. */
  public Color fill() {
    return Palette.color(fillKey);
  }

  /** Text on {@link #fill}, contrast at least 4.5:1. */
  public Color on() {
    return Palette.color(onKey);
  }

  /** Text and lines in this colour on a card, contrast at least 4.5:1. */
  public Color ink() {
    return Palette.color(inkKey);
  }

  /** A tint that ordinary text stays readable on. */
  public Color soft() {
    return Palette.color(softKey);
  }
}
