package org.inferscope.app.window;

import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.OverlayLayout;
import org.inferscope.support.Pictures;
import org.inferscope.ui.theme.Palette;

/** The window's content with cards over it, without a window. Event thread. */
public final class CardStage {
  private final JPanel root = new JPanel();
  private final Overlay overlay = new Overlay();

  /** The content at a size, in its own pixels. */
  public CardStage(JComponent content, int width, int height) {
    root.setLayout(new OverlayLayout(root));
    root.add(overlay);
    root.add(content);
    root.addNotify();
    layOut(width, height);
  }

  private void layOut(int width, int height) {
    Pictures.layOut(root, width, height);
  }

  /** Lays a card above a part of the content, or as usual where that part is away. */
  public void openAbove(Component anchor, JComponent card) {
    overlay.openAbove(anchor, anchor.isVisible() && anchor.getParent().isVisible(), card, card);
    layOut(root.getWidth(), root.getHeight());
  }

  /** Lays a card over the content. */
  public void open(JComponent card) {
    overlay.open(card, card);
    layOut(root.getWidth(), root.getHeight());
  }

  /** Paints all of it. */
  public BufferedImage paint(double density) {
    BufferedImage picture =
        new BufferedImage(
            (int) (root.getWidth() * density),
            (int) (root.getHeight() * density),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D g = picture.createGraphics();
    g.scale(density, density);
    g.setColor(Palette.background());
    g.fillRect(0, 0, root.getWidth(), root.getHeight());
    root.paint(g);
    g.dispose();
    return picture;
  }
}
