package org.inferscope.tab.gpt2.attention;

import java.awt.FontMetrics;
import javax.swing.JComponent;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;

/**
 * How wide the prompt's words are on screen, measured once for a pass and a size of type. Event
 * thread.
 */
final class WordWidth {
  private final JComponent on;
  private int pass = -1;
  private float type;
  private double widest;

  /**
   * Measures with the fonts of a component.
   *
   * @param on where the words are painted
   */
  WordWidth(JComponent on) {
    this.on = on;
  }

  /** Width of the widest word, in pixels. */
  double of(AttentionScene scene) {
    float wanted = Fonts.smallest() * Metrics.scale();
    if (pass != scene.number() || wanted != type) {
      FontMetrics metrics = on.getFontMetrics(Fonts.text(Fonts.smallest()));
      widest =
          scene.shown().tokens().words().stream().mapToInt(metrics::stringWidth).max().orElse(0);
      pass = scene.number();
      type = wanted;
    }
    return widest;
  }
}
