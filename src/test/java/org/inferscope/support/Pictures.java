package org.inferscope.support;

import java.awt.Component;
import java.awt.Container;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Themes;

/** Paints components without a window, and leaves the pictures in {@code target/pictures}. */
public final class Pictures {
  /** Text that wraps knows its height only once it has its width, as in a window. */
  private static final int PASSES = 3;

  private static final Path FOLDER = Path.of("target", "pictures");

  private Pictures() {}

  /** Runs the work on the event thread and waits for its result. */
  public static <T> T onEventThread(Supplier<T> work) {
    AtomicReference<T> result = new AtomicReference<>();
    try {
      SwingUtilities.invokeAndWait(() -> result.set(work.get()));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return result.get();
  }

  /** Makes a component under a look, gives it a size, lays it out and paints it. */
  public static BufferedImage paint(
      String name, Look look, int width, int height, Supplier<? extends JComponent> maker) {
    return onEventThread(
        () -> {
          Themes.install(look);
          JComponent component = maker.get();
          layOut(component, width, height);
          BufferedImage picture = paint(component);
          save(name, picture);
          return picture;
        });
  }

  /** Gives a component without a window a size and lays out all that is in it. */
  public static void layOut(Component component, int width, int height) {
    component.setSize(width, height);
    for (int pass = 0; pass < PASSES; pass++) {
      layOutChildren(component);
    }
  }

  /** Paints a component as it is. */
  public static BufferedImage paint(Component component) {
    BufferedImage picture =
        new BufferedImage(component.getWidth(), component.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = picture.createGraphics();
    g.setColor(Palette.background());
    g.fillRect(0, 0, picture.getWidth(), picture.getHeight());
    component.paint(g);
    g.dispose();
    return picture;
  }

  private static void layOutChildren(Component component) {
    component.doLayout();
    if (component instanceof Container container) {
      for (Component child : container.getComponents()) {
        layOutChildren(child);
      }
    }
  }

  /** Writes a picture as PNG. */
  public static void save(String name, BufferedImage picture) {
    try {
      Files.createDirectories(FOLDER);
      ImageIO.write(picture, "png", FOLDER.resolve(name + ".png").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
