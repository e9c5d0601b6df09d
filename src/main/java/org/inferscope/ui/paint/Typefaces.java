package org.inferscope.ui.paint;

import java.awt.Font;
import java.util.HashMap;
import java.util.Map;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;

/** The fonts of the stage, kept from one frame to the next. Event thread. */
public final class Typefaces {
  private static final int MOST_KEPT = 300;

  /** A typeface and its weight. */
  enum Face {
    MONO,
    MONO_STRONG,
    TEXT,
    STRONG
  }

  private record Key(Face face, float size) {}

  private final Map<Key, Font> fonts = new HashMap<>();

  /**
   * A font for device space.
   *
   * @param size size in pixels of user space
   * @param scale device pixels of a pixel of user space
   */
  Font font(Face face, double size, double scale) {
    float pixels = Math.round(size * scale * 4) / 4f;
    if (fonts.size() > MOST_KEPT) {
      fonts.clear();
    }
    return fonts.computeIfAbsent(new Key(face, pixels), Typefaces::made);
  }

  private static Font made(Key key) {
    float unscaled = key.size / Metrics.scale();
    Font font =
        switch (key.face) {
          case MONO -> Fonts.mono(unscaled);
          case MONO_STRONG -> Fonts.monoStrong(unscaled);
          case TEXT -> Fonts.text(unscaled);
          case STRONG -> Fonts.strong(unscaled);
        };
    return font.deriveFont(key.size);
  }
}
