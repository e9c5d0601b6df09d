package org.inferscope.ui.paint;

import java.awt.Color;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;

/** The theme's colours for each tone. Read while painting. */
public final class Tones {
  private static final double FULL_COLOUR = 5000;

  private Tones() {}

  /** The colour of a number that has no room to be written; deep only for thousands. */
  public static Color of(float value) {
    double size = Math.log1p(Math.abs(value)) / Math.log1p(FULL_COLOUR);
    return Palette.signed().at(Math.copySign(Math.min(1, size), value));
  }

  /** The colour a part of the way from one to another, mixed channel by channel, solid. */
  public static Color mixed(Color from, Color to, double part) {
    return new Color(
        mixed(from.getRed(), to.getRed(), part),
        mixed(from.getGreen(), to.getGreen(), part),
        mixed(from.getBlue(), to.getBlue(), part));
  }

  private static int mixed(int from, int to, double part) {
    return (int) Math.round(from + (to - from) * part);
  }

  /** An area in the tone. */
  public static Color fill(Tone tone) {
    return switch (tone) {
      case ROW -> Role.ROW.fill();
      case COLUMN -> Role.COLUMN.fill();
      case RESULT -> Role.RESULT.fill();
      case ERROR -> Palette.errorSoft();
      case OK -> Palette.okSoft();
      case PLAIN, MUTED -> Palette.cell();
    };
  }

  /** Text on {@link #fill}. */
  public static Color on(Tone tone) {
    return switch (tone) {
      case ROW -> Role.ROW.on();
      case COLUMN -> Role.COLUMN.on();
      case RESULT -> Role.RESULT.on();
      case ERROR, OK, PLAIN -> Palette.text();
      case MUTED -> Palette.muted();
    };
  }

  /** A quiet area in the tone, behind ordinary text. */
  public static Color soft(Tone tone) {
    return switch (tone) {
      case ROW -> Role.ROW.soft();
      case COLUMN -> Role.COLUMN.soft();
      case RESULT -> Role.RESULT.soft();
      default -> fill(tone);
    };
  }

  /** Text and lines in the tone on the background. */
  public static Color ink(Tone tone) {
    return switch (tone) {
      case ROW -> Role.ROW.ink();
      case COLUMN -> Role.COLUMN.ink();
      case RESULT -> Role.RESULT.ink();
      case ERROR -> Palette.error();
      case OK -> Palette.ok();
      case PLAIN -> Palette.text();
      case MUTED -> Palette.muted();
    };
  }
}
