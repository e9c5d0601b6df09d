package org.inferscope.app.prefs;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a person has set, as an immutable value. Keeps what a newer version may have written and
 * this one does not know.
 */
public final class Preferences {
  /**
   * Preferences read from a text, and the keys whose value could not be used and has the default.
   */
  public record Reading(Preferences preferences, List<String> bad) {}

  private static final Preferences DEFAULTS = new Preferences(Map.of());

  private final Map<String, String> texts;

  private Preferences(Map<String, String> texts) {
    this.texts = texts;
  }

  /** What a first start has. */
  public static Preferences defaults() {
    return DEFAULTS;
  }

  /** The value of one preference. */
  public <T> T get(Pref<T> pref) {
    @Nullable String text = texts.get(pref.key());
    return text == null ? pref.first() : pref.parse(text);
  }

  /**
   * A copy with another value.
   *
   * @throws IllegalArgumentException if the value is out of range
   */
  public <T> Preferences with(Pref<T> pref, T value) {
    Map<String, String> changed = new TreeMap<>(texts);
    if (value.equals(pref.first())) {
      changed.remove(pref.key());
    } else {
      String text = pref.print(value);
      pref.parse(text);
      changed.put(pref.key(), text);
    }
    return new Preferences(changed);
  }

  /** Reads the text of a preferences file; what is wrong with it is named, not thrown. */
  public static Reading parse(String file) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException e) {
      // A broken \\u escape: what stands before it has been read.
      properties.setProperty("\\u", "");
    }
    return checked(properties);
  }

  private static Reading checked(Properties properties) {
    Map<String, String> texts = new TreeMap<>();
    properties.forEach((key, value) -> texts.put(key.toString(), value.toString()));
    List<String> bad = new ArrayList<>();
    if (texts.remove("\\u") != null) {
      bad.add("\\u");
    }
    for (Pref<?> pref : Pref.all()) {
      @Nullable String text = texts.get(pref.key());
      if (text != null && !canRead(pref, text)) {
        texts.remove(pref.key());
        bad.add(pref.key());
      }
    }
    return new Reading(new Preferences(texts), bad);
  }

  private static boolean canRead(Pref<?> pref, String text) {
    try {
      pref.parse(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The text of a preferences file with these values. */
  public String toFile() {
    Properties properties = new Properties();
    properties.putAll(texts);
    StringWriter text = new StringWriter();
    try {
      properties.store(text, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // The first line is the time of writing, which would make every file differ.
    return text.toString().lines().skip(1).sorted().reduce("", (all, line) -> all + line + "\n");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Preferences that && that.texts.equals(texts);
  }

  @Override
  public int hashCode() {
    return texts.hashCode();
  }

  @Override
  public String toString() {
    return texts.toString();
  }
}
