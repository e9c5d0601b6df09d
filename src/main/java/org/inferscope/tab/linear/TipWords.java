package org.inferscope.tab.linear;

import org.inferscope.text.Texts;

/** Says what a tip is and how it is moved, for tooltips and screen readers. Pure. */
final class TipWords {
  private TipWords() {}

  /**
   * A few sentences on a tip.
   *
   * @param dimensions 2 or 3
   */
  static String of(Tip tip, int dimensions) {
    String what = what(tip);
    if (!tip.isEditable()) {
      return what;
    }
    String how =
        dimensions == 3
            ? Texts.get("linear.geometry.tip.dragInSpace")
            : Texts.get("linear.geometry.tip.drag");
    return what + " " + how;
  }

  private static String what(Tip tip) {
    String name = tip.name();
    return switch (tip.kind()) {
      case COLUMN ->
          Texts.get(
              "linear.geometry.tip.column",
              name,
              Integer.toString(tip.index() + 1),
              Tip.basis(tip.index()));
      case INPUT -> Texts.get("linear.geometry.tip.x", name);
      case BIAS -> Texts.get("linear.geometry.tip.b", name);
      case OUTPUT -> Texts.get("linear.geometry.tip.y", name);
    };
  }
}
