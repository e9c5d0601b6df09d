package org.inferscope.model.linear;

import org.inferscope.text.Texts;

/** The figures of a {@link LinearGeometry}, by name. */
public enum GeometryQuantity {
  /** What areas, or volumes, are multiplied by. */
  DETERMINANT,
  /** Dimensions of what the map reaches. */
  RANK,
  /** The longest half axis of the unit circle's image. */
  SINGULAR_1,
  /** The next one. */
  SINGULAR_2,
  /** The shortest one of a map of space. */
  SINGULAR_3,
  /** How far b moves everything. */
  SHIFT;

  /** Name on screen. */
  public String title() {
    return switch (this) {
      case DETERMINANT -> Texts.get("linearfigures.geometry.determinant.name");
      case RANK -> Texts.get("linearfigures.geometry.rank.name");
      case SINGULAR_1 -> Texts.get("linearfigures.geometry.singular1.name");
      case SINGULAR_2 -> Texts.get("linearfigures.geometry.singular2.name");
      case SINGULAR_3 -> Texts.get("linearfigures.geometry.singular3.name");
      case SHIFT -> Texts.get("linearfigures.geometry.shift.name");
    };
  }

  /** One sentence that says what the figure is. */
  public String meaning() {
    return switch (this) {
      case DETERMINANT -> Texts.get("linearfigures.geometry.determinant.meaning");
      case RANK -> Texts.get("linearfigures.geometry.rank.meaning");
      case SINGULAR_1 -> Texts.get("linearfigures.geometry.singular1.meaning");
      case SINGULAR_2 -> Texts.get("linearfigures.geometry.singular2.meaning");
      case SINGULAR_3 -> Texts.get("linearfigures.geometry.singular3.meaning");
      case SHIFT -> Texts.get("linearfigures.geometry.shift.meaning");
    };
  }

  /** Whether a map of this many dimensions has the figure. */
  public boolean applies(int n) {
    return n == 3 || (n == 2 && this != SINGULAR_3);
  }

  /** Which singular value this is, from 0 for the largest; −1 for other figures. */
  int singular() {
    return switch (this) {
      case SINGULAR_1 -> 0;
      case SINGULAR_2 -> 1;
      case SINGULAR_3 -> 2;
      case DETERMINANT, RANK, SHIFT -> -1;
    };
  }
}
