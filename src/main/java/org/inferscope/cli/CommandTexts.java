package org.inferscope.cli;

import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Hands the texts of the area {@code cli} to picocli, each by its whole key. An option says which
 * one is its own in {@code descriptionKey}.
 */
final class CommandTexts extends ResourceBundle {
  private static final String AREA = "cli";

  private final ResourceBundle texts =
      ResourceBundle.getBundle(
          Texts.class.getPackageName() + "." + AREA,
          Texts.locale(),
          Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));

  @Override
  protected @Nullable Object handleGetObject(String key) {
    // A percent sign means something to picocli, which fills texts in like String.format.
    return key.startsWith(AREA + ".") && Texts.has(key) ? Texts.get(key).replace("%", "%%") : null;
  }

  @Override
  public Enumeration<String> getKeys() {
    return Collections.enumeration(texts.keySet().stream().map(key -> AREA + "." + key).toList());
  }
}
