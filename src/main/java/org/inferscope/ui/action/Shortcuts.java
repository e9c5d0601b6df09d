package org.inferscope.ui.action;

import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.Locale;
import javax.swing.KeyStroke;
import org.inferscope.text.Texts;

/**
 * Keyboard shortcuts as each system has them: the menu key is ⌘ on a Mac and Ctrl elsewhere. Does
 * not ask the toolkit, which refuses without a display. Stateless, any thread.
 */
public final class Shortcuts {
  private static final boolean MAC =
      System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");

  /** Ctrl, or ⌘ on a Mac. */
  public static final int MENU = MAC ? InputEvent.META_DOWN_MASK : InputEvent.CTRL_DOWN_MASK;

  private Shortcuts() {}

  /** A key with Ctrl (⌘ on a Mac). */
  public static KeyStroke menu(int keyCode) {
    return KeyStroke.getKeyStroke(keyCode, MENU);
  }

  /** A key with Shift and Ctrl (⌘ on a Mac). */
  public static KeyStroke menuShift(int keyCode) {
    return KeyStroke.getKeyStroke(keyCode, MENU | InputEvent.SHIFT_DOWN_MASK);
  }

  /** A key alone. */
  public static KeyStroke key(int keyCode) {
    return KeyStroke.getKeyStroke(keyCode, 0);
  }

  /** A key with Shift. */
  public static KeyStroke shift(int keyCode) {
    return KeyStroke.getKeyStroke(keyCode, InputEvent.SHIFT_DOWN_MASK);
  }

  /** A shortcut as it is written in menus, such as "Ctrl+Shift+S" or "⇧⌘S". */
  public static String words(KeyStroke stroke) {
    StringBuilder words = new StringBuilder();
    modifier(words, stroke, InputEvent.CTRL_DOWN_MASK, "⌃", "action.key.ctrl");
    modifier(words, stroke, InputEvent.ALT_DOWN_MASK, "⌥", "action.key.alt");
    modifier(words, stroke, InputEvent.SHIFT_DOWN_MASK, "⇧", "action.key.shift");
    modifier(words, stroke, InputEvent.META_DOWN_MASK, "⌘", "action.key.meta");
    return words.append(keyName(stroke.getKeyCode())).toString();
  }

  private static void modifier(
      StringBuilder words, KeyStroke stroke, int mask, String macSign, String key) {
    if ((stroke.getModifiers() & mask) != 0) {
      words.append(MAC ? macSign : Texts.get(key) + "+");
    }
  }

  private static String keyName(int keyCode) {
    return switch (keyCode) {
      case KeyEvent.VK_LEFT -> "←";
      case KeyEvent.VK_RIGHT -> "→";
      case KeyEvent.VK_UP -> "↑";
      case KeyEvent.VK_DOWN -> "↓";
      case KeyEvent.VK_PLUS, KeyEvent.VK_EQUALS -> "+";
      case KeyEvent.VK_MINUS -> "−";
      case KeyEvent.VK_SPACE -> Texts.get("action.key.space");
      case KeyEvent.VK_ENTER -> Texts.get("action.key.enter");
      case KeyEvent.VK_ESCAPE -> Texts.get("action.key.escape");
      case KeyEvent.VK_PAGE_UP -> Texts.get("action.key.pageUp");
      case KeyEvent.VK_PAGE_DOWN -> Texts.get("action.key.pageDown");
      case KeyEvent.VK_HOME -> Texts.get("action.key.home");
      case KeyEvent.VK_END -> Texts.get("action.key.end");
      case KeyEvent.VK_DELETE -> Texts.get("action.key.delete");
      case KeyEvent.VK_COMMA -> ",";
      default -> plainName(keyCode);
    };
  }

  /**
   * Letters, digits and function keys; named here because the toolkit's names follow the system.
   */
  private static String plainName(int keyCode) {
    if (keyCode >= KeyEvent.VK_F1 && keyCode <= KeyEvent.VK_F12) {
      return "F" + (keyCode - KeyEvent.VK_F1 + 1);
    }
    return Character.toString(keyCode);
  }
}
