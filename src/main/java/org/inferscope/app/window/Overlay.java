package org.inferscope.app.window;

import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.KeyboardFocusManager;
import java.awt.Point;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;
import org.jspecify.annotations.Nullable;

/**
 * A card over the dimmed window: the palette, the shortcuts, the about page; or a menu of one card
 * beside what has opened it, over a window that is as bright as ever. It is the frame's glass pane
 * rather than a window of its own, so it follows theme and scale, needs no window manager, and
 * gives the focus back to where it was. Escape or a click beside it closes it.
 */
final class Overlay extends JPanel {
  private static final int DIM = 70;
  private static final int GAP = 8;

  private final MigLayout layout;
  private @Nullable Component focusBefore;
  private boolean dimmed = true;

  Overlay() {
    layout = new MigLayout();
    setLayout(layout);
    setOpaque(false);
    setVisible(false);
    setFocusCycleRoot(true);
    addMouseListener(
        new MouseAdapter() {
          @Override
          public void mousePressed(MouseEvent event) {
            close();
          }
        });
    getInputMap(WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
        .put(KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), "close");
    getActionMap()
        .put(
            "close",
            new AbstractAction() {
              @Override
              public void actionPerformed(ActionEvent event) {
                close();
              }
            });
  }

  /** Shows a card and gives the focus to a part of it. */
  void open(JComponent content, JComponent focus) {
    layout.setLayoutConstraints("fill, insets 64 24 24 24");
    layout.setColumnConstraints("[center]");
    layout.setRowConstraints("[top]");
    dimmed = true;
    show(content, focus);
  }

  /**
   * Shows a card just above what has opened it, which stands at the bottom of the window; as any
   * other card where that cannot be seen now.
   */
  void openAbove(Component anchor, JComponent content, JComponent focus) {
    openAbove(anchor, anchor.isShowing(), content, focus);
  }

  /** The same, told whether the anchor can be seen: without a window nothing is showing. */
  void openAbove(Component anchor, boolean seen, JComponent content, JComponent focus) {
    if (!seen) {
      open(content, focus);
      return;
    }
    Point at = SwingUtilities.convertPoint(anchor, 0, 0, getParent());
    int gap = Metrics.px(GAP);
    layout.setLayoutConstraints(
        "fill, insets %dpx %dpx %dpx %dpx"
            .formatted(gap, Math.max(gap, at.x), getParent().getHeight() - at.y + gap, gap));
    layout.setColumnConstraints("[left]");
    layout.setRowConstraints("[bottom]");
    dimmed = false;
    show(content, focus);
  }

  private void show(JComponent content, JComponent focus) {
    if (!isVisible()) {
      focusBefore = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
    }
    removeAll();
    JPanel card = new Card(new MigLayout("insets 0, fill", "[grow,fill]", "[grow,fill]"));
    // Else a click on the card would count as a click beside it.
    card.addMouseListener(new MouseAdapter() {});
    card.add(content);
    add(card, "hmax 100%, wmax 100%");
    setVisible(true);
    revalidate();
    repaint();
    focus.requestFocusInWindow();
  }

  /** Puts the card away; without effect where none is shown. */
  void close() {
    if (isVisible()) {
      setVisible(false);
      removeAll();
      if (focusBefore != null) {
        focusBefore.requestFocusInWindow();
      }
      focusBefore = null;
    }
  }

  @Override
  protected void paintComponent(Graphics g) {
    if (!dimmed) {
      return;
    }
    Color shade = Palette.isDark() ? Color.BLACK : Palette.text();
    g.setColor(new Color(shade.getRed(), shade.getGreen(), shade.getBlue(), DIM));
    g.fillRect(0, 0, getWidth(), getHeight());
  }
}
