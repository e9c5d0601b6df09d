package org.inferscope.ui.control;

/** Texts as tooltips. Stateless, any thread. */
public final class ToolTips {
  private static final int WRAP_AT = 64;

  private ToolTips() {}

  /** A text as a tooltip: several lines where it is long. */
  public static String wrapped(String text) {
    String safe = text.replace("&", "&amp;").replace("<", "&lt;");
    return text.length() <= WRAP_AT
        ? "<html>" + safe + "</html>"
        : "<html><div style='width: 300px'>" + safe + "</div></html>";
  }
}
