package org.inferscope.app.prefs;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a person has set, as an immutable value. Keeps what a newer version may have written and
 * this one does not know.
 */
public final class Preferences {
  /**
   * What a text says.
   *
   * @param preferences always usable
   * @param bad the keys whose value could not be used and has the default
   * @param broken whether the text is damaged, so that there may have been more
   */
  public record Reading(Preferences preferences, List<String> bad, boolean broken) {}

  private static final int DELETE = 0x7f;

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
    Map<String, String> texts = new TreeMap<>();
    boolean broken = !readInto(texts, file);
    if (broken) {
      // What is unknown in a damaged file need not be from a newer version.
      texts.keySet().retainAll(Pref.all().stream().map(Pref::key).toList());
    }
    List<String> bad = new ArrayList<>();
    for (Pref<?> pref : Pref.all()) {
      @Nullable String text = texts.get(pref.key());
      if (text != null && !canRead(pref, text)) {
        texts.remove(pref.key());
        bad.add(pref.key());
      }
    }
    return new Reading(new Preferences(texts), bad, broken);
  }

  /**
   * Reads what can be read.
   *
   * @return whether that was all
   */
  private static boolean readInto(Map<String, String> texts, String file) {
    Properties properties = new Properties();
    boolean whole = file.chars().noneMatch(Preferences::isDamage);
    try {
      properties.load(new StringReader(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException e) {
      // A broken \\u escape: what stands before it has been read.
      whole = false;
    }
    properties.forEach((key, value) -> texts.put(key.toString(), value.toString()));
    return whole;
  }

  /**
   * No version writes control characters; a power cut can leave them. Those beyond ASCII are not
   * meant: a file edited by hand as UTF-8 has them, read byte by byte.
   */
  private static boolean isDamage(int letter) {
    return letter == DELETE || (letter < ' ' && !Character.isWhitespace(letter));
  }

  /**
   * The text of a preferences file with what has changed here since, and everything else as it is:
   * what another instance has set meanwhile, and what only a newer version knows.
   *
   * @param file the text that is there
   * @param before these preferences when they were last read or written
   */
  String onto(String file, Preferences before) {
    Map<String, String> merged = new TreeMap<>();
    readInto(merged, file);
    Set<String> keys = new TreeSet<>(texts.keySet());
    keys.addAll(before.texts.keySet());
    for (String key : keys) {
      @Nullable String now = texts.get(key);
      if (now == null) {
        merged.remove(key);
      } else if (!now.equals(before.texts.get(key))) {
        merged.put(key, now);
      }
    }
    return new Preferences(merged).toFile();
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
