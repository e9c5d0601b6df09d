package org.inferscope.tab.network.stage;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Rectangle;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import javax.swing.BorderFactory;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import org.inferscope.ui.action.FocusKeys;
import org.inferscope.ui.action.Shortcuts;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;

/**
 * A small field on the stage in which a number is typed. Text that is taken closes it; text that is
 * not stays, to be mended, until Escape or a click elsewhere. Event thread.
 */
final class StageField extends JTextField {
  /** Whom the text is for. */
  interface Taker {
    /** Takes the text over, or says why not; whether it did. */
    boolean take(String text);
  }

  private static final int LEAST = 64;

  private final NetworkStage stage;
  private final Taker taker;
  private boolean closed;

  /**
   * A field.
   *
   * @param taker takes the text over, or says why not; whether it did
   */
  StageField(NetworkStage stage, String name, String text, Taker taker) {
    super(text);
    this.stage = stage;
    this.taker = taker;
    setName("network.stage.field");
    getAccessibleContext().setAccessibleName(name);
    setHorizontalAlignment(CENTER);
    putClientProperty(
        FlatClientProperties.SELECT_ALL_ON_FOCUS_POLICY,
        FlatClientProperties.SELECT_ALL_ON_FOCUS_POLICY_NEVER);
    setFont(Fonts.mono(Fonts.BODY));
    setBackground(Palette.cell());
    setBorder(BorderFactory.createLineBorder(Palette.accent(), Metrics.px(2)));
    bind(KeyEvent.VK_ENTER, this::commit);
    bind(KeyEvent.VK_ESCAPE, () -> close(true));
    addFocusListener(
        new FocusAdapter() {
          @Override
          public void focusLost(FocusEvent event) {
            if (!event.isTemporary()) {
              leave();
            }
          }
        });
  }

  private void bind(int key, Runnable work) {
    FocusKeys.bind(this, Shortcuts.key(key), work);
  }

  /** Lies over a place, kept on the stage. */
  void placeOver(Rectangle place) {
    int width = Math.max(place.width, Metrics.px(LEAST));
    int height = getPreferredSize().height;
    int x = place.x + (place.width - width) / 2;
    int y = place.y + (place.height - height) / 2;
    setBounds(
        Math.max(0, Math.min(stage.getWidth() - width, x)),
        Math.max(0, Math.min(stage.getHeight() - height, y)),
        width,
        height);
  }

  private void commit() {
    if (taker.take(getText())) {
      close(true);
    } else {
      setBorder(BorderFactory.createLineBorder(Palette.error(), Metrics.px(2)));
    }
  }

  /** The keyboard went elsewhere: text that can be taken is, and the field goes. */
  private void leave() {
    if (!closed) {
      taker.take(getText());
      close(false);
    }
  }

  private void close(boolean keyboard) {
    if (!closed) {
      closed = true;
      stage.remove(this);
      stage.repaint(getBounds());
      if (keyboard) {
        stage.requestFocusInWindow();
      }
    }
  }

  /** Keeps what is typed here from the window's shortcuts, such as the space bar for play. */
  @Override
  protected boolean processKeyBinding(
      KeyStroke stroke, KeyEvent event, int condition, boolean pressed) {
    int shortcut = InputEvent.CTRL_DOWN_MASK | InputEvent.META_DOWN_MASK;
    boolean types = (event.getModifiersEx() & shortcut) == 0 && !event.isAltDown();
    return super.processKeyBinding(stroke, event, condition, pressed)
        || (condition == WHEN_FOCUSED && types);
  }
}
