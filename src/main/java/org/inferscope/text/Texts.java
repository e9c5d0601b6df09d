package org.inferscope.text;

import java.text.MessageFormat;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks up user-visible texts. A key is {@code area.name}: the area, up to the first dot, names the
 * bundle {@code org/inferscope/text/<area>.properties}, the rest is the key inside it. All patterns
 * are {@link MessageFormat} patterns, also those without arguments, so that a single quote is
 * written {@code ''} everywhere.
 *
 * <p>Numbers should come as strings that were already formatted; MessageFormat would otherwise
 * round them to three decimals.
 *
 * <p>All methods may be called on any thread and never throw for a bad key or pattern: a missing
 * text must not take the window down. It shows as {@code !key!}.
 */
public final class Texts {
  private static final String PACKAGE = "org.inferscope.text.";

  /** Falls back to the English base bundle, never to the language the machine happens to have. */
  private static final Control CONTROL = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  /** By language and area. The system keeps them, too, but takes as long to ask as one to read. */
  private static final Map<Locale, Map<String, ResourceBundle>> BUNDLES = new ConcurrentHashMap<>();

  private Texts() {}

  /**
   * The text for a key in the display language.
   *
   * @param key area, dot, key inside the area's bundle; for example {@code matmul.check.match}
   * @param args values for the pattern's placeholders
   * @return the filled-in text, or {@code !key!} where there is none
   */
  public static String get(String key, Object... args) {
    try {
      ResourceBundle bundle = bundle(key);
      String pattern = bundle.getString(nameOf(key));
      if (isPlain(pattern)) {
        return pattern;
      }
      return new MessageFormat(pattern, localeOf(bundle)).format(args);
    } catch (MissingResourceException | IllegalArgumentException e) {
      return "!" + key + "!";
    }
  }

  /** Reads areas ahead, so that who asks for their texts need not. */
  public static void load(Collection<String> areas) {
    areas.forEach(area -> bundle(area + "."));
  }

  /** Whether a pattern means just what it says: most do, and are quicker read than parsed. */
  private static boolean isPlain(String pattern) {
    return pattern.indexOf('{') < 0 && pattern.indexOf('}') < 0 && pattern.indexOf('\'') < 0;
  }

  /** Whether {@link #get} would find a text for this key. */
  public static boolean has(String key) {
    try {
      return bundle(key).containsKey(nameOf(key));
    } catch (MissingResourceException e) {
      return false;
    }
  }

  /** The language asked for; a bundle that lacks it answers in English. */
  public static Locale locale() {
    return Locale.getDefault(Locale.Category.DISPLAY);
  }

  private static ResourceBundle bundle(String key) {
    String area = key.substring(0, Math.max(0, key.indexOf('.')));
    Locale language = locale();
    return BUNDLES
        .computeIfAbsent(language, any -> new ConcurrentHashMap<>())
        .computeIfAbsent(area, any -> read(any, language));
  }

  private static ResourceBundle read(String area, Locale language) {
    return ResourceBundle.getBundle(
        PACKAGE + area, language, Texts.class.getClassLoader(), CONTROL);
  }

  private static String nameOf(String key) {
    return key.substring(key.indexOf('.') + 1);
  }

  private static Locale localeOf(ResourceBundle bundle) {
    return bundle.getLocale().equals(Locale.ROOT) ? Locale.ENGLISH : bundle.getLocale();
  }
}
