package org.inferscope.tab.gpt2.weights;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.inferscope.model.gpt2.weights.Texels;
import org.inferscope.ui.theme.ColorMap;
import org.inferscope.ui.theme.Palette;

/**
 * How values become colours. Asked for on the event thread, used on any.
 *
 * @param map the theme's map for signed values
 * @param limit the value of the strongest colour
 */
record Colours(ColorMap map, double limit) {
  /** The theme's colours up to a limit. Event thread. */
  static Colours upTo(double limit) {
    return new Colours(Palette.signed(), limit);
  }

  Colours withLimit(double other) {
    return new Colours(map, other);
  }

  Color at(float value) {
    return map.at(value / limit);
  }

  /** A picture of texels, a pixel each. */
  BufferedImage picture(Texels texels) {
    int width = texels.width();
    int height = texels.height();
    int[] pixels = new int[width * height];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = map.rgbAt(texels.at(i) / limit);
    }
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    picture.getRaster().setDataElements(0, 0, width, height, pixels);
    return picture;
  }
}
