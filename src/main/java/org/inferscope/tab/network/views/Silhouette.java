package org.inferscope.tab.network.views;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.inferscope.ui.theme.Palette;
import org.inferscope.ui.theme.Role;
import org.jspecify.annotations.Nullable;

/**
 * The bars of a wide column as one picture: each line of pixels reaches as far to the left and to
 * the right as the units that share it. Kept as long as nothing it depends on changes. Event
 * thread.
 */
final class Silhouette {
  /** The colours count, as a theme may change. */
  private record Key(double limit, int width, int height, int left, int right, int bad) {}

  private Comparison.@Nullable Values shown;
  private @Nullable Key key;
  private BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);

  /**
   * The picture of a vector, see-through where no bar is.
   *
   * @param limit what half the width stands for
   * @param width pixels across
   * @param height pixels down
   */
  @SuppressWarnings("ReferenceEquality") // values never change
  BufferedImage of(Comparison.Values values, double limit, int width, int height) {
    Key wanted =
        new Key(
            limit,
            Math.max(1, width),
            Math.max(1, height),
            rgb(Role.COLUMN.fill()),
            rgb(Role.ROW.fill()),
            rgb(Palette.error()));
    if (values != shown || !wanted.equals(key)) {
      shown = values;
      key = wanted;
      image = new BufferedImage(wanted.width, wanted.height, BufferedImage.TYPE_INT_ARGB);
      int[] line = new int[wanted.width];
      for (int y = 0; y < wanted.height; y++) {
        fill(line, values, wanted, y);
        image.getRaster().setDataElements(0, y, wanted.width, 1, line);
      }
    }
    return image;
  }

  private static int rgb(Color color) {
    return 0xff000000 | color.getRGB();
  }

  private static void fill(int[] line, Comparison.Values values, Key key, int y) {
    int from = (int) ((long) y * values.size() / key.height);
    int to = Math.max(from + 1, (int) ((long) (y + 1) * values.size() / key.height));
    double low = 0;
    double high = 0;
    boolean bad = false;
    for (int i = from; i < to; i++) {
      float value = values.get(i);
      bad |= Float.isNaN(value);
      low = Math.min(low, Float.isNaN(value) ? 0 : value);
      high = Math.max(high, Float.isNaN(value) ? 0 : value);
    }
    Arrays.fill(line, 0);
    double half = key.width / 2.0;
    int zero = key.width / 2;
    int left = Math.max(0, (int) Math.round(half + low / key.limit * half));
    int right = Math.min(key.width, (int) Math.round(half + high / key.limit * half));
    Arrays.fill(line, Math.min(left, zero), zero, key.left);
    Arrays.fill(line, zero, Math.max(right, zero), key.right);
    if (bad) {
      Arrays.fill(line, Math.max(0, zero - 2), Math.min(key.width, zero + 2), key.bad);
    }
  }
}
