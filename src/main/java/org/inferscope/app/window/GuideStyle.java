package org.inferscope.app.window;

import java.awt.Color;
import javax.swing.text.html.StyleSheet;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;

/** The looks of guide pages, in the small part of CSS that Swing knows. */
final class GuideStyle {
  private GuideStyle() {}

  /** The rules for the theme and scale in force, on top of Swing's own. */
  static StyleSheet sheet(StyleSheet base) {
    StyleSheet sheet = new StyleSheet();
    sheet.addStyleSheet(base);
    // HTML finds a family only once one of its fonts has been loaded.
    String mono = Fonts.mono(Fonts.BODY).getFamily();
    String strong = Fonts.strong(Fonts.BODY).getFamily();
    String body = font(Fonts.text(Fonts.BODY).getFamily(), Fonts.BODY + 1);
    String text = "color: " + hex(Palette.text()) + ";";
    sheet.addRule("body {" + body + text + "margin: 0; padding: 0}");
    sheet.addRule("p {" + body + margins(0, 10) + "}");
    sheet.addRule("li {" + body + margins(0, 6) + "}");
    sheet.addRule("td {" + body + padding() + "}");
    sheet.addRule("th {" + body + padding() + "text-align: left; font-weight: bold}");
    sheet.addRule("ul {" + list() + "}");
    sheet.addRule("ol {" + list() + "}");
    sheet.addRule("h1 {" + font(strong, 22) + text + margins(8, 10) + "}");
    sheet.addRule("h2 {" + font(strong, 16) + text + margins(18, 8) + "}");
    sheet.addRule("h3 {" + font(strong, 14) + text + margins(14, 6) + "}");
    sheet.addRule("code {" + font(mono, Fonts.BODY) + "}");
    sheet.addRule("pre {" + font(mono, Fonts.BODY) + margins(4, 12) + box() + "}");
    sheet.addRule("kbd {" + font(mono, Fonts.BODY) + text + "}");
    sheet.addRule("a {color: " + hex(Palette.accent()) + "}");
    sheet.addRule(".muted {color: " + hex(Palette.muted()) + "}");
    sheet.addRule(".formula {" + font(mono, 15) + margins(4, 12) + box() + "}");
    for (Role role : Role.values()) {
      String name = role.name().toLowerCase(java.util.Locale.ROOT);
      sheet.addRule("." + name + " {color: " + hex(role.ink()) + "; font-weight: bold}");
    }
    return sheet;
  }

  private static String font(String family, float size) {
    int pixels = Math.round(Metrics.px(Math.max(size, Fonts.smallest())));
    return "font-family: '" + family + "'; font-size: " + pixels + "pt;";
  }

  private static String margins(int above, int below) {
    return "margin-top: %d; margin-bottom: %d; margin-left: 0; margin-right: 0;"
        .formatted(Metrics.px(above), Metrics.px(below));
  }

  private static String padding() {
    return "padding: %d %d %d 0;".formatted(Metrics.px(3), Metrics.px(12), Metrics.px(3));
  }

  private static String list() {
    return "margin-top: 0; margin-bottom: %d; margin-left-ltr: %d;"
        .formatted(Metrics.px(10), Metrics.px(22));
  }

  private static String box() {
    int pad = Metrics.px(10);
    return "background-color: %s; padding: %d;".formatted(hex(Palette.background()), pad);
  }

  private static String hex(Color color) {
    return "#%06x".formatted(color.getRGB() & 0xFFFFFF);
  }
}
