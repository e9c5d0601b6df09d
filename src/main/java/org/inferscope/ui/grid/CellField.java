package org.inferscope.ui.grid;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Component;
import java.awt.Rectangle;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import org.inferscope.ui.action.FocusKeys;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;
import org.jspecify.annotations.Nullable;

/**
 * The field that a cell turns into while it is typed in. Losing the focus takes the text over, so
 * that nothing typed gets lost.
 */
final class CellField extends JTextField {
  /** Where to go after the text was taken over. */
  enum Way {
    STAY,
    DOWN,
    UP,
    LEFT,
    RIGHT,
    NEXT,
    PREVIOUS
  }

  /** Who opened the field. */
  interface Owner {
    /** Takes the text over and goes on. */
    void commit(Way way);

    /** Forgets the text. */
    void cancel();

    /** Takes the clipboard over if it holds a matrix, which no cell can; whether it did. */
    boolean pastesMatrix();

    /** The keyboard went to another component, or to nowhere. */
    void left(@Nullable Component other);
  }

  private static final float LARGEST = 44;
  private static final float SMALLEST = 13;

  private final Owner owner;

  /**
   * A field.
   *
   * @param replacing whether typing replaces the cell, so that the arrows leave it as they do in a
   *     spreadsheet; else they move within the text
   */
  CellField(Owner owner, String text, boolean replacing) {
    super(text);
    this.owner = owner;
    setFocusTraversalKeysEnabled(false);
    setHorizontalAlignment(CENTER);
    // The next key must add to the first one, not replace it.
    putClientProperty(
        FlatClientProperties.SELECT_ALL_ON_FOCUS_POLICY,
        FlatClientProperties.SELECT_ALL_ON_FOCUS_POLICY_NEVER);
    setBackground(Palette.cell());
    setBorder(BorderFactory.createLineBorder(Palette.accent(), Metrics.px(2)));
    bind(KeyEvent.VK_ESCAPE, 0, owner::cancel);
    bind(KeyEvent.VK_ENTER, 0, () -> owner.commit(Way.DOWN));
    bind(KeyEvent.VK_ENTER, InputEvent.SHIFT_DOWN_MASK, () -> owner.commit(Way.UP));
    bind(KeyEvent.VK_TAB, 0, () -> owner.commit(Way.NEXT));
    bind(KeyEvent.VK_TAB, InputEvent.SHIFT_DOWN_MASK, () -> owner.commit(Way.PREVIOUS));
    bind(KeyEvent.VK_DOWN, 0, () -> owner.commit(Way.DOWN));
    bind(KeyEvent.VK_UP, 0, () -> owner.commit(Way.UP));
    if (replacing) {
      bind(KeyEvent.VK_LEFT, 0, () -> owner.commit(Way.LEFT));
      bind(KeyEvent.VK_RIGHT, 0, () -> owner.commit(Way.RIGHT));
    }
    addFocusListener(new Leaving());
    addMouseListener(new WholeNumber());
  }

  private void bind(int key, int modifiers, Runnable work) {
    FocusKeys.bind(this, KeyStroke.getKeyStroke(key, modifiers), work);
  }

  @Override
  public void paste() {
    if (!owner.pastesMatrix()) {
      super.paste();
    }
  }

  /** Lies over a cell, wider where the text needs it and there is room. */
  void placeOver(Rectangle cell, int roomToTheRight) {
    float size = cell.height / Metrics.scale() * 0.42f;
    setFont(Fonts.mono(Math.max(SMALLEST, Math.min(LARGEST, size))));
    int needed = getFontMetrics(getFont()).stringWidth(getText()) + Metrics.px(20);
    int width = Math.max(cell.width, Math.min(needed, roomToTheRight));
    int height = Math.max(cell.height, getPreferredSize().height);
    setBounds(cell.x, cell.y - (height - cell.height) / 2, width, height);
  }

  /** Keeps what is typed here from the window's shortcuts, such as the space bar for play. */
  @Override
  protected boolean processKeyBinding(
      KeyStroke stroke, KeyEvent event, int condition, boolean pressed) {
    return super.processKeyBinding(stroke, event, condition, pressed)
        || (condition == WHEN_FOCUSED && isTyping(event));
  }

  /** Whether a key goes into the text or moves in it, rather than being a shortcut. */
  static boolean isTyping(KeyEvent event) {
    int shortcut = InputEvent.CTRL_DOWN_MASK | InputEvent.META_DOWN_MASK;
    boolean function =
        event.getKeyCode() >= KeyEvent.VK_F1 && event.getKeyCode() <= KeyEvent.VK_F12;
    return (event.getModifiersEx() & shortcut) == 0 && !function && !event.isAltDown();
  }

  /** Takes the field away without asking the owner again. */
  void leave() {
    if (getParent() instanceof JComponent parent) {
      Rectangle place = getBounds();
      parent.remove(this);
      parent.repaint(place);
    }
  }

  /** A double click takes the whole number; by itself the text would leave out the sign. */
  private final class WholeNumber extends MouseAdapter {
    @Override
    public void mouseClicked(MouseEvent event) {
      if (event.getClickCount() == 2) {
        selectAll();
      }
    }
  }

  private final class Leaving extends FocusAdapter {
    @Override
    public void focusLost(FocusEvent event) {
      // The owner may have opened another field by the time that one it took away hears of it.
      if (!event.isTemporary() && getParent() != null) {
        owner.left(event.getOppositeComponent());
      }
    }
  }
}
