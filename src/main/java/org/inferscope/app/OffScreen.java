package org.inferscope.app;

import java.awt.Component;
import java.awt.Container;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import javax.swing.JComponent;

/** Paints a component into a picture, as a screen of any density would show it. Event thread. */
final class OffScreen {
  private OffScreen() {}

  /**
   * A picture of a component that has its size.
   *
   * @param density pixels of the picture for one of the component
   */
  static BufferedImage paint(JComponent component, double density) {
    int width = (int) Math.round(component.getWidth() * density);
    int height = (int) Math.round(component.getHeight() * density);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.scale(density, density);
    component.printAll(g);
    g.dispose();
    return image;
  }

  /**
   * Lays out a component that has its size, and all in it. Not through {@code validate}, which
   * wants the component to be on a screen; text fields that believe that they are on one fail when
   * they are moved without a window around them.
   */
  static void layOut(Container component) {
    forget(component);
    layOutAnew(component);
  }

  /**
   * Lets layouts forget the sizes they know. What was never validated does not pass on that it has
   * changed, so that nobody else tells them.
   */
  private static void forget(Container component) {
    component.invalidate();
    for (Component child : component.getComponents()) {
      if (child instanceof Container container) {
        forget(container);
      }
    }
  }

  private static void layOutAnew(Container component) {
    component.doLayout();
    for (Component child : component.getComponents()) {
      if (child instanceof Container container) {
        layOutAnew(container);
      }
    }
  }
}
