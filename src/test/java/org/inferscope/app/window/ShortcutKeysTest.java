package org.inferscope.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import org.junit.jupiter.api.Test;

class ShortcutKeysTest {
  @Test
  void keysThatWriteTextAreKnown() {
    assertThat(ShortcutKeys.writesText(KeyEvent.VK_SPACE, 0)).isTrue();
    assertThat(ShortcutKeys.writesText(KeyEvent.VK_LEFT, InputEvent.SHIFT_DOWN_MASK)).isTrue();
    assertThat(ShortcutKeys.writesText(KeyEvent.VK_MINUS, 0)).isTrue();
  }

  @Test
  void commandsAreNoText() {
    assertThat(ShortcutKeys.writesText(KeyEvent.VK_S, InputEvent.CTRL_DOWN_MASK)).isFalse();
    assertThat(ShortcutKeys.writesText(KeyEvent.VK_S, InputEvent.META_DOWN_MASK)).isFalse();
    assertThat(ShortcutKeys.writesText(KeyEvent.VK_F11, 0)).isFalse();
    assertThat(ShortcutKeys.writesText(KeyEvent.VK_ESCAPE, 0)).isFalse();
  }
}
