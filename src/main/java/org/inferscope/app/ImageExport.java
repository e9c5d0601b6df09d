package org.inferscope.app;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.swing.JComponent;
import org.inferscope.app.window.Notice;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.SafeFile;
import org.inferscope.io.image.SvgPicture;
import org.inferscope.text.Texts;
import org.inferscope.ui.edt.Edt;

/**
 * Writes what a component shows: as SVG where the file's name ends so, or else as a PNG at twice
 * the size on screen, sharp enough to print.
 */
final class ImageExport {
  private static final double SHARPNESS = 2;
  private static final String SVG = ".svg";

  private ImageExport() {}

  /** Paints now, writes on the file thread, and says how it went. */
  static void write(JComponent component, Path file, Executor files, Consumer<Notice> notices) {
    Supplier<byte[]> bytes = painted(component, file);
    files.execute(
        () -> {
          Notice notice = written(bytes, file);
          Edt.later(() -> notices.accept(notice));
        });
  }

  private static Supplier<byte[]> painted(JComponent component, Path file) {
    if (String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(SVG)) {
      byte[] svg = SvgPicture.of(component.getWidth(), component.getHeight(), component::printAll);
      return () -> svg;
    }
    BufferedImage image = OffScreen.paint(component, SHARPNESS);
    return () -> png(image);
  }

  private static Notice written(Supplier<byte[]> bytes, Path file) {
    try {
      SafeFile.write(file, bytes.get());
      return Notice.info(Texts.get("app.file.exported", file.toString()));
    } catch (InferscopeException e) {
      return Notice.error(e.sentence());
    }
  }

  /**
   * The bytes of a PNG file.
   *
   * @throws InferscopeException if the picture cannot be encoded
   */
  static byte[] png(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new InferscopeException(Texts.get("app.file.notEncoded"), e);
    }
    return bytes.toByteArray();
  }
}
