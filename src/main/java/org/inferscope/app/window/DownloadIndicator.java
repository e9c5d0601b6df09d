package org.inferscope.app.window;

import com.formdev.flatlaf.FlatClientProperties;
import javax.swing.JButton;

/** The download that runs in the background, in words; pressing it shows more. */
final class DownloadIndicator extends JButton {
  DownloadIndicator(String name) {
    setName(name);
    setVisible(false);
    putClientProperty(
        FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
    putClientProperty(FlatClientProperties.STYLE, "foreground: $Inferscope.muted");
  }

  void show(String words, String tooltip) {
    setText(words);
    setToolTipText(tooltip);
    getAccessibleContext().setAccessibleName(words);
    setVisible(!words.isEmpty());
  }
}
