package org.inferscope.ui.theme;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;

/** Paints a text on a machine without fonts and says which of its letters Java could not find. */
final class FontlessMain {
  private FontlessMain() {}

  /** Arguments: the folder for the spare fonts, and the text. */
  public static void main(String[] args) {
    SpareFonts.useIfThereAreNone(Path.of(args[0]));
    BufferedImage picture = new BufferedImage(400, 40, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = picture.createGraphics();
    for (String family : new String[] {Font.DIALOG, Font.MONOSPACED, Font.SERIF}) {
      Font font = new Font(family, Font.PLAIN, 20);
      g.setFont(font);
      g.drawString(args[1], 0, 20);
      args[1]
          .codePoints()
          .filter(letter -> !font.canDisplay(letter))
          .forEach(letter -> System.out.println(family + " lacks " + Integer.toHexString(letter)));
    }
    System.out.println("painted");
  }
}
