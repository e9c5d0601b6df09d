package org.inferscope.app.prefs;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * One thing that can be set: its name in the file, its value on a first start, and how it is
 * written.
 *
 * @param <T> an immutable value
 */
public final class Pref<T> {
  /** Light, dark, or as the system. */
  public static final Pref<ThemeChoice> THEME = theme("theme");

  /** What the system used when last asked; {@link ThemeChoice#SYSTEM} where it did not say. */
  public static final Pref<ThemeChoice> SYSTEM_THEME = theme("theme.system");

  /** UI scale; 1 is 100 %. */
  public static final Pref<Double> SCALE = number("scale", 1, 0.75, 3);

  /** How much projector mode enlarges everything. */
  public static final Pref<Double> PROJECTOR_SCALE = number("projector.scale", 1.75, 1.5, 2.5);

  /** Whether things jump rather than travel. */
  public static final Pref<Boolean> REDUCE_MOTION = flag("motion.reduced", false);

  /** Whether colours come from the set that every kind of colour vision can tell apart. */
  public static final Pref<Boolean> COLOR_BLIND_SAFE = flag("colors.safe", false);

  /** Whether the panels beside the stage are shown. */
  public static final Pref<Boolean> DOCK_OPEN = flag("dock.open", true);

  /** Width of the panels beside the stage, in unscaled pixels. */
  public static final Pref<Double> DOCK_WIDTH = number("dock.width", 368, 260, 900);

  /** The compute device chosen by hand; empty for the best there is. */
  public static final Pref<String> DEVICE =
      new Pref<>("device", "", Function.identity(), Function.identity());

  /** Where the window was; empty before it was first closed. */
  public static final Pref<Optional<WindowPlace>> WINDOW =
      new Pref<>(
          "window",
          Optional.empty(),
          text -> Optional.of(WindowPlace.parse(text)),
          place -> place.map(WindowPlace::toString).orElse(""));

  /** Paths of lessons opened or saved, newest first. */
  public static final Pref<List<String>> RECENT =
      new Pref<>(
          "lessons.recent",
          List.of(),
          text -> text.lines().limit(10).toList(),
          paths -> String.join("\n", paths));

  private static final List<Pref<?>> ALL =
      List.of(
          THEME,
          SYSTEM_THEME,
          SCALE,
          PROJECTOR_SCALE,
          REDUCE_MOTION,
          COLOR_BLIND_SAFE,
          DOCK_OPEN,
          DOCK_WIDTH,
          DEVICE,
          WINDOW,
          RECENT);

  private final String key;
  private final T first;
  private final Function<String, T> parse;
  private final Function<T, String> print;

  private Pref(String key, T first, Function<String, T> parse, Function<T, String> print) {
    this.key = key;
    this.first = first;
    this.parse = parse;
    this.print = print;
  }

  private static Pref<ThemeChoice> theme(String key) {
    return new Pref<>(
        key,
        ThemeChoice.SYSTEM,
        text -> ThemeChoice.valueOf(text.toUpperCase(Locale.ROOT)),
        choice -> choice.name().toLowerCase(Locale.ROOT));
  }

  private static Pref<Boolean> flag(String key, boolean first) {
    return new Pref<>(key, first, Pref::parseFlag, String::valueOf);
  }

  private static boolean parseFlag(String text) {
    if (!Arrays.asList("true", "false").contains(text)) {
      throw new IllegalArgumentException(text);
    }
    return Boolean.parseBoolean(text);
  }

  private static Pref<Double> number(String key, double first, double min, double max) {
    return new Pref<>(key, first, text -> inRange(Double.parseDouble(text), min, max), d -> "" + d);
  }

  private static double inRange(double value, double min, double max) {
    if (!(value >= min && value <= max)) {
      throw new IllegalArgumentException(value + " is not in " + min + "…" + max);
    }
    return value;
  }

  static List<Pref<?>> all() {
    return ALL;
  }

  /** Its name in the file. */
  public String key() {
    return key;
  }

  /** Its value on a first start. */
  public T first() {
    return first;
  }

  /**
   * Reads a value.
   *
   * @throws IllegalArgumentException if the text is none
   */
  T parse(String text) {
    return parse.apply(text.strip());
  }

  /** Writes a value so that {@link #parse} reads it. */
  String print(T value) {
    return print.apply(value);
  }
}
