package org.inferscope.cli;

import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Stream;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Hands the texts of the area {@code cli} to picocli, each by its whole key. An option says which
 * one is its own in {@code descriptionKey}.
 */
final class CommandTexts extends ResourceBundle {
  private static final String AREA = "cli";

  /** Texts that picocli asks for by keys of its own. */
  private static final Map<String, String> OWN_KEYS =
      Map.of(
          "mixinStandardHelpOptions.help", "cli.helpOption",
          "mixinStandardHelpOptions.version", "cli.versionOption");

  private final ResourceBundle texts =
      ResourceBundle.getBundle(
          Texts.class.getPackageName() + "." + AREA,
          Texts.locale(),
          Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));

  @Override
  protected @Nullable Object handleGetObject(String key) {
    String ours = OWN_KEYS.getOrDefault(key, key);
    // A percent sign means something to picocli, which fills texts in like String.format.
    return ours.startsWith(AREA + ".") && Texts.has(ours)
        ? Texts.get(ours).replace("%", "%%")
        : null;
  }

  @Override
  public Enumeration<String> getKeys() {
    Stream<String> ours = texts.keySet().stream().map(key -> AREA + "." + key);
    return Collections.enumeration(Stream.concat(OWN_KEYS.keySet().stream(), ours).toList());
  }
}
