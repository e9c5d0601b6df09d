package org.inferscope.app.window;

import com.formdev.flatlaf.FlatClientProperties;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;
import net.miginfocom.swing.MigLayout;

/** The line under the stage in projector mode: what the audience is looking at, in a sentence. */
final class CaptionLine extends JPanel {
  private final JLabel words = new JLabel("", SwingConstants.CENTER);

  CaptionLine() {
    super(new MigLayout("insets 8 24 12 24, fill", "[grow,fill]"));
    setOpaque(false);
    words.setName("caption");
    words.putClientProperty(FlatClientProperties.STYLE, "font: +3 $semibold.font");
    add(words, "wmin 0");
  }

  void show(String sentence) {
    words.setText(sentence);
    words.setToolTipText(sentence);
  }
}
