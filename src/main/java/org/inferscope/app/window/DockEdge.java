package org.inferscope.app.window;

import java.awt.Cursor;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.ActionEvent;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import javax.swing.AbstractAction;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import org.inferscope.text.Texts;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Palette;

/** The edge between stage and dock, dragged with the mouse or moved with the arrow keys. */
final class DockEdge extends JPanel {
  private static final int KEY_STEP = 24;

  private final IntSupplier width;
  private final IntConsumer setWidth;
  private boolean hot;

  /**
   * An edge.
   *
   * @param width the dock's width now, in pixels on screen
   * @param setWidth asks for another
   */
  DockEdge(IntSupplier width, IntConsumer setWidth) {
    this.width = width;
    this.setWidth = setWidth;
    setOpaque(false);
    setCursor(Cursor.getPredefinedCursor(Cursor.W_RESIZE_CURSOR));
    setFocusable(true);
    setToolTipText(Texts.get("app.dock.edge"));
    getAccessibleContext().setAccessibleName(Texts.get("app.dock.edge"));
    Drag drag = new Drag();
    addMouseListener(drag);
    addMouseMotionListener(drag);
    bind(KeyEvent.VK_LEFT, KEY_STEP);
    bind(KeyEvent.VK_RIGHT, -KEY_STEP);
    addFocusListener(
        new FocusAdapter() {
          @Override
          public void focusGained(FocusEvent event) {
            light(true);
          }

          @Override
          public void focusLost(FocusEvent event) {
            light(false);
          }
        });
  }

  private void bind(int key, int step) {
    getInputMap().put(KeyStroke.getKeyStroke(key, 0), key);
    getActionMap()
        .put(
            key,
            new AbstractAction() {
              @Override
              public void actionPerformed(ActionEvent event) {
                setWidth.accept(width.getAsInt() + Metrics.px(step));
              }
            });
  }

  private void light(boolean on) {
    hot = on;
    repaint();
  }

  @Override
  protected void paintComponent(Graphics g) {
    Graphics2D g2 = (Graphics2D) g.create();
    g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g2.setColor(hot ? Palette.accent() : Palette.cellBorder());
    int thick = Metrics.px(hot ? 4 : 3);
    int length = Metrics.px(36);
    int x = (getWidth() - thick) / 2;
    g2.fillRoundRect(x, (getHeight() - length) / 2, thick, length, thick, thick);
    g2.dispose();
  }

  private final class Drag extends MouseAdapter {
    private int grabbedAt;
    private int widthThen;

    @Override
    public void mousePressed(MouseEvent event) {
      grabbedAt = event.getXOnScreen();
      widthThen = width.getAsInt();
    }

    @Override
    public void mouseDragged(MouseEvent event) {
      setWidth.accept(widthThen + grabbedAt - event.getXOnScreen());
    }

    @Override
    public void mouseEntered(MouseEvent event) {
      light(true);
    }

    @Override
    public void mouseExited(MouseEvent event) {
      light(isFocusOwner());
    }
  }
}
